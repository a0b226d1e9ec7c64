package org.suanwang.scheduling.simulation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;

/**
 * Energy a second time, device by device and second by second: what it draws now, at the hour that
 * java.time says it is there.
 */
final class SlowEnergy implements EventSink {
  private final FleetLayout layout;
  private final double efficiency;
  private final Map<Integer, Allocation> held = new HashMap<>();
  private final Set<Integer> down = new HashSet<>();
  private final List<Moment> moments = new ArrayList<>();

  /** Watts of the devices of each hub from a second on, held and idle. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Moment(long seconds, double[] heldWatts, double[] idleWatts) {}

  /** What a hub drew. */
  static final class Sum {
    double allocated;
    double idle;
    double cost;
    double carbon;
    double green;
  }

  SlowEnergy(FleetLayout layout, double efficiency) {
    this.layout = layout;
    this.efficiency = efficiency;
    note(0);
  }

  @Override
  public void accept(Event event) {
    switch (event.kind()) {
      case STARTED, RESIZED, PARTNER_CHANGED -> held.put(event.job(), event.allocation());
      case SUBMITTED, BLOCKED, REJECTED -> {}
      default -> held.remove(event.job());
    }
    note(event.timeSeconds());
  }

  @Override
  public void change(Withdrawal withdrawal) {
    for (int device : withdrawal.devices()) {
      if (withdrawal.isBack()) {
        down.remove(device);
      } else {
        down.add(device);
      }
    }
    note(withdrawal.timeSeconds());
  }

  private void note(long seconds) {
    double[] share = new double[layout.devices()];
    for (Allocation one : held.values()) {
      for (int device : one.devices()) {
        share[device] += one.milliOnDevice() / 1000.0;
      }
    }
    int hubs = layout.fleet().hubs().size();
    Moment moment = new Moment(seconds, new double[hubs], new double[hubs]);
    for (int device = 0; device < share.length; device++) {
      FleetLayout.PoolSpan pool = layout.poolOfDevice(device);
      int hub = layout.group(pool.group()).hub();
      DeviceType type =
          layout
              .fleet()
              .findDeviceType(Objects.requireNonNull(pool.pool().deviceType()))
              .orElseThrow();
      Double most = type.powerWatts();
      Double idle = type.idlePowerWatts();
      if (most != null && !down.contains(device)) {
        double busy = idle == null ? most : idle + efficiency * (most - idle);
        moment.heldWatts[hub] += share[device] * busy;
        moment.idleWatts[hub] += (1 - share[device]) * (idle == null ? 0 : idle);
      }
    }
    if (!moments.isEmpty() && moments.getLast().seconds == seconds) {
      moments.removeLast();
    }
    moments.add(moment);
  }

  /** What each hub drew until the end of a window, kWh, CNY, kg. */
  List<Sum> sums(Instant epoch, long window) {
    List<Sum> sums = new ArrayList<>();
    for (int h = 0; h < layout.fleet().hubs().size(); h++) {
      Hub hub = layout.fleet().hubs().get(h);
      ZoneId zone = ZoneId.of(hub.energy().timeZone());
      Sum sum = new Sum();
      int at = 0;
      for (long second = 0; second < window; second++) {
        while (at + 1 < moments.size() && moments.get(at + 1).seconds <= second) {
          at++;
        }
        int hour = epoch.plusSeconds(second).atZone(zone).getHour();
        add(sum, hub, hour, moments.get(at).heldWatts[h], moments.get(at).idleWatts[h]);
      }
      sums.add(sum);
    }
    return sums;
  }

  private static void add(Sum sum, Hub hub, int hour, double heldWatts, double idleWatts) {
    double pue = at(hub.pues(), hour, 1) / 3.6e6;
    double all = (heldWatts + idleWatts) * pue;
    sum.allocated += heldWatts * pue;
    sum.idle += idleWatts * pue;
    var tariff = hub.energy().tariff();
    sum.cost += tariff == null ? 0 : all * at(tariff.cnyPerKilowattHour(), hour, 0);
    sum.carbon += all * at(hub.energy().carbonGramsPerKilowattHour(), hour, 0) / 1000;
    sum.green += all * at(hub.energy().greenShare(), hour, 0);
  }

  private static double at(List<Double> values, int hour, double otherwise) {
    if (values.isEmpty()) {
      return otherwise;
    }
    return values.get(values.size() == 1 ? 0 : hour);
  }
}
