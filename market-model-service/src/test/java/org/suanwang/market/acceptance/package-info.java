/** Compares the model with an acceptance file that is not part of this repository. */
@NullMarked
package org.suanwang.market.acceptance;

import org.jspecify.annotations.NullMarked;
