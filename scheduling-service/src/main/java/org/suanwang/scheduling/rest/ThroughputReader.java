package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.throughput.ClassProfile;
import org.suanwang.scheduling.throughput.EfficiencyFactor;
import org.suanwang.scheduling.throughput.LevelFactor;
import org.suanwang.scheduling.throughput.PortingFactor;
import org.suanwang.scheduling.throughput.SharedSpeeds;
import org.suanwang.scheduling.throughput.SharingRow;
import org.suanwang.scheduling.throughput.ThroughputRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.WorkUnit;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads what a request says of how fast jobs are. */
final class ThroughputReader {
  private static final double LEAST = 1e-12;
  private static final double STEPS_PER_SECOND_MAX = 1e9;
  private static final double FLOP_PER_BYTE_MAX = 1e9;
  private static final double SHARE_MIN = 1e-3;
  private static final int SOURCE_LENGTH_MAX = 500;
  private static final String TWICE =
      "a row of this class, type, number of devices and placement is there already";
  private static final String PAIR_TWICE =
      "a row of this class beside that one on this type is there already";

  private final Findings findings;
  private final Set<Object> seen = new HashSet<>();

  private ThroughputReader(Findings findings) {
    this.findings = findings;
  }

  static ThroughputRule read(Findings findings, @Nullable ThroughputRequest given) {
    return given == null ? ThroughputRule.NONE : new ThroughputReader(findings).readAll(given);
  }

  private ThroughputRule readAll(ThroughputRequest given) {
    ThroughputRule rule = withGavel(given, readParts(given));
    requireBothDirections(rule.sharing());
    return rule;
  }

  private ThroughputRule withGavel(ThroughputRequest given, ThroughputRule rule) {
    GavelThroughputs gavel = new GavelThroughputs(findings);
    gavel.read(given.gavel());
    List<ThroughputRow> rows = new ArrayList<>(rule.rows());
    for (ThroughputRow row : gavel.rows()) {
      once(key(row), "throughput.gavel", TWICE);
      rows.add(row);
    }
    SharedSpeeds speeds = new SharedSpeeds(gavel.sharing());
    List<SharingRow> sharing = new ArrayList<>(rule.sharing());
    for (SharingRow row : gavel.sharing()) {
      if (speeds.areBothTold(row)) {
        once(key(row), "throughput.gavel", PAIR_TWICE);
        sharing.add(row);
      }
    }
    return rule.withRows(rows).withSharing(sharing);
  }

  private static List<?> key(ThroughputRow row) {
    return List.of(
        "row", row.jobClass(), row.deviceType(), row.devices(), String.valueOf(row.consolidated()));
  }

  private static List<?> key(SharingRow row) {
    return Arrays.asList("sharing", row.jobClass(), row.beside(), row.deviceType());
  }

  private ThroughputRule readParts(ThroughputRequest given) {
    return new ThroughputRule(
        list("throughput.rows", given.rows(), this::row),
        list("throughput.classes", given.classes(), this::profile),
        new DeviceTypeReader(findings, "throughput.referenceDevices")
            .read(given.referenceDevices()),
        list("throughput.efficiencies", given.efficiencies(), this::efficiency),
        list("throughput.portings", given.portings(), this::porting),
        list("throughput.levels", given.levels(), this::level),
        list("throughput.sharing", given.sharing(), this::sharing));
  }

  private <T, R> List<R> list(
      String field, @Nullable List<@Nullable T> given, BiFunction<String, T, R> reader) {
    List<@Nullable T> all = Objects.requireNonNullElse(given, List.<@Nullable T>of());
    boolean holds =
        findings.require(
            all.size() <= ThroughputRule.ROWS_MAX,
            field,
            all.size(),
            "at most " + ThroughputRule.ROWS_MAX,
            "give fewer");
    List<R> read = new ArrayList<>();
    for (int i = 0; i < all.size() && holds && !findings.isFull(); i++) {
      T one = all.get(i);
      String at = field + "[" + i + "]";
      if (one == null) {
        findings.add(at, null, "must not be null", "remove the null");
      } else {
        read.add(reader.apply(at, one));
      }
    }
    return read;
  }

  private ThroughputRow row(String field, ThroughputRequest.RowRequest one) {
    String jobClass = name(field + ".jobClass", one.jobClass());
    String type = name(field + ".deviceType", one.deviceType());
    int devices = findings.whole(field + ".devices", one.devices(), 1, WorkloadLimits.TASKS_MAX, 1);
    double steps =
        required(field + ".stepsPerSecond", one.stepsPerSecond(), LEAST, STEPS_PER_SECOND_MAX);
    String source = source(field, one.source());
    var row = new ThroughputRow(jobClass, type, devices, one.consolidated(), steps, source);
    once(key(row), field, TWICE);
    return row;
  }

  private ClassProfile profile(String field, ThroughputRequest.ClassRequest one) {
    String jobClass = name(field + ".jobClass", one.jobClass());
    once(List.of("class", jobClass), field + ".jobClass", "the class is there already");
    double flopMax = WorkUnit.AMOUNT_MAX * WorkUnit.FLOP_PER_GIGAFLOP;
    return new ClassProfile(
        jobClass,
        optional(field + ".flopPerStep", one.flopPerStep(), 1, flopMax),
        optional(field + ".flopPerByte", one.flopPerByte(), SHARE_MIN, FLOP_PER_BYTE_MAX),
        WorkReader.precision(findings, field + ".precision", one.precision()),
        optionalName(field + ".softwareStack", one.softwareStack()),
        source(field, one.source()));
  }

  private EfficiencyFactor efficiency(String field, ThroughputRequest.EfficiencyRequest one) {
    String type = optionalName(field + ".deviceType", one.deviceType());
    String vendor = optionalName(field + ".vendor", one.vendor());
    String jobClass = optionalName(field + ".jobClass", one.jobClass());
    once(
        Arrays.asList("efficiency", type, vendor, jobClass),
        field,
        "an efficiency of this type, vendor and class is there already");
    return new EfficiencyFactor(
        type, vendor, jobClass, share(field, one.share()), source(field, one.source()));
  }

  private PortingFactor porting(String field, ThroughputRequest.PortingRequest one) {
    String from = name(field + ".from", one.from());
    String to = name(field + ".to", one.to());
    once(List.of("porting", from, to), field, "this pair of stacks is there already");
    return new PortingFactor(from, to, share(field, one.share()), source(field, one.source()));
  }

  private SharingRow sharing(String field, ThroughputRequest.SharingRequest one) {
    String jobClass = name(field + ".jobClass", one.jobClass());
    String beside = name(field + ".beside", one.beside());
    String type = optionalName(field + ".deviceType", one.deviceType());
    var row =
        new SharingRow(
            jobClass, beside, type, share(field, one.share()), source(field, one.source()));
    once(key(row), field, PAIR_TWICE);
    return row;
  }

  private void requireBothDirections(List<SharingRow> rows) {
    SharedSpeeds speeds = new SharedSpeeds(rows);
    for (int i = 0; i < rows.size() && !findings.isFull(); i++) {
      SharingRow row = rows.get(i);
      findings.require(
          speeds.areBothTold(row),
          "throughput.sharing[" + i + "]",
          row.jobClass() + " beside " + row.beside(),
          "two classes share devices only if it is told what each keeps beside the other",
          "add a row with jobClass " + row.beside() + " and beside " + row.jobClass());
    }
  }

  private LevelFactor level(String field, ThroughputRequest.LevelRequest one) {
    TopologyLevel level = level(findings, field + ".level", one.level());
    once(List.of("level", level), field + ".level", "this level is there already");
    return new LevelFactor(level, share(field, one.share()), source(field, one.source()));
  }

  /** A level by its name; HUB when it is wrong. */
  static TopologyLevel level(Findings findings, String field, @Nullable String given) {
    TopologyLevel found =
        Arrays.stream(TopologyLevel.values())
            .filter(l -> l.name().equals(given))
            .findFirst()
            .orElse(null);
    findings.require(
        found != null,
        field,
        given,
        "must be one of " + Arrays.toString(TopologyLevel.values()),
        "choose one of them");
    return Objects.requireNonNullElse(found, TopologyLevel.HUB);
  }

  private void once(List<?> key, String field, String rule) {
    findings.require(seen.add(key), field, key.subList(1, key.size()), rule, "remove one of them");
  }

  private double share(String field, @Nullable Double given) {
    return required(field + ".share", given, SHARE_MIN, 1);
  }

  private double required(String field, @Nullable Double given, double min, double max) {
    findings.require(given != null, field, null, "is needed", "give a number");
    return findings.number(field, given, min, max, 1);
  }

  private @Nullable Double optional(String field, @Nullable Double given, double min, double max) {
    return given == null ? null : (Double) findings.number(field, given, min, max, 1);
  }

  private String name(String field, @Nullable String given) {
    return findings.name(field, given, WorkloadLimits.NAME_LENGTH_MAX);
  }

  private @Nullable String optionalName(String field, @Nullable String given) {
    return given == null ? null : name(field, given);
  }

  /** No number without a source. */
  private String source(String field, @Nullable String given) {
    return findings.name(field + ".source", given, SOURCE_LENGTH_MAX);
  }
}
