/** Exact numbers, dimensions and units, money and computation among them. */
@NullMarked
package org.suanwang.market.quantity;

import org.jspecify.annotations.NullMarked;
