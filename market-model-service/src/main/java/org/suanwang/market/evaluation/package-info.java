/**
 * The values of a model under a scenario, exactly, in doubles or as intervals, with the trace
 * behind each.
 */
@NullMarked
package org.suanwang.market.evaluation;

import org.jspecify.annotations.NullMarked;
