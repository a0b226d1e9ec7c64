package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Where jobs hold devices, as numbers: that of a group, or, for a mixed gang, one beyond those of
 * all groups and unions, which stands for how much it holds in which group. Every such mix is kept
 * once, so a run without mixed gangs keeps none.
 */
public final class Places {
  private static final int NOWHERE = JobOutcomes.NEVER;

  private final FleetLayout layout;
  private final JobTable jobs;
  private final int[] placeOf;
  private final int firstMix;
  private final List<Mix> mixes = new ArrayList<>();
  private final Map<Mix, Integer> known = new HashMap<>();

  private record Mix(int union, SortedMap<Integer, Long> milliOfGroup) {}

  Places(FleetLayout layout, JobTable jobs) {
    this.layout = layout;
    this.jobs = jobs;
    placeOf = new int[jobs.size()];
    Arrays.fill(placeOf, NOWHERE);
    firstMix = layout.groups().size() + layout.unions().all().size();
  }

  /** A job cannot start; here, if anywhere, least is missing. */
  void misses(int job, int closestGroup) {
    placeOf[job] = closestGroup;
  }

  /** A job holds this from now on; returns where, for {@link StretchReader}. */
  int holds(int job, Allocation held) {
    placeOf[job] = of(held);
    return placeOf[job];
  }

  /**
   * Where a job ran or runs, of a mixed gang the union of groups; for one that never started, where
   * least was missing; or null.
   */
  public FleetLayout.@Nullable Group group(int job) {
    return placeOf[job] == NOWHERE ? null : groupOf(placeOf[job]);
  }

  /**
   * The device types that a job held or holds there, joined by plus where they are several; for one
   * that never started, those that it may use there.
   */
  public @Nullable String deviceTypes(int job) {
    int place = placeOf[job];
    if (place == NOWHERE) {
      return null;
    }
    return place < firstMix
        ? groupOf(place).typesFor(jobs.request(job))
        : layout.unions().types(groups(place));
  }

  /** Asks something of a job in a group. */
  @FunctionalInterface
  public interface GroupTest {
    boolean test(int job, int group);
  }

  /**
   * Whether this is so in all groups in which a job that started held or holds devices: one, but
   * for a mixed gang.
   */
  public boolean allHeld(int job, GroupTest test) {
    int place = placeOf[job];
    return place < firstMix
        ? test.test(job, place)
        : Arrays.stream(groups(place)).allMatch(group -> test.test(job, group));
  }

  private int of(Allocation held) {
    if (!layout.isUnion(held.group())) {
      return held.group();
    }
    Mix mix = new Mix(held.group(), layout.unions().milliByGroup(held));
    return known.computeIfAbsent(
        mix,
        m -> {
          mixes.add(m);
          return firstMix + mixes.size() - 1;
        });
  }

  private FleetLayout.Group groupOf(int place) {
    return layout.group(place < firstMix ? place : mixes.get(place - firstMix).union());
  }

  /** The hub in which a place is. */
  public Hub hub(int place) {
    return layout.hub(groupOf(place));
  }

  private int[] groups(int place) {
    return place < firstMix
        ? new int[] {place}
        : mixes.get(place - firstMix).milliOfGroup().keySet().stream()
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Hands over how much of so many thousandths of devices, held there, is in which group. */
  void split(int place, long milli, ObjLongConsumer<FleetLayout.Group> reader) {
    if (place < firstMix) {
      reader.accept(layout.groups().get(place), milli);
    } else {
      mixes
          .get(place - firstMix)
          .milliOfGroup()
          .forEach((group, held) -> reader.accept(layout.groups().get(group), held));
    }
  }
}
