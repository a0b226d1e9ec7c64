package org.suanwang.scheduling.testing;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cluster.Price;

/** Small fleets for tests. */
public final class Fleets {
  public static final Price PRICE = new Price(9_500_000, "test");

  private Fleets() {}

  public static Pool pool(String type, int nodes, int devicesPerNode) {
    return new Pool(type, nodes, devicesPerNode, 0, 0, PRICE);
  }

  public static Hub hub(String id, Pool... pools) {
    return new Hub(id, id, null, List.of(pools));
  }

  /** A fleet of these hubs; every type has 100 TFLOP/s and 300 W. */
  public static Fleet of(Hub... hubs) {
    List<DeviceType> types = new ArrayList<>();
    for (Hub hub : hubs) {
      for (Pool pool : hub.pools()) {
        String id = pool.deviceType();
        if (id != null && types.stream().noneMatch(t -> t.id().equals(id))) {
          types.add(new DeviceType(id, 100.0, 300.0, DeviceType.Source.REQUEST));
        }
      }
    }
    return new Fleet("test", List.of(hubs), types, null);
  }

  /** One hub "h" with nodes of one type "a". */
  public static Fleet single(int nodes, int devicesPerNode) {
    return of(hub("h", pool("a", nodes, devicesPerNode)));
  }
}
