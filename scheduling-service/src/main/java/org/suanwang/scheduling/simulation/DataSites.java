package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.HubGate;
import org.suanwang.scheduling.network.Links;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * In which hubs the data of jobs is: in its own, and in all to which it has been brought, where it
 * stays. A job with data may start nowhere else.
 */
public final class DataSites implements HubGate {
  /** Stands for no data. */
  public static final int NONE = -1;

  private final JobTable jobs;
  private final int[] dataOfRequest;
  private final List<JobData> all = new ArrayList<>();
  private final List<BitSet> hubs = new ArrayList<>();

  private DataSites(FleetLayout layout, JobTable jobs) {
    this.jobs = jobs;
    List<TaskRequest> requests = jobs.distinctRequests();
    dataOfRequest = new int[requests.size()];
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < dataOfRequest.length; i++) {
      JobData data = requests.get(i).terms().hubs().data();
      dataOfRequest[i] =
          data == null ? NONE : known.computeIfAbsent(data.id(), id -> add(data, layout.links()));
    }
  }

  private int add(JobData data, Links links) {
    BitSet at = new BitSet();
    int home = links.hub(data.hub());
    if (home != Links.UNKNOWN) {
      at.set(home);
    }
    all.add(data);
    hubs.add(at);
    return all.size() - 1;
  }

  /** Where all data is at the beginning of a run; null when no job has any. */
  public static @Nullable DataSites of(FleetLayout layout, JobTable jobs) {
    boolean areAny =
        jobs.distinctRequests().stream().anyMatch(r -> r.terms().hubs().data() != null);
    return areAny ? new DataSites(layout, jobs) : null;
  }

  @Override
  public boolean isOpen(int job, int hub) {
    int data = of(job);
    return data == NONE || hubs.get(data).get(hub);
  }

  /** The number of a job's data; {@link #NONE} when it has none. */
  public int of(int job) {
    return dataOfRequest[jobs.requestIndex(job)];
  }

  /** How many data there are. */
  public int size() {
    return all.size();
  }

  /** What is known of data with a number. */
  public JobData data(int number) {
    return all.get(number);
  }

  /** Where it is; do not change the set. */
  public BitSet hubs(int number) {
    return hubs.get(number);
  }

  /** It has come to a hub. */
  public void arrive(int number, int hub) {
    hubs.get(number).set(hub);
  }
}
