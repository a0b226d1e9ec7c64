/** How fast jobs of a class are on devices of a type: measured, or derived and then assumed. */
@NullMarked
package org.suanwang.scheduling.throughput;

import org.jspecify.annotations.NullMarked;
