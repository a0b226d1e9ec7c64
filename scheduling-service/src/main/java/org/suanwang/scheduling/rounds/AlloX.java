package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * AlloX (Le et al., EuroSys 2020), with all jobs in the matching: the jobs that have no device yet
 * are matched with places on the free devices so that the mean completion is least if nobody else
 * comes; a job in the k-th place from the end of a device's queue lets k jobs wait for its run, so
 * that is what it costs. Who is in front starts and keeps the device to its end.
 */
public final class AlloX implements SharePolicy {
  private static final int NONE = WholeShares.NONE;

  /** Seconds for what never ends: longer than any job, yet far from where sums lose digits. */
  private static final double NEVER = 1e12;

  private final Map<Integer, Integer> kept = new HashMap<>();

  /** The k-th place from the end on some device of a type. */
  private record Place(int deviceType, int fromEnd) {}

  @Override
  public String name() {
    return "AlloX";
  }

  @Override
  public boolean servesTypesInOrder() {
    return true;
  }

  /**
   * All of its time on one device for each job that has one.
   *
   * @throws IllegalArgumentException if a job takes several devices, for which there is no AlloX
   */
  @Override
  public Shares shares(ActiveJobs jobs) {
    if (Arrays.stream(jobs.widths()).anyMatch(width -> width > 1)) {
      throw new IllegalArgumentException("jobs of one device only");
    }
    int[] free = jobs.devices().clone();
    int[] typeOf = new int[jobs.size()];
    List<Integer> waiting = new ArrayList<>();
    for (int job = 0; job < typeOf.length; job++) {
      typeOf[job] = kept.getOrDefault(jobs.numbers()[job], NONE);
      if (typeOf[job] == NONE) {
        waiting.add(job);
      } else {
        free[typeOf[job]]--;
      }
    }
    start(jobs, waiting, free, typeOf);
    return keep(jobs, typeOf);
  }

  private Shares keep(ActiveJobs jobs, int[] typeOf) {
    kept.clear();
    for (int job = 0; job < typeOf.length; job++) {
      if (typeOf[job] != NONE) {
        kept.put(jobs.numbers()[job], typeOf[job]);
      }
    }
    return WholeShares.of(jobs, typeOf, WholeShares.none(typeOf.length));
  }

  private static void start(ActiveJobs jobs, List<Integer> waiting, int[] free, int[] typeOf) {
    List<Place> places = places(waiting.size(), free);
    if (places.isEmpty()) {
      return;
    }
    double[][] cost = new double[waiting.size()][places.size()];
    for (int i = 0; i < cost.length; i++) {
      for (int j = 0; j < places.size(); j++) {
        double speed = jobs.steps(waiting.get(i), places.get(j).deviceType());
        double seconds = speed > 0 ? jobs.stepsLeft()[waiting.get(i)] / speed : NEVER;
        cost[i][j] = places.get(j).fromEnd() * seconds;
      }
    }
    int[] placeOf = Assignment.leastCost(cost);
    Map<Place, List<Integer>> queues = new HashMap<>();
    for (int i = 0; i < placeOf.length; i++) {
      queues.computeIfAbsent(places.get(placeOf[i]), p -> new ArrayList<>()).add(waiting.get(i));
    }
    for (Place place : places) {
      startFronts(jobs, place, queues, typeOf);
    }
  }

  /** Of those in a place, as many are in front as there are queues that end with it. */
  private static void startFronts(
      ActiveJobs jobs, Place place, Map<Place, List<Integer>> queues, int[] typeOf) {
    List<Integer> here = queues.getOrDefault(place, List.of());
    Place ahead = new Place(place.deviceType(), place.fromEnd() + 1);
    int fronts = here.size() - queues.getOrDefault(ahead, List.of()).size();
    for (int i = 0; i < fronts; i++) {
      if (jobs.steps(here.get(i), place.deviceType()) > 0) {
        typeOf[here.get(i)] = place.deviceType();
      }
    }
  }

  /** No more of a kind than jobs could fill: queues have no gaps. */
  private static List<Place> places(int jobs, int[] free) {
    List<Place> places = new ArrayList<>();
    for (int type = 0; type < free.length; type++) {
      for (int fromEnd = 1; fromEnd <= jobs; fromEnd++) {
        for (int i = 0; i < Math.min(free[type], jobs / fromEnd); i++) {
          places.add(new Place(type, fromEnd));
        }
      }
    }
    return places;
  }
}
