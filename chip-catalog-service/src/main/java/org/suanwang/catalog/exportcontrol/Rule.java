package org.suanwang.catalog.exportcontrol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of an export rule, as read from its file.
 *
 * @param id family and date: 3A090@2023-11-17
 * @param effective the first day it is in force
 * @param compliance the first day it must be kept, when that is later
 * @param replaces the version before
 * @param replacedBy the version after, which ends this one on its first day
 * @param buildsOn the family whose classification it starts from
 * @param clauses what it controls or gives, most severe first
 * @param exclusions what takes an item out of it
 * @param exceptions licence exceptions that can be used
 * @param notes in our own words
 */
public record Rule(
    String id,
    String title,
    Kind kind,
    Subject subject,
    Citation citation,
    LocalDate effective,
    @Nullable LocalDate compliance,
    @Nullable String replaces,
    @Nullable String replacedBy,
    @Nullable String buildsOn,
    DestinationScope destinations,
    List<Threshold> thresholds,
    List<Clause> clauses,
    List<Clause> exclusions,
    List<Clause> exceptions,
    List<String> notes) {
  public Rule {
    thresholds = List.copyOf(thresholds);
    clauses = List.copyOf(clauses);
    exclusions = List.copyOf(exclusions);
    exceptions = List.copyOf(exceptions);
    notes = List.copyOf(notes);
  }

  /** What a rule does. */
  public enum Kind {
    /** Says which items are controlled. */
    CONTROL,
    /** Says how licence applications for controlled items are reviewed. */
    REVIEW,
    /** Puts a duty on imports into the United States. */
    TARIFF,
    /** Told to single companies; holds for the items it names. */
    LETTER,
    /** Warns of dealing in the items it names. */
    GUIDANCE,
    /** Known, but not computed. */
    INFORMATION
  }

  /** What a rule looks at. */
  public enum Subject {
    PROCESSOR,
    MEMORY
  }

  /** What all versions of a rule have in common: 3A090. */
  public String family() {
    int at = id.indexOf('@');
    return at < 0 ? id : id.substring(0, at);
  }

  public Optional<String> successor() {
    return Optional.ofNullable(replacedBy);
  }

  List<Condition> conditions() {
    return Stream.of(clauses, exclusions, exceptions)
        .flatMap(List::stream)
        .flatMap(c -> c.conditions().stream())
        .toList();
  }
}
