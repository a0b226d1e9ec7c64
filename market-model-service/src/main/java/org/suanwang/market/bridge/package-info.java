/** What the scheduler needs from the market, and what the market learns from the scheduler. */
@NullMarked
package org.suanwang.market.bridge;

import org.jspecify.annotations.NullMarked;
