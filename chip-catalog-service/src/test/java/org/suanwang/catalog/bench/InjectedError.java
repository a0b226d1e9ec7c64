package org.suanwang.catalog.bench;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;

/** The errors that published tables have, as changes to one accelerator's claims. */
enum InjectedError {
  /** A digit or a prefix too many, or too few. */
  TIMES_TEN {
    @Override
    Optional<List<Claim<Fact>>> inject(Dossier dossier, SplittableRandom random) {
      BigDecimal factor = new BigDecimal(random.nextBoolean() ? "10" : "0.1");
      return scaled(any(dossier, random), factor);
    }
  },
  /** A prefix read wrongly. */
  TIMES_THOUSAND {
    @Override
    Optional<List<Claim<Fact>>> inject(Dossier dossier, SplittableRandom random) {
      BigDecimal factor = new BigDecimal(random.nextBoolean() ? "1000" : "0.001");
      return scaled(any(dossier, random), factor);
    }
  },
  /** The peak with sparsity entered as the dense one. */
  SPARSE_AS_DENSE {
    @Override
    Optional<List<Claim<Fact>>> inject(Dossier dossier, SplittableRandom random) {
      List<Claim<Fact>> peaks =
          numbers(dossier).stream()
              .filter(
                  c ->
                      c.content().attribute() instanceof Throughput t
                          && t.sparsity() != Sparsity.SPARSE_2_4
                          && t.circuit() != Circuit.VECTOR
                          && HAVE_SPARSE_PEAKS.contains(t.precision()))
              .toList();
      return peaks.isEmpty()
          ? Optional.empty()
          : scaled(Optional.of(pick(peaks, random)), BigDecimal.TWO);
    }
  },
  /** Two neighbouring columns exchanged. */
  SWAPPED_COLUMNS {
    @Override
    Optional<List<Claim<Fact>>> inject(Dossier dossier, SplittableRandom random) {
      List<Claim<Fact>> numbers = numbers(dossier);
      int start = numbers.isEmpty() ? 0 : random.nextInt(numbers.size());
      for (int i = 0; i < numbers.size(); i++) {
        Claim<Fact> one = numbers.get((start + i) % numbers.size());
        Optional<Claim<Fact>> other =
            numbers.stream().filter(c -> areNeighbours(one, c)).findFirst();
        if (other.isPresent()) {
          return Optional.of(
              List.of(
                  with(one, number(other.get()), unit(one)),
                  with(other.get(), number(one), unit(other.get()))));
        }
      }
      return Optional.empty();
    }
  },
  /** Bits for bytes, or a unit of another dimension. */
  WRONG_UNIT {
    @Override
    Optional<List<Claim<Fact>>> inject(Dossier dossier, SplittableRandom random) {
      return any(dossier, random).map(c -> List.of(wrongUnit(c)));
    }
  };

  /** Formats for which any maker prints a peak with 2:4 sparsity. */
  private static final Set<Precision> HAVE_SPARSE_PEAKS =
      EnumSet.of(
          Precision.TF32,
          Precision.FP16,
          Precision.BF16,
          Precision.FP8,
          Precision.FP4,
          Precision.INT8,
          Precision.INT4);

  private static final BigDecimal EIGHT = new BigDecimal("8");

  /** The claims in place of those with their ids; empty where the dossier has none to spoil. */
  abstract Optional<List<Claim<Fact>>> inject(Dossier dossier, SplittableRandom random);

  /** The credible claims of numbers that columns of a table have. */
  static List<Claim<Fact>> numbers(Dossier dossier) {
    return dossier.credibleClaims().stream()
        .filter(
            c ->
                c.content().attribute() instanceof Throughput
                    || c.content().attribute() instanceof Plain)
        .filter(c -> c.content().quantity() instanceof Quantity.Value && c.content().isWellFormed())
        .toList();
  }

  private static Optional<Claim<Fact>> any(Dossier dossier, SplittableRandom random) {
    List<Claim<Fact>> numbers = numbers(dossier);
    return numbers.isEmpty() ? Optional.empty() : Optional.of(pick(numbers, random));
  }

  private static Claim<Fact> pick(List<Claim<Fact>> claims, SplittableRandom random) {
    return claims.get(random.nextInt(claims.size()));
  }

  private static Optional<List<Claim<Fact>>> scaled(
      Optional<Claim<Fact>> claim, BigDecimal factor) {
    return claim.map(c -> List.of(with(c, number(c).multiply(factor), unit(c))));
  }

  /** Columns that stand side by side in a data sheet, of one source, with unlike numbers. */
  private static boolean areNeighbours(Claim<Fact> one, Claim<Fact> other) {
    return one.sourceId().equals(other.sourceId())
        && order(one.content().attribute()) + 1 == order(other.content().attribute())
        && Math.abs(Math.log(number(one).doubleValue() / number(other).doubleValue()))
            > Math.log(1.5);
  }

  private static int order(Attribute attribute) {
    if (attribute instanceof Throughput t) {
      return switch (t.precision()) {
        case FP64 -> 1;
        case FP32 -> 2;
        case FP16 -> 3;
        case INT8 -> 4;
        default -> -10;
      };
    }
    return attribute == Plain.MEMORY_CAPACITY
        ? 11
        : attribute == Plain.MEMORY_BANDWIDTH ? 12 : attribute == Plain.POWER ? 13 : -10;
  }

  private static Claim<Fact> wrongUnit(Claim<Fact> claim) {
    return switch (unit(claim)) {
      // Bits read as bytes; everything else is entered in a unit that is not its own.
      case GIGABYTE, GIGABYTE_PER_SECOND -> with(claim, number(claim).multiply(EIGHT), unit(claim));
      case TFLOP_PER_SECOND -> with(claim, number(claim), Unit.TOP_PER_SECOND);
      case TOP_PER_SECOND -> with(claim, number(claim), Unit.TFLOP_PER_SECOND);
      default -> with(claim, number(claim), Unit.GIGABYTE);
    };
  }

  private static BigDecimal number(Claim<Fact> claim) {
    return ((Quantity.Value) claim.content().quantity()).number();
  }

  private static Unit unit(Claim<Fact> claim) {
    return claim.content().quantity().unit().orElseThrow();
  }

  /** The wrong number is what the source prints, so that reading it again shows nothing. */
  private static Claim<Fact> with(Claim<Fact> c, BigDecimal number, Unit unit) {
    return new Claim<>(
        c.id(),
        c.subject(),
        new Fact(c.content().attribute(), new Quantity.Value(number, unit)),
        null,
        c.qualifier(),
        c.sourceId(),
        c.locator(),
        c.asOf(),
        c.tier(),
        c.basis(),
        c.recorded());
  }
}
