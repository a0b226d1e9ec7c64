/** Puts the service together at start: producers, load and check, health. */
@NullMarked
package org.suanwang.market.boot;

import org.jspecify.annotations.NullMarked;
