/**
 * Distributions as functions: from a probability to the value that it lies below, for whole blocks
 * of draws.
 */
@NullMarked
package org.suanwang.market.distribution;

import org.jspecify.annotations.NullMarked;
