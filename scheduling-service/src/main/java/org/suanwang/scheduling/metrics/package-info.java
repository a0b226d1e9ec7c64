/** What a run was worth, as pure functions of its events. */
@NullMarked
package org.suanwang.scheduling.metrics;

import org.jspecify.annotations.NullMarked;
