package org.suanwang.scheduling.throughput;

import java.util.List;

/**
 * What is assumed where a request says nothing. None of it was measured for the devices it is used
 * on: no public measurement of the kind was found for Ascend, MLU or DCU devices.
 */
public final class AssumedFactors {
  /**
   * Cancels wherever two device types are compared; counts where work is told in operations. 38 to
   * 43 % of the dense BF16 peak were reached in training Llama 3 on H100 (Grattafiori et al. 2024,
   * arXiv:2407.21783, table 4); taken for every device.
   */
  public static final EfficiencyFactor EFFICIENCY =
      new EfficiencyFactor(
          null,
          null,
          null,
          0.4,
          "assumed: as in the training of Llama 3 on H100, 38 to 43 % (arXiv:2407.21783); for other"
              + " devices and jobs nobody measured it");

  /** The more of a program is compiled anew instead of written anew, the more is kept. */
  public static final List<PortingFactor> PORTING =
      List.of(
          recompiled("cuda", "rocm", 0.9),
          recompiled("cuda", "dtk", 0.8),
          recompiled("cuda", "musa", 0.8),
          recompiled("cuda", "maca", 0.8),
          recompiled("cuda", "corex", 0.8),
          rewritten("cuda", "cann", 0.7),
          rewritten("cuda", "bang", 0.6));

  private static final double OTHER = 0.5;

  private AssumedFactors() {}

  private static PortingFactor recompiled(String from, String to, double share) {
    return new PortingFactor(
        from,
        to,
        share,
        "assumed: the same source is compiled anew, tuned for other caches and matrix units; not"
            + " measured");
  }

  private static PortingFactor rewritten(String from, String to, double share) {
    return new PortingFactor(
        from,
        to,
        share,
        "assumed: operators are written anew in another language, and not all of them are there;"
            + " not measured");
  }

  /** For a pair of stacks of which nothing is said. */
  static PortingFactor porting(String from, String to) {
    return PORTING.stream()
        .filter(p -> p.from().equals(from) && p.to().equals(to))
        .findFirst()
        .orElseGet(
            () ->
                new PortingFactor(
                    from, to, OTHER, "assumed: half, of a pair of stacks nobody told anything of"));
  }
}
