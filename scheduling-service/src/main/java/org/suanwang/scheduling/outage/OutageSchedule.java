package org.suanwang.scheduling.outage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Topology;

/**
 * All outages of a fleet in the order of time, failures drawn one by one as they are asked for. At
 * one second planned ones come first, in the order of the rule, then failures in the order of their
 * sources. It depends on the fleet, the rule and the seed only, so a fleet has the same failures
 * under every policy.
 */
public final class OutageSchedule {
  /** No outage is to come. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Keeps these streams apart from those of other things drawn from the same seed. */
  private static final long SALT = 0x6f75_7461_6765_7321L;

  private final FleetLayout layout;
  private final Deque<Outage> planned;
  private final PriorityQueue<Turn> failures =
      new PriorityQueue<>(Comparator.comparingLong(Turn::seconds).thenComparingInt(Turn::number));
  private final List<FailureSource> sources = new ArrayList<>();

  /** When a source fails next. */
  private record Turn(long seconds, int number) {}

  /**
   * All outages from second 0 on.
   *
   * @param rule with times since the epoch of the workload, of hubs and types of the fleet
   */
  public OutageSchedule(FleetLayout layout, OutageRule rule, long seed) {
    this.layout = layout;
    planned =
        new ArrayDeque<>(
            rule.maintenance().stream()
                .sorted(Comparator.comparingLong(Maintenance::fromSeconds))
                .map(this::outage)
                .toList());
    SplittableRandom root = new SplittableRandom(seed ^ SALT);
    rule.reliability().forEach(r -> addSources(r, root.split()));
  }

  private Outage outage(Maintenance plan) {
    return new Outage(
        plan.fromSeconds(),
        plan.toSeconds(),
        Outage.Cause.MAINTENANCE,
        Outage.NONE,
        nodes(layout, plan));
  }

  /** The nodes that a plan means; fewer than it says when the hub has fewer. */
  public static List<NodeSpan> nodes(FleetLayout layout, Maintenance plan) {
    List<NodeSpan> spans = new ArrayList<>();
    int left = Objects.requireNonNullElse(plan.nodes(), Integer.MAX_VALUE);
    for (NodeSpan all : NodeSpan.of(layout, plan.hub(), plan.deviceType())) {
      int taken = Math.min(left, all.size());
      if (taken > 0) {
        spans.add(new NodeSpan(all.first(), all.first() + taken));
        left -= taken;
      }
    }
    return spans;
  }

  private static boolean isOf(@Nullable String deviceType, FleetLayout.PoolSpan span) {
    return deviceType == null || deviceType.equals(span.pool().deviceType());
  }

  private void addSources(Reliability rule, SplittableRandom random) {
    if (rule.level().holdsNodes()) {
      addUnits(rule, random);
      return;
    }
    for (FleetLayout.PoolSpan span : layout.pools()) {
      SplittableRandom own = random.split();
      if (!isOf(rule.deviceType(), span)) {
        continue;
      }
      if (rule.level() == Level.NODE) {
        int nodes = span.pool().nodes();
        add(
            new FailureSource(
                rule, Outage.Cause.NODE, span.firstNode(), nodes, OutageSchedule::only, own));
      } else if (span.pool().devices() > 0) {
        int devices = (int) span.pool().devices();
        add(
            new FailureSource(
                rule, Outage.Cause.DEVICE, span.firstDevice(), devices, device -> List.of(), own));
      }
    }
  }

  /** Hubs have a process each, racks and spines one for all of the fleet. */
  private void addUnits(Reliability rule, SplittableRandom random) {
    if (rule.level() == Level.HUB) {
      for (int hub = 0; hub < layout.fleet().hubs().size(); hub++) {
        add(new FailureSource(rule, Outage.Cause.HUB, hub, 1, this::nodesOfHub, random.split()));
      }
      return;
    }
    boolean isRack = rule.level() == Level.RACK;
    List<NodeSpan> units = units(layout, isRack);
    if (!units.isEmpty()) {
      Outage.Cause cause = isRack ? Outage.Cause.RACK : Outage.Cause.SPINE;
      IntFunction<List<NodeSpan>> nodesOf = unit -> List.of(units.get(unit));
      add(new FailureSource(rule, cause, 0, units.size(), nodesOf, random.split()));
    }
  }

  /** The nodes of all racks, or under all spines, in the fleet's order. */
  private static List<NodeSpan> units(FleetLayout layout, boolean areRacks) {
    Topology topology = layout.topology();
    List<NodeSpan> units = new ArrayList<>();
    int last = Outage.NONE;
    int from = 0;
    for (int node = 0; node <= layout.nodes(); node++) {
      int unit = node == layout.nodes() ? Outage.NONE : unit(topology, node, areRacks);
      if (unit != last) {
        if (last != Outage.NONE) {
          units.add(new NodeSpan(from, node));
        }
        from = node;
        last = unit;
      }
    }
    return units;
  }

  private static int unit(Topology topology, int node, boolean isRack) {
    return isRack ? topology.rack(node) : topology.spine(node);
  }

  private static List<NodeSpan> only(int node) {
    return List.of(new NodeSpan(node, node + 1));
  }

  private List<NodeSpan> nodesOfHub(int hub) {
    return layout.pools().stream()
        .filter(span -> layout.groups().get(span.group()).hub() == hub)
        .map(span -> new NodeSpan(span.firstNode(), span.endNode()))
        .toList();
  }

  private void add(FailureSource source) {
    failures.add(new Turn(source.nextSeconds(), sources.size()));
    sources.add(source);
  }

  /** When the next outage begins; {@link #NEVER} after the last. */
  public long nextSeconds() {
    long plan = planned.isEmpty() ? NEVER : planned.getFirst().fromSeconds();
    Turn failure = failures.peek();
    return failure == null ? plan : Math.min(plan, failure.seconds());
  }

  /**
   * Takes the next outage.
   *
   * @throws java.util.NoSuchElementException after the last
   */
  public Outage next() {
    Turn failure = failures.peek();
    long plan = planned.isEmpty() ? NEVER : planned.getFirst().fromSeconds();
    if (failure == null || plan <= failure.seconds()) {
      return planned.removeFirst();
    }
    failures.remove();
    FailureSource source = sources.get(failure.number());
    Outage outage = source.take();
    failures.add(new Turn(source.nextSeconds(), failure.number()));
    return outage;
  }

  /** How many failures a second there are on the average if all units are up. */
  public static double failuresPerSecond(FleetLayout layout, OutageRule rule) {
    double perHour = 0;
    for (Reliability one : rule.reliability()) {
      perHour += count(layout, one) / one.mtbfHours();
    }
    return perHour / 3600;
  }

  /** How many units of a fleet a rule is about. */
  public static long count(FleetLayout layout, Reliability rule) {
    if (rule.level() == Level.HUB) {
      return layout.fleet().hubs().size();
    }
    if (rule.level().holdsNodes()) {
      return units(layout, rule.level() == Level.RACK).size();
    }
    long units = 0;
    for (FleetLayout.PoolSpan span : layout.pools()) {
      long ofPool = rule.level() == Level.NODE ? span.pool().nodes() : span.pool().devices();
      units += isOf(rule.deviceType(), span) ? ofPool : 0;
    }
    return units;
  }
}
