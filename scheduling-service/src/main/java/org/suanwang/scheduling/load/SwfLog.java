package org.suanwang.scheduling.load;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.load.SwfLine.Field;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.Tenant;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * A log in the Standard Workload Format of the Parallel Workloads Archive (Chapin et al. 1999).
 * Header comments, then a job a line; times in seconds. Each job becomes a gang of tasks of one
 * device, its processors: as many as were allocated, or, where that is unknown, requested. It runs
 * for its run time, its requested time is the estimate, its user the class and, below the group,
 * the tenant. A run of no time lasts a second. Left out are jobs of which the run time or the
 * processors are unknown, and the lines that tell of parts of a job (status 2, 3, 4): the line of
 * the whole job is there too.
 */
public final class SwfLog {
  /** The one device type of such a fleet. */
  public static final String PROCESSOR = "processor";

  private static final Pattern HEADER = Pattern.compile(";\\s*(\\w+):\\s*(\\d{1,18}).*");
  private static final int COMMENTS_MAX = 100_000;
  private static final long EPOCH_SECONDS_MAX = 7_258_118_400L;
  private static final TaskRequest REQUEST = TaskRequest.wholeDevices(1, PROCESSOR);

  private final Findings findings = new Findings();
  private final Map<String, Long> header = new HashMap<>();
  private final JobTable.Builder jobs = new JobTable.Builder();
  private final Set<Integer> numbers = new HashSet<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();
  private long processorsUsed;
  private int comments;

  private SwfLog() {}

  /**
   * Reads a whole log.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static SwfLog load(Reader from) {
    SwfLog log = new SwfLog();
    TextLines lines = new TextLines(from);
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        log.add(line.strip(), lines.where());
        if (log.findings.isFull()) {
          break;
        }
      }
    } catch (IOException e) {
      UnreadableTextException.note(e, "after " + lines.where(), log.findings);
    }
    log.findings.throwIfAny();
    if (log.jobs.size() == 0) {
      throw new InvalidInputException(
          "(body)", "", "must have at least one job that ran", "send a log");
    }
    return log;
  }

  private void add(String line, String where) {
    if (line.startsWith(";")) {
      requireFewComments(where);
      Matcher known = HEADER.matcher(line);
      if (known.matches()) {
        header.putIfAbsent(known.group(1), Long.parseLong(known.group(2)));
      }
    } else if (!line.isEmpty()) {
      SwfLine job = new SwfLine(findings, where, line);
      if (job.isWhole()) {
        add(job, where);
      }
    }
  }

  private void requireFewComments(String where) {
    comments++;
    if (comments > COMMENTS_MAX) {
      throw new InvalidInputException(
          where, "", "at most " + COMMENTS_MAX + " lines of comment", "leave some out");
    }
  }

  private void add(SwfLine line, String where) {
    long number = line.known(Field.JOB_NUMBER, Integer.MAX_VALUE - 1);
    long submit = line.known(Field.SUBMIT_TIME, WorkloadLimits.SECONDS_MAX);
    long run = line.whole(Field.RUN_TIME, WorkloadLimits.SECONDS_MAX);
    long allocated = line.whole(Field.ALLOCATED_PROCESSORS, WorkloadLimits.TASKS_MAX);
    long requested = line.whole(Field.REQUESTED_PROCESSORS, WorkloadLimits.TASKS_MAX);
    long estimate = line.whole(Field.REQUESTED_TIME, WorkloadLimits.SECONDS_MAX);
    long user = line.whole(Field.USER, Integer.MAX_VALUE);
    long group = line.whole(Field.GROUP, Integer.MAX_VALUE);
    long status = line.whole(Field.STATUS, Integer.MAX_VALUE);
    if (!line.isWhole()) {
      return;
    }
    long processors = allocated > 0 ? allocated : requested;
    boolean isPart = status >= 2 && status <= 4;
    if (isPart || run == SwfLine.UNKNOWN || processors < 1) {
      String why = isPart ? "a part of a job" : "run time or processors unknown";
      leftOut.merge(why, 1, Integer::sum);
      return;
    }
    if (!numbers.add((int) number)) {
      findings.add(where, number, "job numbers must be unique", "mend the line");
    }
    requireRoom(where);
    processorsUsed = Math.max(processorsUsed, processors);
    Job job =
        new Job(
            Long.toString(number),
            user == SwfLine.UNKNOWN ? "job" : "user-" + user,
            null,
            false,
            (int) processors,
            REQUEST,
            submit,
            Math.max(1, run));
    jobs.add(job.withEstimate(estimate < 1 ? null : estimate).withTenant(tenant(group, user)));
  }

  /** Users below their groups. */
  private static String tenant(long group, long user) {
    String ofUser = user == SwfLine.UNKNOWN ? "user-unknown" : "user-" + user;
    if (group != SwfLine.UNKNOWN) {
      return "group-" + group + Tenant.SEPARATOR + ofUser;
    }
    return user == SwfLine.UNKNOWN ? Tenant.DEFAULT : ofUser;
  }

  private void requireRoom(String where) {
    if (jobs.size() == WorkloadLimits.JOBS_MAX) {
      throw new InvalidInputException(
          where, "", "at most " + WorkloadLimits.JOBS_MAX + " jobs", "send a smaller log");
    }
  }

  /** The jobs that ran. */
  public JobTable jobs() {
    return jobs.build();
  }

  /** Lines that are not among the jobs. */
  public int leftOut() {
    return leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The jobs with second 0 and what is not among them. */
  public RecordedWorkload workload() {
    return new RecordedWorkload(jobs(), epoch(), leftOut, new TreeMap<>());
  }

  /** The instant of second 0, UnixStartTime of the header; 1970 when it is not told. */
  public Instant epoch() {
    Long start = header.get("UnixStartTime");
    return start == null || start > EPOCH_SECONDS_MAX
        ? Instant.EPOCH
        : Instant.ofEpochSecond(start);
  }

  /** MaxProcs of the header, or MaxNodes, or the most that a job used. */
  public long processors() {
    Long told = header.get("MaxProcs");
    told = told == null || told == 0 ? header.get("MaxNodes") : told;
    return told == null || told == 0 ? processorsUsed : told;
  }

  /**
   * A fleet of that many nodes of one processor each.
   *
   * @throws InvalidInputException when there are more than a fleet may have
   */
  public Fleet fleet(String name) {
    if (processors() > FleetLimits.NODES_MAX) {
      throw new InvalidInputException(
          "MaxProcs",
          Long.toString(processors()),
          "at most " + FleetLimits.NODES_MAX + " nodes",
          "describe a smaller fleet");
    }
    Pool pool = new Pool(PROCESSOR, (int) processors(), 1, 0, 0, null);
    return new Fleet(
        name,
        List.of(new Hub("swf", name, null, List.of(pool))),
        List.of(DeviceType.named(PROCESSOR)),
        null);
  }
}
