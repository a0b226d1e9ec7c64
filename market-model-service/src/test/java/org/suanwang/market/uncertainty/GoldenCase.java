package org.suanwang.market.uncertainty;

import java.util.List;
import org.suanwang.market.load.DongwuModel;
import org.suanwang.market.scenario.PublishedModel;

/**
 * The fee (2442 + private) · growth · (1 - u) / u · rate with private ~ N(971, 97.1), growth ~
 * U(300/220, 1.5), u ~ U(0.30, 0.40), rate ~ triangular (0.05, 0.08, 0.10). The factors are
 * independent, so that moments and Sobol indices have closed forms: products of the factors' own.
 */
public final class GoldenCase {
  public static final PublishedModel MODEL = DongwuModel.MODEL;
  public static final String SCENARIO = "uncertain-chain";
  public static final String OUTPUT = "scheduling_fee_2025";
  public static final double MEAN = 703.158989;
  public static final double SD = 133.635286;

  private GoldenCase() {}

  public static UncertaintyRequest request(SamplingMethod method, long worlds, long seed) {
    return new UncertaintyRequest(
        MODEL,
        MODEL.resolve(SCENARIO),
        List.of(OUTPUT),
        List.of(),
        false,
        method,
        worlds,
        seed,
        UncertaintyRequest.QUANTILES);
  }

  public static OutputDistribution run(SamplingMethod method, long worlds, long seed) {
    return UncertaintyAnalysis.run(request(method, worlds, seed), Workers.caller(), Progress.NONE)
        .outputs()
        .getFirst();
  }
}
