package org.suanwang.catalog.catalog;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.accelerator.Sparsity;

/**
 * What the claims about one subject come to. Absent attributes are unknown, never zero.
 *
 * @param throughputs by precision, dense before sparse, matrix circuits before vector ones
 * @param numbers what all other attributes with numbers come to, ordered by key
 * @param texts the winning text of every attribute with texts, ordered by key
 */
public record Specification(
    List<PeakThroughput> throughputs,
    Map<Attribute, Resolved> numbers,
    Map<Attribute, String> texts) {
  public Specification {
    throughputs = List.copyOf(throughputs);
    numbers = byKey(numbers);
    texts = byKey(texts);
  }

  private static <T> SortedMap<Attribute, T> byKey(Map<Attribute, T> values) {
    SortedMap<Attribute, T> ordered = new TreeMap<>(Comparator.comparing(Attribute::key));
    ordered.putAll(values);
    return Collections.unmodifiableSortedMap(ordered);
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

  public @Nullable Resolved number(Attribute attribute) {
    return numbers.get(attribute);
  }

  public @Nullable String text(Attribute attribute) {
    return texts.get(attribute);
  }

  public @Nullable Resolved memoryBandwidth() {
    return number(Plain.MEMORY_BANDWIDTH);
  }

  public @Nullable Resolved memoryCapacity() {
    return number(Plain.MEMORY_CAPACITY);
  }

  public @Nullable Resolved power() {
    return number(Plain.POWER);
  }

  public @Nullable String process() {
    return text(Plain.PROCESS);
  }

  /** What it is sold for. */
  public List<Scenario> scenarios() {
    String named = text(Plain.SCENARIO);
    return named == null ? List.of() : Scenario.read(named);
  }
}
