package org.suanwang.scheduling.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a workload as columns, ordered by submission and then by the order they were added.
 * Row numbers are the jobs' names inside a run; a million jobs take some fifty megabytes.
 */
public final class JobTable {
  /** Generated jobs are named by this and a number; their names take no memory. */
  public static final String GENERATED_PREFIX = "background-";

  private static final int NO_REGION = -1;
  private static final int NO_ESTIMATE = 0;

  private final @Nullable String[] ids;
  private final int[] numbers;
  private final long[] submitSeconds;
  private final long[] workSeconds;
  private final int[] estimates;
  private final int[] priorities;
  private final int[] tasks;
  private final int[] requests;
  private final int[] classes;
  private final int[] regions;
  private final boolean[] regionRequired;
  private final boolean[] preemptible;
  private final List<TaskRequest> distinctRequests;
  private final List<String> distinctClasses;
  private final List<String> distinctRegions;

  private JobTable(Builder from) {
    int[] order = from.submissionOrder();
    ids = new String[order.length];
    numbers = new int[order.length];
    submitSeconds = new long[order.length];
    workSeconds = new long[order.length];
    estimates = new int[order.length];
    priorities = new int[order.length];
    tasks = new int[order.length];
    requests = new int[order.length];
    classes = new int[order.length];
    regions = new int[order.length];
    regionRequired = new boolean[order.length];
    preemptible = new boolean[order.length];
    for (int row = 0; row < order.length; row++) {
      copyRow(from, order[row], row);
    }
    distinctRequests = List.copyOf(from.requestIndex.keySet());
    distinctClasses = List.copyOf(from.classIndex.keySet());
    distinctRegions = List.copyOf(from.regionIndex.keySet());
  }

  private void copyRow(Builder from, int source, int row) {
    ids[row] = from.ids[source];
    numbers[row] = from.numbers[source];
    submitSeconds[row] = from.submitSeconds[source];
    workSeconds[row] = from.workSeconds[source];
    estimates[row] = from.estimates[source];
    priorities[row] = from.priorities[source];
    tasks[row] = from.tasks[source];
    requests[row] = from.requests[source];
    classes[row] = from.classes[source];
    regions[row] = from.regions[source];
    regionRequired[row] = from.regionRequired[source];
    preemptible[row] = from.preemptible[source];
  }

  public static JobTable of(List<Job> jobs) {
    Builder builder = new Builder();
    jobs.forEach(builder::add);
    return builder.build();
  }

  public int size() {
    return tasks.length;
  }

  public String id(int job) {
    String id = ids[job];
    return id == null ? GENERATED_PREFIX + numbers[job] : id;
  }

  public long submitSeconds(int job) {
    return submitSeconds[job];
  }

  public long workSeconds(int job) {
    return workSeconds[job];
  }

  /** Run time on the reference device as told beforehand; its work when nothing was told. */
  public long estimateSeconds(int job) {
    return estimates[job] == NO_ESTIMATE ? workSeconds[job] : estimates[job];
  }

  /** How many jobs were submitted with an estimate. */
  public int jobsWithEstimate() {
    return (int) Arrays.stream(estimates).filter(e -> e != NO_ESTIMATE).count();
  }

  public int priority(int job) {
    return priorities[job];
  }

  public int tasks(int job) {
    return tasks[job];
  }

  public TaskRequest request(int job) {
    return distinctRequests.get(requests[job]);
  }

  /** The row of this job's request in {@link #distinctRequests()}. */
  public int requestIndex(int job) {
    return requests[job];
  }

  public List<TaskRequest> distinctRequests() {
    return distinctRequests;
  }

  public String jobClass(int job) {
    return distinctClasses.get(classes[job]);
  }

  /** The hub to try first, or null. */
  public @Nullable String region(int job) {
    return regions[job] == NO_REGION ? null : distinctRegions.get(regions[job]);
  }

  public boolean regionRequired(int job) {
    return regionRequired[job];
  }

  /** Whether it may be made to give way once it runs. */
  public boolean preemptible(int job) {
    return preemptible[job];
  }

  /** Devices held by the whole gang, in thousandths. */
  public long milliDevices(int job) {
    return tasks[job] * request(job).milliDevices();
  }

  /** The jobs in row order, one record at a time. */
  public Job job(int job) {
    return new Job(
        id(job),
        jobClass(job),
        region(job),
        regionRequired[job],
        tasks[job],
        request(job),
        submitSeconds[job],
        workSeconds[job],
        estimates[job] == NO_ESTIMATE ? null : (long) estimates[job],
        priorities[job],
        preemptible[job]);
  }

  /** Collects jobs in any order; equal requests, classes and regions are kept once. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 16;

    private final Map<TaskRequest, Integer> requestIndex = new LinkedHashMap<>();
    private final Map<String, Integer> classIndex = new LinkedHashMap<>();
    private final Map<String, Integer> regionIndex = new LinkedHashMap<>();
    private @Nullable String[] ids = new String[FIRST_CAPACITY];
    private int[] numbers = new int[FIRST_CAPACITY];
    private long[] submitSeconds = new long[FIRST_CAPACITY];
    private long[] workSeconds = new long[FIRST_CAPACITY];
    private int[] estimates = new int[FIRST_CAPACITY];
    private int[] priorities = new int[FIRST_CAPACITY];
    private int[] tasks = new int[FIRST_CAPACITY];
    private int[] requests = new int[FIRST_CAPACITY];
    private int[] classes = new int[FIRST_CAPACITY];
    private int[] regions = new int[FIRST_CAPACITY];
    private boolean[] regionRequired = new boolean[FIRST_CAPACITY];
    private boolean[] preemptible = new boolean[FIRST_CAPACITY];
    private int size;

    public int size() {
      return size;
    }

    public Builder add(Job job) {
      append(job);
      ids[size - 1] = job.id();
      return this;
    }

    /** Adds a job whose name is the prefix and this number; the job's own id is not kept. */
    public Builder addGenerated(Job job, int number) {
      append(job);
      numbers[size - 1] = number;
      return this;
    }

    public Builder addAll(JobTable other) {
      for (int job = 0; job < other.size(); job++) {
        append(other.job(job));
        ids[size - 1] = other.ids[job];
        numbers[size - 1] = other.numbers[job];
      }
      return this;
    }

    private void append(Job job) {
      if (size == tasks.length) {
        grow();
      }
      submitSeconds[size] = job.submitSeconds();
      workSeconds[size] = job.workSeconds();
      Long estimate = job.estimateSeconds();
      estimates[size] = estimate == null ? NO_ESTIMATE : estimate.intValue();
      priorities[size] = job.priority();
      tasks[size] = job.tasks();
      requests[size] = index(requestIndex, job.request());
      classes[size] = index(classIndex, job.jobClass());
      String region = job.region();
      regions[size] = region == null ? NO_REGION : index(regionIndex, region);
      regionRequired[size] = job.regionRequired();
      preemptible[size] = job.preemptible();
      size++;
    }

    private static <T> int index(Map<T, Integer> known, T value) {
      Integer index = known.get(value);
      if (index == null) {
        index = known.size();
        known.put(value, index);
      }
      return index;
    }

    private void grow() {
      int capacity = tasks.length * 2;
      ids = Arrays.copyOf(ids, capacity);
      numbers = Arrays.copyOf(numbers, capacity);
      submitSeconds = Arrays.copyOf(submitSeconds, capacity);
      workSeconds = Arrays.copyOf(workSeconds, capacity);
      estimates = Arrays.copyOf(estimates, capacity);
      priorities = Arrays.copyOf(priorities, capacity);
      tasks = Arrays.copyOf(tasks, capacity);
      requests = Arrays.copyOf(requests, capacity);
      classes = Arrays.copyOf(classes, capacity);
      regions = Arrays.copyOf(regions, capacity);
      regionRequired = Arrays.copyOf(regionRequired, capacity);
      preemptible = Arrays.copyOf(preemptible, capacity);
    }

    /**
     * Moves all submissions so much earlier that the first is at second 0.
     *
     * @return by how many seconds
     */
    public long startAtFirst() {
      long first = Arrays.stream(submitSeconds, 0, size).min().orElse(0);
      for (int i = 0; i < size; i++) {
        submitSeconds[i] -= first;
      }
      return first;
    }

    /** Both fit in 31 bits, so one sort of longs orders by submission and then by entry. */
    private int[] submissionOrder() {
      long[] keys = new long[size];
      for (int i = 0; i < size; i++) {
        keys[i] = submitSeconds[i] << 32 | i;
      }
      Arrays.sort(keys);
      return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    public JobTable build() {
      return new JobTable(this);
    }
  }

  /** The jobs as records, for readers that do not mind the memory. */
  public List<Job> toList() {
    List<Job> jobs = new ArrayList<>(size());
    for (int job = 0; job < size(); job++) {
      jobs.add(job(job));
    }
    return jobs;
  }
}
