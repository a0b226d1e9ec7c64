/** The event core: virtual time, events in total order, the log of what happened. */
@NullMarked
package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.NullMarked;
