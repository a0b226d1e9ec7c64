package org.suanwang.scheduling.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * How a trace is to be read, where its format leaves a choice.
 *
 * @param runSeconds run time of every job of a list without times; null when it must have times
 * @param devicesPerTaskMax devices of a node: a job of more becomes a gang, or is capped
 * @param capsWiderJobs whether a job of more devices is capped
 * @param takesEndings whether jobs that failed or were stopped do so again at their recorded end;
 *     if not, they complete like others
 * @param stepsPerSecond how fast the reference device works where work is told in steps; null when
 *     nothing is told
 * @param deviceResources names of Kubernetes resources that are devices, in order
 * @param deviceTypeLabel label of a node that names the type of its devices; null for those that
 *     are usual
 * @param at when a list of what was running was taken; null: the latest time that stands in it
 * @param takesOffRunning whether what all running pods of a list hold is taken off their nodes, not
 *     only what those hold that belong to their nodes
 * @param keepsSteps whether work that is told in steps stays so; if not, it becomes seconds
 */
public record TraceOptions(
    @Nullable Long runSeconds,
    int devicesPerTaskMax,
    boolean capsWiderJobs,
    boolean takesEndings,
    @Nullable Double stepsPerSecond,
    List<String> deviceResources,
    @Nullable String deviceTypeLabel,
    @Nullable Instant at,
    boolean takesOffRunning,
    boolean keepsSteps) {
  /** Where nothing is told: nodes of eight devices, and gangs over them. */
  public static final TraceOptions DEFAULT =
      new TraceOptions(
          null, 8, false, false, null, DeviceResources.USUAL, null, null, false, false);

  static final String RUN_SECONDS = "runSeconds";
  static final String DEVICES_PER_TASK_MAX = "devicesPerTaskMax";
  static final String WIDER_JOBS = "widerJobs";
  static final String ENDINGS = "endings";
  static final String STEPS_PER_SECOND = "stepsPerSecond";
  static final String DEVICE_RESOURCES = "deviceResources";
  static final String DEVICE_TYPE_LABEL = "deviceTypeLabel";
  static final String AT = "at";
  static final String HELD_BY = "heldBy";
  static final String WORK = "work";

  private static final String CAP = "cap";
  private static final String RECORDED = "recorded";
  private static final String RUNNING = "running";
  private static final String STEPS = "steps";
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(\\.\\d{1,20})?");
  private static final double PACE_MIN = 1e-6;
  private static final double PACE_MAX = 1e9;
  private static final int LABEL_LENGTH_MAX = 317;

  /**
   * Reads what a request says.
   *
   * @param given options by name
   * @param known those that the format has
   */
  public static TraceOptions read(
      Map<String, String> given, Set<String> known, String format, Findings findings) {
    given.forEach(
        (name, value) ->
            findings.require(
                known.contains(name),
                name,
                value,
                "is no option of format=" + format + ", which has " + known,
                "leave it out"));
    String wider = given.getOrDefault(WIDER_JOBS, "gang");
    findings.require(
        wider.equals("gang") || wider.equals(CAP),
        WIDER_JOBS,
        wider,
        "must be gang (tasks over several nodes) or cap (fewer devices)",
        "choose one of them");
    String endings = given.getOrDefault(ENDINGS, "complete");
    findings.require(
        endings.equals("complete") || endings.equals(RECORDED),
        ENDINGS,
        endings,
        "must be complete (every job does) or recorded (jobs fail or are stopped again)",
        "choose one of them");
    String heldBy = given.getOrDefault(HELD_BY, "daemons");
    findings.require(
        heldBy.equals("daemons") || heldBy.equals(RUNNING),
        HELD_BY,
        heldBy,
        "must be daemons (pods of their nodes hold what they ask for) or running (all that run do)",
        "choose one of them");
    String work = given.getOrDefault(WORK, "seconds");
    findings.require(
        work.equals("seconds") || (work.equals(STEPS) && !given.containsKey(STEPS_PER_SECOND)),
        WORK,
        work,
        "must be seconds (by stepsPerSecond), or steps without stepsPerSecond (by throughput of the"
            + " simulation)",
        "choose one of them");
    String run = given.get(RUN_SECONDS);
    String width = given.get(DEVICES_PER_TASK_MAX);
    return new TraceOptions(
        run == null ? null : whole(RUN_SECONDS, run, WorkloadLimits.SECONDS_MAX, findings),
        width == null
            ? DEFAULT.devicesPerTaskMax
            : (int) whole(DEVICES_PER_TASK_MAX, width, FleetLimits.DEVICES_PER_NODE_MAX, findings),
        wider.equals(CAP),
        endings.equals(RECORDED),
        pace(given.get(STEPS_PER_SECOND), findings),
        resources(given.get(DEVICE_RESOURCES), findings),
        label(given.get(DEVICE_TYPE_LABEL), findings),
        moment(given.get(AT), run != null, findings),
        heldBy.equals(RUNNING),
        work.equals(STEPS));
  }

  private static @Nullable Instant moment(
      @Nullable String text, boolean isSnapshot, Findings findings) {
    if (text == null) {
      return null;
    }
    findings.require(
        isSnapshot,
        AT,
        text,
        "is the moment of a snapshot, which needs runSeconds",
        "give runSeconds too, or leave it out");
    Instant at = TraceTime.find(text);
    findings.require(
        at != null,
        AT,
        text,
        "must be a date and time of 1970 to 2037",
        "write it as 2026-11-30T12:00:00Z");
    return at;
  }

  private static @Nullable Double pace(@Nullable String text, Findings findings) {
    if (text == null) {
      return null;
    }
    double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    boolean holds =
        findings.require(
            value >= PACE_MIN && value <= PACE_MAX,
            STEPS_PER_SECOND,
            text,
            "must be a number from " + PACE_MIN + " to " + PACE_MAX,
            "give steps per second");
    return holds ? value : null;
  }

  private static List<String> resources(@Nullable String text, Findings findings) {
    if (text == null) {
      return DEFAULT.deviceResources;
    }
    List<String> names = List.of(text.split(",", -1));
    for (String name : names) {
      findings.name(DEVICE_RESOURCES, name, WorkloadLimits.NAME_LENGTH_MAX);
    }
    return names;
  }

  private static @Nullable String label(@Nullable String text, Findings findings) {
    return text == null ? null : findings.name(DEVICE_TYPE_LABEL, text, LABEL_LENGTH_MAX);
  }

  private static long whole(String name, String text, long max, Findings findings) {
    try {
      long value = Long.parseLong(text);
      if (value >= 1 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words as a value out of range
    }
    findings.add(name, text, "must be from 1 to " + max, "give a whole number");
    return 1;
  }
}
