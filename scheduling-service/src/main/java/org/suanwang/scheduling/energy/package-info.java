/** What energy costs at a place by the hour of its day, and sums over such hours. */
@NullMarked
package org.suanwang.scheduling.energy;

import org.jspecify.annotations.NullMarked;
