package org.suanwang.catalog.accelerator;

import java.util.Optional;
import org.suanwang.catalog.measure.Unit;

/** What can be claimed about an accelerator. */
public sealed interface Attribute {

  /** The name that data files and the API use. */
  String kind();

  /** The unit that its quantities must have; texts have none. */
  Optional<Unit> requiredUnit();

  /** A peak throughput, with everything that makes two peaks comparable. */
  record Throughput(Precision precision, Sparsity sparsity, Circuit circuit, Scope scope)
      implements Attribute {
    public static final String KIND = "throughput";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Optional<Unit> requiredUnit() {
      return Optional.of(precision.unit());
    }
  }

  /** The attributes that need no further words. */
  enum Plain implements Attribute {
    MEMORY_BANDWIDTH("memoryBandwidth", Optional.of(Unit.GIGABYTE_PER_SECOND)),
    MEMORY_CAPACITY("memoryCapacity", Optional.of(Unit.GIGABYTE)),
    /** The board or package power limit that vendors call TDP. */
    POWER("power", Optional.of(Unit.WATT)),
    PROCESS("process", Optional.empty()),
    /** What the accelerator is sold for: training, inference, graphics. */
    SCENARIO("scenario", Optional.empty()),
    NAME("name", Optional.empty());

    private final String kind;
    private final Optional<Unit> requiredUnit;

    Plain(String kind, Optional<Unit> requiredUnit) {
      this.kind = kind;
      this.requiredUnit = requiredUnit;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public Optional<Unit> requiredUnit() {
      return requiredUnit;
    }

    public static Optional<Plain> find(String kind) {
      for (Plain plain : values()) {
        if (plain.kind.equals(kind)) {
          return Optional.of(plain);
        }
      }
      return Optional.empty();
    }
  }
}
