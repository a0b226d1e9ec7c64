package org.suanwang.scheduling.workload;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a workload as columns, ordered by submission and then by the order they were added.
 * Row numbers are the jobs' names inside a run; a million jobs take some fifty megabytes.
 */
public final class JobTable {
  /** Generated jobs are named by this and a number; their names take no memory. */
  public static final String GENERATED_PREFIX = "background-";

  /** Stands for a time that does not come. */
  public static final long NEVER = Long.MAX_VALUE;

  private final JobColumns columns;
  private final JobNames names;
  private final long @Nullable [] timed;
  private final boolean isRigid;

  private JobTable(JobColumns columns, JobNames names, long @Nullable [] timed, boolean isRigid) {
    this.columns = columns;
    this.names = names;
    this.timed = timed;
    this.isRigid = isRigid;
  }

  public static JobTable of(List<Job> jobs) {
    Builder builder = new Builder();
    jobs.forEach(builder::add);
    return builder.build();
  }

  public int size() {
    return columns.rows();
  }

  public String id(int job) {
    String id = columns.ids[job];
    return id == null ? GENERATED_PREFIX + columns.numbers[job] : id;
  }

  public long submitSeconds(int job) {
    return columns.submitSeconds[job];
  }

  /** How much is to be done, in the unit of the job's request. */
  public long work(int job) {
    return columns.work[job];
  }

  /** Run time on the reference device; of work in other units of a {@link #timed} table, else 0. */
  public long workSeconds(int job) {
    boolean isTold = request(job).terms().unit() == WorkUnit.SECONDS;
    return timed != null ? timed[job] : isTold ? columns.work[job] : 0;
  }

  /** The same jobs, of which the requests are changed like this. */
  public JobTable withRequests(UnaryOperator<TaskRequest> change) {
    return new JobTable(columns, names.withRequests(change), timed, isRigid);
  }

  /** Whether the work of some job is told in another unit than seconds. */
  public boolean hasOtherWork() {
    return names.requests().stream().anyMatch(r -> r.terms().unit() != WorkUnit.SECONDS);
  }

  /** The same jobs, of which it is now known how long each runs on its reference device. */
  public JobTable timed(IntToLongFunction seconds) {
    long[] all = IntStream.range(0, size()).mapToLong(seconds).toArray();
    return new JobTable(columns, names, all, isRigid);
  }

  /** Run time on the reference device as told beforehand; its work when nothing was told. */
  public long estimateSeconds(int job) {
    return hasEstimate(job) ? columns.estimates[job] : workSeconds(job);
  }

  /** How many jobs were submitted with an estimate. */
  public int jobsWithEstimate() {
    return (int) IntStream.range(0, size()).filter(this::hasEstimate).count();
  }

  public int priority(int job) {
    return columns.priorities[job];
  }

  /** By when it is to have ended, seconds since the epoch; {@link #NEVER} when nobody said. */
  public long deadlineSeconds(int job) {
    return columns.after(job, columns.deadlines[job]);
  }

  /** When it is withdrawn if it has not started, seconds since the epoch, or {@link #NEVER}. */
  public long startTimeoutSeconds(int job) {
    return columns.after(job, columns.startTimeouts[job]);
  }

  /** When its user cancels it if it has not ended, seconds since the epoch, or {@link #NEVER}. */
  public long cancelSeconds(int job) {
    return columns.after(job, columns.cancelAfters[job]);
  }

  /** For how long its start may be put off; 0 for most. */
  public long deferrableSeconds(int job) {
    return columns.deferrables[job];
  }

  /** How it comes to the end of its work. */
  public JobEnding ending(int job) {
    return columns.ending(job);
  }

  /** Names of the nodes on which it starts first: of each task one, or one for all, or none. */
  public List<String> startNodes(int job) {
    return columns.startNodes(job);
  }

  /** How many jobs name nodes. */
  public int jobsWithStartNodes() {
    return columns.startNodes.size();
  }

  public int tasks(int job) {
    return columns.tasks[job];
  }

  /** With how many tasks it is content while there is no room for all. */
  public int tasksMin(int job) {
    int atLeast = columns.tasksMin[job];
    return isRigid || atLeast == JobColumns.NOT_SAID ? columns.tasks[job] : atLeast;
  }

  /** Whether it may run with fewer tasks than it wants. */
  public boolean isElastic(int job) {
    return tasksMin(job) < columns.tasks[job];
  }

  /** Whether it may, or may be spread over several device types. */
  public boolean isFlexible(int job) {
    return isElastic(job) || request(job).terms().mixed();
  }

  /** How many jobs may run with fewer tasks. */
  public int elasticJobs() {
    return (int) IntStream.range(0, size()).filter(this::isElastic).count();
  }

  /** The same jobs, none of which may run with fewer tasks than it wants, or be mixed. */
  public JobTable rigid() {
    boolean isSo = elasticJobs() == 0 && !names.hasMixed();
    return isSo ? this : new JobTable(columns, names.unmixed(), timed, true);
  }

  public TaskRequest request(int job) {
    return names.requests().get(columns.requests[job]);
  }

  /** The row of this job's request in {@link #distinctRequests()}. */
  public int requestIndex(int job) {
    return columns.requests[job];
  }

  public List<TaskRequest> distinctRequests() {
    return names.requests();
  }

  public String jobClass(int job) {
    return names.classes().get(columns.classes[job]);
  }

  /** The number of this job's class among those of the table. */
  public int classIndex(int job) {
    return columns.classes[job];
  }

  /** Whether its user told beforehand how long it runs. */
  public boolean hasEstimate(int job) {
    return columns.estimates[job] != JobColumns.NOT_SAID;
  }

  /** The hub to try first, or null. */
  public @Nullable String region(int job) {
    return names.region(columns.regions[job]);
  }

  public boolean regionRequired(int job) {
    return columns.regionRequired[job];
  }

  /** Whether it may be made to give way once it runs. */
  public boolean preemptible(int job) {
    return columns.preemptible[job];
  }

  /** The path of the queue for which it runs. */
  public String tenant(int job) {
    return names.tenants().get(columns.tenants[job]);
  }

  /** The row of this job's tenant in {@link #distinctTenants()}. */
  public int tenantIndex(int job) {
    return columns.tenants[job];
  }

  /** The tenants of all jobs, each once, in the order in which they were added. */
  public List<String> distinctTenants() {
    return names.tenants();
  }

  /** Devices held by the whole gang, in thousandths. */
  public long milliDevices(int job) {
    return columns.tasks[job] * request(job).milliDevices();
  }

  /** The jobs in row order, one record at a time. */
  public Job job(int job) {
    return new Job(
        id(job),
        jobClass(job),
        region(job),
        columns.regionRequired[job],
        columns.tasks[job],
        request(job),
        columns.submitSeconds[job],
        columns.work[job],
        columns.terms(job, tenant(job)));
  }

  /** Collects jobs in any order; equal requests, classes, regions and tenants are kept once. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 16;

    private final JobNames.Builder names = new JobNames.Builder();
    private final JobColumns columns = new JobColumns(FIRST_CAPACITY);
    private int size;

    public int size() {
      return size;
    }

    public Builder add(Job job) {
      append(job);
      columns.ids[size - 1] = job.id();
      return this;
    }

    /** Adds a job whose name is the prefix and this number; the job's own id is not kept. */
    public Builder addGenerated(Job job, int number) {
      append(job);
      columns.numbers[size - 1] = number;
      return this;
    }

    public Builder addAll(JobTable other) {
      for (int job = 0; job < other.size(); job++) {
        append(other.job(job));
        columns.ids[size - 1] = other.columns.ids[job];
        columns.numbers[size - 1] = other.columns.numbers[job];
      }
      return this;
    }

    private void append(Job job) {
      if (size == columns.rows()) {
        columns.extendTo(size * 2);
      }
      columns.submitSeconds[size] = job.submitSeconds();
      columns.work[size] = job.work();
      columns.tasks[size] = job.tasks();
      columns.requests[size] = names.request(job.request());
      columns.classes[size] = names.jobClass(job.jobClass());
      columns.regions[size] = names.region(job.region());
      columns.regionRequired[size] = job.regionRequired();
      columns.setTerms(size, job.terms());
      columns.tenants[size] = names.tenant(job.terms().tenant());
      size++;
    }

    /** Moves all submissions so much earlier that the first is at second 0; returns how much. */
    public long startAtFirst() {
      return columns.startAtFirst(size);
    }

    public JobTable build() {
      return new JobTable(columns.inOrder(size), names.build(), null, false);
    }
  }

  /** The jobs as records, for readers that do not mind the memory. */
  public List<Job> toList() {
    return IntStream.range(0, size()).mapToObj(this::job).toList();
  }
}
