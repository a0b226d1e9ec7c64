/** Metering, billing and settlement: a double-entry ledger that sums to zero, hash-chained. */
@NullMarked
package org.suanwang.scheduling.settlement;

import org.jspecify.annotations.NullMarked;
