package org.suanwang.market.uncertainty;

/**
 * That two inputs tend to be high together, or one low when the other is high.
 *
 * @param coefficient Spearman's: the correlation of the ranks, from -1 to 1
 */
public record RankCorrelation(String first, String second, double coefficient) {}
