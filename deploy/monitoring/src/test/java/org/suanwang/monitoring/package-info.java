/** Holds scrape configuration, rules and dashboard against promtool and the rules of the house. */
@NullMarked
package org.suanwang.monitoring;

import org.jspecify.annotations.NullMarked;
