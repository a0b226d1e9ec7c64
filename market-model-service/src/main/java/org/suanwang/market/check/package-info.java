/** What is wrong with an input, said so that it can be mended. */
@NullMarked
package org.suanwang.market.check;

import org.jspecify.annotations.NullMarked;
