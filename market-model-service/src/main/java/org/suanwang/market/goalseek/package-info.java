/** Which value of an input gives an output a wanted value. */
@NullMarked
package org.suanwang.market.goalseek;

import org.jspecify.annotations.NullMarked;
