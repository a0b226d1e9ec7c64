package org.suanwang.market.bridge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/**
 * Which demand is asked for.
 *
 * @param scenario null for the model as it stands
 * @param device the catalogue's id of the device to count in
 * @param start the day on which all jobs start, at 00:00 UTC
 * @param regions at least one, in the order in which the jobs are dealt out
 * @param classes the classes asked for; empty for all that the model has
 * @param servingTime how long serving devices are held; null for as long as a training, and without
 *     one {@link #SERVING_TIME}
 * @param snapshots answers of the catalogue that the request brings
 */
public record DemandQuestion(
    PublishedModel model,
    @Nullable String scenario,
    String device,
    LocalDate start,
    List<String> regions,
    List<String> classes,
    DemandShare share,
    @Nullable Duration servingTime,
    ServingDemand.Cut cut,
    Snapshots snapshots) {
  /** How long serving devices are held where neither request nor model says it. */
  static final Duration SERVING_TIME = Duration.ofDays(30);

  public DemandQuestion {
    regions = List.copyOf(regions);
    classes = List.copyOf(classes);
  }

  /** Answers of the catalogue that the request brings; null where the catalogue is to be asked. */
  public record Snapshots(
      @Nullable Equivalence training,
      @Nullable Equivalence serving,
      @Nullable Accelerator accelerator) {}

  /** The scenario's assumptions. */
  Assumptions assumptions() {
    return model.resolve(scenario);
  }

  Instant submitAt() {
    return start.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Asked for by name, or by naming none when the model has it. */
  boolean wants(String jobClass, String role) {
    return classes.isEmpty() ? model.roles().has(role) : classes.contains(jobClass);
  }
}
