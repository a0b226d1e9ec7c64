package org.suanwang.scheduling.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cluster.Price;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Fleets of device types of different speed, price and power, and gangs that may be mixed. Type a
 * is the fastest and the reference; b has half of its speed, c a tenth.
 */
public final class Mixed {
  public static final Map<String, Double> TFLOPS =
      new TreeMap<>(Map.of("a", 100.0, "b", 50.0, "c", 10.0));
  public static final Map<String, Double> WATTS =
      new TreeMap<>(Map.of("a", 700.0, "b", 300.0, "c", 70.0));

  private Mixed() {}

  /** Prices of a, b and c are 9, 3 and 1 yuan an hour. */
  public static Pool pool(String type, int nodes, int devicesPerNode) {
    long price = type.equals("a") ? 9_000_000 : type.equals("b") ? 3_000_000 : 1_000_000;
    return new Pool(type, nodes, devicesPerNode, 0, 0, new Price(price, "test"));
  }

  public static Fleet fleet(Hub... hubs) {
    List<DeviceType> types =
        TFLOPS.entrySet().stream()
            .map(
                e ->
                    new DeviceType(
                        e.getKey(), e.getValue(), WATTS.get(e.getKey()), DeviceType.Source.REQUEST))
            .toList();
    return new Fleet("mixed", List.of(hubs), types, null);
  }

  /** One hub with two nodes of two devices of each of a and b. */
  public static Fleet pair() {
    return fleet(Fleets.hub("h", pool("a", 2, 2), pool("b", 2, 2)));
  }

  /** A request for so many whole devices of any of these types, timed on a. */
  public static TaskRequest request(int devices, List<String> types) {
    return new TaskRequest(devices, 0, 0, 0, types, "a");
  }

  /** The same job, whose gang may be mixed. */
  public static Job mixed(Job job) {
    TaskRequest request = job.request();
    return new Job(
        job.id(),
        job.jobClass(),
        job.region(),
        job.regionRequired(),
        job.tasks(),
        request.withTerms(request.terms().withMixed(true)),
        job.submitSeconds(),
        job.work(),
        job.terms());
  }

  /** A mixed gang of tasks of one device each, of any type. */
  public static Job gang(String id, int tasks, long submit, long work) {
    return mixed(Jobs.job(id, tasks, request(1, List.of()), submit, work));
  }

  /** The same job in a region. */
  public static Job in(String region, boolean required, Job job) {
    return new Job(
        job.id(),
        job.jobClass(),
        region,
        required,
        job.tasks(),
        job.request(),
        job.submitSeconds(),
        job.work(),
        job.terms());
  }
}
