/** Which inputs the outputs hang on: one at a time, and by their share of the variance. */
@NullMarked
package org.suanwang.market.sensitivity;

import org.jspecify.annotations.NullMarked;
