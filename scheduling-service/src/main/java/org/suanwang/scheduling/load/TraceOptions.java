package org.suanwang.scheduling.load;

import java.util.Map;
import java.util.Set;
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
 */
public record TraceOptions(
    @Nullable Long runSeconds, int devicesPerTaskMax, boolean capsWiderJobs) {
  /** Where nothing is told: nodes of eight devices, and gangs over them. */
  public static final TraceOptions DEFAULT = new TraceOptions(null, 8, false);

  static final String RUN_SECONDS = "runSeconds";
  static final String DEVICES_PER_TASK_MAX = "devicesPerTaskMax";
  static final String WIDER_JOBS = "widerJobs";

  private static final String CAP = "cap";

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
    String run = given.get(RUN_SECONDS);
    String width = given.get(DEVICES_PER_TASK_MAX);
    return new TraceOptions(
        run == null ? null : whole(RUN_SECONDS, run, WorkloadLimits.SECONDS_MAX, findings),
        width == null
            ? DEFAULT.devicesPerTaskMax
            : (int) whole(DEVICES_PER_TASK_MAX, width, FleetLimits.DEVICES_PER_NODE_MAX, findings),
        wider.equals(CAP));
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
