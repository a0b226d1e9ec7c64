package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.SharedDevices;
import org.suanwang.scheduling.throughput.SharedSpeeds;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Jobs that share the devices of one, two by two (Xiao et al., OSDI 2018; Narayanan et al., OSDI
 * 2020, section 3.1). Each holds half of every device and does the part of its speed that was told
 * of its class beside the other's. Whose partner leaves goes on alone at full speed.
 */
final class Partners {
  /** Who has its devices to itself. */
  static final int NONE = -1;

  private final Simulation run;
  private final JobTable jobs;
  private final SharedSpeeds speeds;
  private final int[] partnerOf;

  Partners(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    boolean areAny = run.input().policy().order().sharesDevices();
    speeds = new SharedSpeeds(run.input().throughput().sharing());
    partnerOf = new int[areAny ? jobs.size() : 0];
    Arrays.fill(partnerOf, NONE);
  }

  /** Whether jobs may share devices under the policy of the run. */
  boolean areAny() {
    return partnerOf.length > 0;
  }

  /** The job on the same devices; {@link #NONE} when there is no other. */
  int of(int job) {
    return partnerOf.length == 0 ? NONE : partnerOf[job];
  }

  /** Which part of its speed a job keeps beside another in a group; 0 when they share nothing. */
  double speed(int job, int other, int group) {
    FleetLayout.Group shared = run.input().layout().group(group);
    return speeds.share(jobs.jobClass(job), jobs.jobClass(other), shared.deviceType());
  }

  /** Whether a job that waits may start now beside one that runs alone. */
  boolean takes(int guest, int host) {
    return run.cycle().fitsBeside(run.holdings().of(host), guest);
  }

  /** Starts a job beside one that runs alone. */
  void join(int guest, int host) {
    Allocation whole = run.holdings().of(host);
    Allocation half =
        SharedDevices.join(run.state(), whole, jobs.request(host), jobs.request(guest));
    partnerOf[guest] = host;
    partnerOf[host] = guest;
    run.changes().changePartner(host, half, speed(host, guest, whole.group()));
    run.start(guest, half, speed(guest, host, whole.group()));
  }

  /** A job has given back what it held; whoever was beside it goes on alone, unless it ends now. */
  void left(int job) {
    int other = of(job);
    if (other == NONE) {
      return;
    }
    partnerOf[job] = NONE;
    partnerOf[other] = NONE;
    if (run.holdings().ends().of(other) > run.now()) {
      Allocation half = run.holdings().of(other);
      Allocation whole = SharedDevices.leave(run.state(), half, jobs.request(other));
      run.changes().changePartner(other, whole, 1);
      run.queue().goesOnAlone(other);
    }
  }
}
