/** What models foresaw, against what became of it. */
@NullMarked
package org.suanwang.market.backtest;

import org.jspecify.annotations.NullMarked;
