package org.suanwang.catalog.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Link.Relation;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.catalog.Specification;

/**
 * What accelerators are told apart by in words; some have several values. Where sources disagree
 * about a text, the winning one counts.
 */
public enum CategoryField {
  VENDOR("vendor", c -> Stream.of(c.vendor().id())),
  COUNTRY("country", c -> Stream.of(c.vendor().country())),
  SCOPE("scope", c -> Stream.of(c.accelerator().scope().name())),
  /** Those with a known dense peak. */
  PRECISION("precision", c -> precisions(c.specification())),
  SCENARIO("scenario", c -> c.specification().scenarios().stream().map(Scenario::name)),
  MARKET_SEGMENT("marketSegment", Plain.MARKET_SEGMENT),
  STATUS("status", Plain.STATUS),
  ARCHITECTURE("architecture", Plain.ARCHITECTURE),
  PROCESS("process", Plain.PROCESS),
  FOUNDRY("foundry", Plain.FOUNDRY),
  FORM_FACTOR("formFactor", Plain.FORM_FACTOR),
  COOLING("cooling", Plain.COOLING),
  MEMORY_TYPE("memoryType", Plain.MEMORY_TYPE),
  HOST_INTERFACE("hostInterface", Plain.HOST_INTERFACE),
  /** The name of it, and the ids of those in the catalogue. */
  INTERCONNECT(
      "interconnect",
      c ->
          Stream.concat(
              text(c, Plain.INTERCONNECT),
              Candidate.targets(c.specification(), Relation.USES_INTERCONNECT))),
  /**
   * Software stacks, by id: those it runs, and those that are for it or for all of its vendor's.
   */
  RUNS("runs", c -> Candidate.targets(c.specification(), Relation.RUNS)),
  /** Systems and other accelerators that hold it, by id. */
  CONTAINED_IN("containedIn", _ -> Stream.empty());

  private final String parameter;

  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  private final Reader reader;

  /** Reads the values of one accelerator. */
  private interface Reader {
    Stream<String> read(Candidate candidate);
  }

  CategoryField(String parameter, Reader reader) {
    this.parameter = parameter;
    this.reader = reader;
  }

  CategoryField(String parameter, Plain text) {
    this(parameter, c -> text(c, text));
  }

  /** The name in the API. */
  public String parameter() {
    return parameter;
  }

  public static Optional<CategoryField> find(String parameter) {
    return Arrays.stream(values()).filter(f -> f.parameter.equals(parameter)).findFirst();
  }

  /**
   * The values of an accelerator, the first of which it is ordered by.
   *
   * @param others what other subjects' claims say of it
   */
  List<String> read(Candidate candidate, Stream<String> others) {
    return Stream.concat(reader.read(candidate), others).distinct().toList();
  }

  private static Stream<String> precisions(Specification specification) {
    return Arrays.stream(Precision.values())
        .filter(p -> specification.headlinePeak(p).isPresent())
        .map(Precision::name);
  }

  private static Stream<String> text(Candidate candidate, Plain attribute) {
    return Stream.ofNullable(candidate.specification().text(attribute));
  }
}
