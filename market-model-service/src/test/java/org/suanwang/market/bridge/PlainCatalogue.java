package org.suanwang.market.bridge;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.check.UnavailableException;

/** A catalogue of a few devices, which knows peaks and countries and rounds up. */
final class PlainCatalogue implements Catalogue, KnownEquivalences, KnownAccelerators {
  static final String REFERENCE = "nvidia-h100-sxm";
  static final String DOMESTIC = "huawei-ascend-910";
  static final String FOREIGN = "nvidia-a100-80gb-sxm";

  private static final Map<String, BigFraction> TFLOPS =
      Map.of(
          REFERENCE, BigFraction.of(9894, 10),
          DOMESTIC, BigFraction.of(256),
          FOREIGN, BigFraction.of(312));

  final List<EquivalenceQuery> asked = new ArrayList<>();
  final List<String> accelerators = new ArrayList<>();
  boolean away;
  private final Map<EquivalenceQuery, Equivalence> known = new HashMap<>();
  private final Map<String, Accelerator> knownAccelerators = new HashMap<>();

  DemandCalculation calculation() {
    return new DemandCalculation(
        new EquivalenceSource(this, this), new AcceleratorSource(this, this));
  }

  static Equivalence answer(EquivalenceQuery query) {
    EfficiencyPair pair = query.efficiency();
    BigFraction ratio = peak(query.fromDevice()).divide(peak(query.toDevice()));
    BigFraction exact =
        ratio.multiply(query.fromCount()).multiply(pair == null ? BigFraction.ONE : pair.ratio());
    long count = up(exact);
    return new Equivalence(
        "v1",
        query.fromDevice(),
        query.fromCount(),
        query.toDevice(),
        count,
        up(exact.multiply(BigFraction.of(4, 5))),
        count,
        pair == null ? null : new Equivalence.Reached(pair.reference(), pair.other()),
        "{}");
  }

  private static BigFraction peak(String device) {
    return Objects.requireNonNull(TFLOPS.get(device), device);
  }

  private static long up(BigFraction exact) {
    return exact.bigDecimalValue(0, RoundingMode.CEILING).longValueExact();
  }

  @Override
  public Equivalence ask(EquivalenceQuery query) {
    requireThere();
    asked.add(query);
    return answer(query);
  }

  @Override
  public Accelerator accelerator(String id) {
    requireThere();
    accelerators.add(id);
    return new Accelerator(id, id.equals(DOMESTIC) ? "CN" : "US", "v2");
  }

  private void requireThere() {
    if (away) {
      throw new UnavailableException("the catalogue is away");
    }
  }

  @Override
  public Optional<Equivalence> find(EquivalenceQuery query) {
    return Optional.ofNullable(known.get(query));
  }

  @Override
  public void keep(EquivalenceQuery query, Equivalence answer) {
    known.put(query, answer);
  }

  @Override
  public Optional<Accelerator> find(String id) {
    return Optional.ofNullable(knownAccelerators.get(id));
  }

  @Override
  public void keep(Accelerator accelerator) {
    knownAccelerators.put(accelerator.id(), accelerator);
  }
}
