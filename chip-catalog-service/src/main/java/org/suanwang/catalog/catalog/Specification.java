package org.suanwang.catalog.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.accelerator.Sparsity;

/**
 * What the claims about one accelerator come to. Absent attributes are unknown, never zero.
 *
 * @param throughputs by precision, dense before sparse, matrix circuits before vector ones
 * @param process the winning name of the manufacturing process
 */
public record Specification(
    List<PeakThroughput> throughputs,
    @Nullable Resolved memoryBandwidth,
    @Nullable Resolved memoryCapacity,
    @Nullable Resolved power,
    @Nullable String process,
    List<Scenario> scenarios) {
  public Specification {
    throughputs = List.copyOf(throughputs);
    scenarios = List.copyOf(scenarios);
  }

  /** A peak with what it is a peak of; its sparsity is never unstated. */
  public record PeakThroughput(Throughput of, Resolved peak) {}

  /** The dense peaks at a precision, matrix circuits first. */
  public List<PeakThroughput> densePeaks(Precision precision) {
    return throughputs.stream()
        .filter(t -> t.of().precision() == precision && t.of().sparsity() == Sparsity.DENSE)
        .toList();
  }

  /** The peak that stands for the accelerator at a precision: dense, matrix circuits first. */
  public Optional<PeakThroughput> headlinePeak(Precision precision) {
    return densePeaks(precision).stream().findFirst();
  }
}
