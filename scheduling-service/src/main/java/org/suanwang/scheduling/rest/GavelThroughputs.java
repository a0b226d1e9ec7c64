package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.throughput.SharingRow;
import org.suanwang.scheduling.throughput.ThroughputRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads the throughputs of Gavel's simulator as they are in its file (Narayanan et al., OSDI 2020;
 * {@code simulation_throughputs.json}): by device type and job type, steps per second alone, under
 * {@code null}, and beside jobs of other types, as a pair of which the first is the job's own.
 */
final class GavelThroughputs {
  static final String SOURCE = "throughput.gavel of the request";

  private static final String FIELD = "throughput.gavel";
  private static final String ALONE = "null";
  private static final String SPREAD = "_unconsolidated";
  private static final Pattern JOB_TYPE = Pattern.compile("\\('(.+)', (\\d{1,6})\\)");
  private static final double STEPS_PER_SECOND_MAX = 1e9;
  private static final double SHARE_MIN = 1e-3;

  private final Findings findings;
  private final List<ThroughputRow> rows = new ArrayList<>();
  private final List<SharingRow> sharing = new ArrayList<>();
  private final Set<String> typesAlsoSpread = new HashSet<>();

  /** Throughputs of one job type by the others beside it. */
  private record Entry(String deviceType, String name, String jobClass, int devices) {}

  GavelThroughputs(Findings findings) {
    this.findings = findings;
  }

  List<ThroughputRow> rows() {
    return rows;
  }

  List<SharingRow> sharing() {
    return sharing;
  }

  /** Reads the whole table; null is none. */
  void read(@Nullable Map<String, @Nullable Map<String, @Nullable Map<String, JsonNode>>> table) {
    if (table == null) {
      return;
    }
    for (String type : table.keySet()) {
      if (type.endsWith(SPREAD)) {
        typesAlsoSpread.add(baseOf(type));
      }
    }
    table.forEach(this::readType);
  }

  private static String baseOf(String type) {
    return type.substring(0, type.length() - SPREAD.length());
  }

  private void readType(
      String type, @Nullable Map<String, @Nullable Map<String, JsonNode>> byJobType) {
    String field = FIELD + "." + type;
    boolean isSpread = type.endsWith(SPREAD);
    String deviceType =
        findings.name(field, isSpread ? baseOf(type) : type, WorkloadLimits.NAME_LENGTH_MAX);
    if (byJobType == null) {
      findings.add(field, null, "must be throughputs by job type", "remove it");
      return;
    }
    byJobType.forEach(
        (name, throughputs) -> {
          if (!findings.isFull()) {
            readJobType(field, deviceType, isSpread, name, throughputs, byJobType);
          }
        });
  }

  private void readJobType(
      String field,
      String deviceType,
      boolean isSpread,
      String name,
      @Nullable Map<String, JsonNode> throughputs,
      Map<String, @Nullable Map<String, JsonNode>> all) {
    String at = field + "." + name;
    Entry entry = entry(at, deviceType, name);
    if (entry == null) {
      return;
    }
    if (throughputs == null || !throughputs.containsKey(ALONE)) {
      findings.add(at, null, "needs what it does alone, under \"null\"", "add it");
      return;
    }
    double alone = rate(at + "." + ALONE, throughputs.get(ALONE));
    addRow(entry, alone, isSpread);
    if (!isSpread) {
      for (Map.Entry<String, JsonNode> pair : throughputs.entrySet()) {
        if (!pair.getKey().equals(ALONE) && !findings.isFull()) {
          addPair(at, entry, alone, pair.getKey(), pair.getValue(), all);
        }
      }
    }
  }

  private @Nullable Entry entry(String at, String deviceType, String name) {
    Matcher parts = JOB_TYPE.matcher(name);
    int devices = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
    boolean holds =
        findings.require(
            devices >= 1 && devices <= WorkloadLimits.TASKS_MAX,
            at,
            name,
            "must be a job type and its number of devices, as ('A3C', 1)",
            "write it so");
    return holds
        ? new Entry(
            deviceType,
            name,
            findings.name(at, parts.group(1), WorkloadLimits.NAME_LENGTH_MAX),
            devices)
        : null;
  }

  /** What does nothing on a type was not measured there; one device cannot be spread. */
  private void addRow(Entry entry, double steps, boolean isSpread) {
    if (steps == 0 || (isSpread && entry.devices() == 1)) {
      return;
    }
    Boolean consolidated = null;
    if (entry.devices() > 1 && typesAlsoSpread.contains(entry.deviceType())) {
      consolidated = !isSpread;
    }
    if (hasRoom(rows.size(), "rows")) {
      rows.add(
          new ThroughputRow(
              entry.jobClass(), entry.deviceType(), entry.devices(), consolidated, steps, SOURCE));
    }
  }

  /** Pairs are told by class, so those of one device count; more do not change what they share. */
  private void addPair(
      String field,
      Entry entry,
      double alone,
      String other,
      @Nullable JsonNode pair,
      Map<String, @Nullable Map<String, JsonNode>> all) {
    String at = field + "." + other;
    Entry beside = entry(at, entry.deviceType(), other);
    boolean isPair = pair != null && pair.isArray() && pair.size() == 2;
    findings.require(isPair, at, pair, "must be two numbers, [a, b]", "give what each does");
    if (beside == null || pair == null || !isPair) {
      return;
    }
    double own = rate(at + "[0]", pair.get(0));
    double others = rate(at + "[1]", pair.get(1));
    Map<String, JsonNode> back = all.get(other);
    findings.require(
        back != null && back.containsKey(entry.name()),
        at,
        other,
        "needs the same pair below " + other,
        "add it");
    double share = alone == 0 ? 0 : own / alone;
    if (entry.devices() == 1 && beside.devices() == 1 && others > 0 && share >= SHARE_MIN) {
      addSharing(entry, beside, Math.min(1, share));
    }
  }

  private void addSharing(Entry entry, Entry beside, double share) {
    if (hasRoom(sharing.size(), "pairs")) {
      sharing.add(
          new SharingRow(entry.jobClass(), beside.jobClass(), entry.deviceType(), share, SOURCE));
    }
  }

  private boolean hasRoom(int size, String what) {
    return findings.require(
        size < ThroughputRule.ROWS_MAX,
        FIELD,
        "more than " + size + " " + what,
        "at most " + ThroughputRule.ROWS_MAX,
        "leave out job types that no job has");
  }

  private double rate(String at, @Nullable JsonNode value) {
    boolean holds =
        findings.require(
            value != null
                && value.isNumber()
                && value.doubleValue() >= 0
                && value.doubleValue() <= STEPS_PER_SECOND_MAX,
            at,
            value,
            "must be steps per second, a number from 0 to " + STEPS_PER_SECOND_MAX,
            "give a number; 0 where it cannot run");
    return holds && value != null ? value.doubleValue() : 0;
  }
}
