package org.suanwang.market.parameter;

/**
 * That two parameters tend to be high together, or one low when the other is high.
 *
 * @param first the key of a parameter value: {@code name} or {@code name@2025}
 * @param second the key of another
 * @param coefficient Spearman's: the correlation of the ranks, above -1 and below 1
 * @param rationale why they do
 */
public record RankCorrelation(
    String first, String second, double coefficient, String rationale, Origin origin) {}
