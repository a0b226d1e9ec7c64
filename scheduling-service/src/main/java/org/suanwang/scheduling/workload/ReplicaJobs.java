package org.suanwang.scheduling.workload;

import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.inference.ReplicaPlace;
import org.suanwang.scheduling.inference.StepClock;

/**
 * The replicas of a service as jobs: each is wanted from the beginning of a step until the end of
 * another, and the one that was wanted last goes first. Replicas do not give way. One that waits
 * for its devices serves for what is left, and is cancelled when it is no longer wanted.
 */
public final class ReplicaJobs {
  /** Before the name of a service it is the class of its replicas' jobs. */
  public static final String CLASS_PREFIX = "inference/";

  private final InferenceService service;
  private final JobTable.Builder jobs;
  private final TaskRequest request;
  private int number;

  private ReplicaJobs(InferenceService service, JobTable.Builder jobs) {
    this.service = service;
    this.jobs = jobs;
    ReplicaPlace place = service.place();
    request =
        TaskRequest.wholeDevices(place.devicesPerTask(), place.deviceType())
            .withTerms(RequestTerms.USUAL.withHubs(new HubTerms(place.latency(), null)));
  }

  /** The class of the jobs of a service. */
  public static String jobClass(InferenceService service) {
    return CLASS_PREFIX + service.name();
  }

  /**
   * How many jobs they are.
   *
   * @param wanted replicas in each step
   */
  public static long count(int[] wanted) {
    long count = 0;
    int before = 0;
    for (int now : wanted) {
      count += Math.max(0, now - before);
      before = now;
    }
    return count;
  }

  /**
   * Adds them.
   *
   * @param wanted replicas in each step
   */
  public static void addTo(JobTable.Builder jobs, InferenceService service, int[] wanted) {
    ReplicaJobs replicas = new ReplicaJobs(service, jobs);
    StepClock clock = service.clock();
    long[] since = new long[service.scaling().replicasMax()];
    int running = 0;
    for (int step = 0; step <= wanted.length; step++) {
      int now = step == wanted.length ? 0 : wanted[step];
      while (running > now) {
        running--;
        replicas.add(since[running], clock.from(step));
      }
      while (running < now) {
        since[running] = clock.from(step);
        running++;
      }
    }
  }

  private void add(long fromSeconds, long toSeconds) {
    ReplicaPlace place = service.place();
    number++;
    jobs.add(
        new Job(
                jobClass(service) + "/" + number,
                jobClass(service),
                place.region(),
                place.regionRequired(),
                place.tasks(),
                request,
                fromSeconds,
                toSeconds - fromSeconds)
            .withTerms(
                new JobTerms(
                    null,
                    place.priority(),
                    false,
                    place.tenant(),
                    null,
                    null,
                    toSeconds - fromSeconds,
                    JobEnding.COMPLETES,
                    null)));
  }
}
