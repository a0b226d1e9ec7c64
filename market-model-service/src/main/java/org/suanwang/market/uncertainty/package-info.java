/**
 * What the inputs' uncertainty makes of the outputs: worlds drawn by Monte Carlo or by scrambled
 * Sobol points, each input once a world, the same bits for any number of threads.
 */
@NullMarked
package org.suanwang.market.uncertainty;

import org.jspecify.annotations.NullMarked;
