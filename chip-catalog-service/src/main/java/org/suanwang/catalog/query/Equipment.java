package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Suggestion;

/**
 * One accelerator or one system as a whole. What adds up over devices, a system has through the
 * devices that it contains; where these are not known, by its own claims. What a system draws is
 * its own claim first, because it is more than its devices.
 */
public final class Equipment {
  private final Catalog catalog;
  private final Subject subject;
  private final Composition composition;

  private Equipment(Catalog catalog, Subject subject) {
    this.catalog = catalog;
    this.subject = subject;
    this.composition = Composition.of(catalog, subject.id());
  }

  /**
   * A number of the whole.
   *
   * @param resolved absent or not comparable when unknown
   * @param missing what would have to be claimed; empty when known
   */
  public record Holding(@Nullable Resolved resolved, List<String> missing) {
    public Holding {
      missing = List.copyOf(missing);
    }

    boolean isKnown() {
      return resolved != null && missing.isEmpty();
    }
  }

  static Equipment of(Catalog catalog, Accelerator accelerator) {
    return new Equipment(catalog, accelerator);
  }

  static Equipment of(Catalog catalog, Item system) {
    return new Equipment(catalog, system);
  }

  /**
   * The accelerator or system that a field of a request names.
   *
   * @throws InvalidInputException naming the field and the nearest ids that are there
   */
  static Equipment require(Catalog catalog, String field, String id) {
    return catalog
        .findDossier(id)
        .map(Dossier::subject)
        .filter(Equipment::isEquipment)
        .map(s -> new Equipment(catalog, s))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    field,
                    id,
                    "must be the id of an accelerator or a system",
                    Suggestion.remedy(
                        id, ids(catalog), "GET /v1/accelerators and GET /v1/systems list all")));
  }

  private static boolean isEquipment(Subject subject) {
    return subject instanceof Accelerator
        || (subject instanceof Item i && i.kind() == Item.Kind.SYSTEM);
  }

  private static List<String> ids(Catalog catalog) {
    return Stream.concat(
            catalog.accelerators().stream().map(Accelerator::id),
            catalog.items(Item.Kind.SYSTEM).stream().map(Item::id))
        .toList();
  }

  public Subject subject() {
    return subject;
  }

  public String id() {
    return subject.id();
  }

  public boolean isSystem() {
    return subject instanceof Item;
  }

  /** Which devices are in it; of a plain accelerator none. */
  public Composition composition() {
    return composition;
  }

  private Specification specification(String id) {
    return catalog.findSpecification(id).orElseThrow();
  }

  /** A number that adds up over devices: memory, bandwidths, power. */
  Holding number(Plain attribute) {
    Resolved own = specification(id()).number(attribute);
    if (attribute == Plain.NETWORK_BANDWIDTH && isSystem()) {
      own = overDevices(own);
    }
    Holding sum = sum(attribute.kind(), a -> specification(a.id()).number(attribute));
    boolean ownFirst = !isSystem() || attribute == Plain.POWER;
    if (ownFirst && own != null && own.isComparable()) {
      return new Holding(own, List.of());
    }
    return sum.isKnown() ? sum : own(own, attribute.kind(), sum);
  }

  /** What is claimed for each device of a system, over all of them. */
  private @Nullable Resolved overDevices(@Nullable Resolved each) {
    if (each == null || !each.isComparable() || !composition.isKnown()) {
      return null;
    }
    return composition.parts().stream()
        .map(p -> SpanArithmetic.product(p.count(), each, each.unit(), Composition.RULE))
        .reduce((a, b) -> SpanArithmetic.sum(a, b, Composition.RULE))
        .orElse(null);
  }

  private Holding own(@Nullable Resolved own, String name, Holding sum) {
    if (own != null && own.isComparable()) {
      return new Holding(own, List.of());
    }
    List<String> missing = new ArrayList<>(List.of(id() + "." + name));
    missing.addAll(sum.missing());
    return new Holding(own, missing);
  }

  private Holding sum(String name, Function<Accelerator, @Nullable Resolved> read) {
    List<String> missing = new ArrayList<>(composition.missing());
    Resolved sum = null;
    for (Composition.Part part : composition.parts()) {
      Resolved each = read.apply(part.accelerator());
      if (each == null || !each.isComparable()) {
        missing.add(part.accelerator().id() + "." + name);
      } else {
        Resolved all = SpanArithmetic.product(part.count(), each, each.unit(), Composition.RULE);
        sum = sum == null ? all : SpanArithmetic.sum(sum, all, Composition.RULE);
      }
    }
    return new Holding(missing.isEmpty() ? sum : null, missing);
  }

  /** The dense peak of the whole, of circuits of one kind; dies and parts do not count. */
  Optional<Peak> peak(Precision precision, Circuit circuit) {
    Optional<Resolved> own = ownPeak(subject, precision, circuit);
    Holding sum =
        sum(precision + " DENSE " + circuit, a -> ownPeak(a, precision, circuit).orElse(null));
    Optional<Resolved> summed = sum.isKnown() ? Optional.ofNullable(sum.resolved()) : own;
    return (isSystem() ? summed : own.or(() -> summed)).map(r -> new Peak(circuit, r));
  }

  /** A dense peak of the whole. */
  record Peak(Circuit circuit, Resolved peak) {}

  /** What would have to be claimed for the whole to have a dense peak. */
  List<String> missingForPeak(Precision precision) {
    List<String> missing = new ArrayList<>(composition.missing());
    if (composition.parts().isEmpty()) {
      missing.addFirst(id() + "." + precision + " DENSE");
    }
    composition.parts().stream()
        .map(Composition.Part::accelerator)
        .filter(a -> List.of(Circuit.values()).stream().noneMatch(c -> hasPeak(a, precision, c)))
        .forEach(a -> missing.add(a.id() + "." + precision + " DENSE"));
    return missing;
  }

  private boolean hasPeak(Accelerator accelerator, Precision precision, Circuit circuit) {
    return ownPeak(accelerator, precision, circuit).isPresent();
  }

  private Optional<Resolved> ownPeak(Subject of, Precision precision, Circuit circuit) {
    Scope whole = of instanceof Accelerator a ? a.scope() : Scope.SYSTEM;
    return specification(of.id()).densePeaks(precision).stream()
        .filter(p -> p.of().scope() == whole && p.of().circuit() == circuit)
        .map(PeakThroughput::peak)
        .filter(Resolved::isComparable)
        .findFirst();
  }
}
