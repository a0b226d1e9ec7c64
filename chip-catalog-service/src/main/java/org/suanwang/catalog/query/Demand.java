package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Precision;

/**
 * What a work asks for in total, whoever does it. The rules: docs/requirement-matching.md.
 *
 * @param needs each of which sets a number of devices
 * @param compute of the whole training, in ZFLOP
 * @param notes what is assumed, and what is left out
 */
public record Demand(List<Need> needs, @Nullable Amount compute, List<String> notes) {
  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal TERA_PER_ZETTA = BigDecimal.valueOf(1_000_000_000);

  /** From billions of operations a second to trillions. */
  private static final BigDecimal TERA_PER_GIGA = new BigDecimal("0.001");

  private static final BigDecimal GIGA_PER_ONE = new BigDecimal("0.000000001");

  /** A forward pass multiplies and adds once for each active parameter. */
  private static final BigDecimal FORWARD = BigDecimal.TWO;

  public Demand {
    needs = List.copyOf(needs);
    notes = List.copyOf(notes);
  }

  /** What devices are counted by. */
  public enum Kind {
    COMPUTE("TFLOP/s"),
    MEMORY_CAPACITY("GB"),
    MEMORY_BANDWIDTH("GB/s");

    private final String unit;

    Kind(String unit) {
      this.unit = unit;
    }

    public String unit() {
      return unit;
    }
  }

  /** A total that devices must come up to, and how it is computed, in words. */
  public record Need(Kind kind, Amount total, String formula) {}

  static Demand of(ModelNumbers model, Work work, Precision precision) {
    return switch (work) {
      case Work.Training t -> training(model, t);
      case Work.Inference i -> inference(model, i, bytes(precision));
    };
  }

  private static Demand training(ModelNumbers model, Work.Training work) {
    Amount compute = model.compute();
    Amount rate =
        compute.times(TERA_PER_ZETTA).dividedBy(Amount.of(work.days().multiply(SECONDS_PER_DAY)));
    Amount states = model.parameters().times(work.bytesPerParameter());
    return new Demand(
        List.of(
            new Need(Kind.COMPUTE, rate, model.computeRule() + ", over the days that there are"),
            new Need(
                Kind.MEMORY_CAPACITY,
                states.dividedBy(Amount.of(work.usableMemory())),
                work.bytesPerParameter().toPlainString()
                    + " bytes for each parameter (weights, gradients, optimiser states), in the"
                    + " usable share of the memory")),
        compute,
        List.of(
            "activations have no need of their own: they live in the share of the memory that is"
                + " not counted as usable ("
                + work.usableMemory().toPlainString()
                + " is)",
            work.shardedOver() == null
                ? "weights, gradients and optimiser states are spread over all devices"
                : "weights, gradients and optimiser states of one replica are spread over at most "
                    + work.shardedOver()
                    + " devices"));
  }

  private static Demand inference(ModelNumbers model, Work.Inference work, BigDecimal bytes) {
    Amount weights = model.parameters().times(bytes);
    Amount cache = Amount.of(cacheGigabytes(work));
    Amount steps = Amount.of(work.tokensPerSecond()).dividedBy(Amount.of(work.concurrency()));
    List<String> notes = new ArrayList<>();
    notes.add(
        "memory bandwidth is a floor: active weights are read once for each step of a batch, at"
            + " full bandwidth; a mixture of experts reads more of them");
    if (work.keyValueBytes() == null) {
      notes.add("the key-value cache is left out: keyValueBytesPerToken is not given");
    }
    return new Demand(
        List.of(
            new Need(
                Kind.COMPUTE,
                model
                    .activeParameters()
                    .times(FORWARD)
                    .times(work.tokensPerSecond())
                    .times(TERA_PER_GIGA),
                "2 x active parameters x tokens a second"),
            new Need(
                Kind.MEMORY_CAPACITY,
                weights.plus(cache).dividedBy(Amount.of(work.usableMemory())),
                bytes.toPlainString()
                    + " bytes for each parameter, and concurrency x context x bytes of the"
                    + " key-value cache, in the usable share of the memory"),
            new Need(
                Kind.MEMORY_BANDWIDTH,
                model.activeParameters().times(bytes).plus(cache).times(steps),
                "active weights and key-value cache, read once for each step; steps a second ="
                    + " tokens a second / concurrency")),
        null,
        notes);
  }

  private static BigDecimal cacheGigabytes(Work.Inference work) {
    return work.keyValueBytes() == null
        ? BigDecimal.ZERO
        : work.keyValueBytes()
            .multiply(BigDecimal.valueOf(work.concurrency()))
            .multiply(BigDecimal.valueOf(work.contextTokens()))
            .multiply(GIGA_PER_ONE);
  }

  /** Of one weight. */
  private static BigDecimal bytes(Precision precision) {
    return switch (precision) {
      case FP64 -> BigDecimal.valueOf(8);
      case FP32, TF32, INT32, CINT32 -> BigDecimal.valueOf(4);
      case FP16, BF16, INT16 -> BigDecimal.TWO;
      case FP8, INT8 -> BigDecimal.ONE;
      case FP6 -> new BigDecimal("0.75");
      case FP4, INT4 -> new BigDecimal("0.5");
      case UNSTATED -> throw new IllegalArgumentException("a weight of no known size");
    };
  }
}
