package org.suanwang.scheduling.testing;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.workload.Job;

/** Nodes with names, and jobs that name them. */
public final class Names {
  private Names() {}

  /** The same fleet, of which the nodes are called n0, n1 … by their numbers. */
  public static Fleet named(Fleet fleet) {
    int node = 0;
    List<Hub> hubs = new ArrayList<>();
    for (Hub hub : fleet.hubs()) {
      List<Pool> pools = new ArrayList<>();
      for (Pool pool : hub.pools()) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < pool.nodes(); i++) {
          names.add("n" + node++);
        }
        pools.add(
            new Pool(
                pool.deviceType(),
                pool.nodes(),
                pool.devicesPerNode(),
                pool.cpuMilliPerNode(),
                pool.memoryMibPerNode(),
                pool.price(),
                pool.nodesPerRack(),
                names));
      }
      hubs.add(new Hub(hub.id(), hub.name(), hub.pue(), pools, hub.racksPerSpine(), hub.energy()));
    }
    return new Fleet(
        fleet.name(),
        hubs,
        fleet.deviceTypes(),
        fleet.catalogVersion(),
        fleet.links(),
        fleet.country());
  }

  /** The same job, which starts first on these nodes. */
  public static Job on(Job job, String... nodes) {
    return job.withTerms(job.terms().withStartNodes(List.of(nodes)));
  }
}
