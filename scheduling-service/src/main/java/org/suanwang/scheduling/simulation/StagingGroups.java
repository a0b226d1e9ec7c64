package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.Links;

/**
 * The jobs with data that wait in the queue, and of those for which none is under way the groups of
 * one kind whose data is in the same hubs: either all of a group could start now, or data sent to
 * the same hub would let all of them, or nothing would. So one of each is asked, and again only if
 * something was taken or given back since, or somebody joined the group. The cost of an event grows
 * with the number of groups, not with that of jobs.
 */
final class StagingGroups {
  /** Stands for no hub: a job could start where its data is. */
  static final int STARTS_WHERE_IT_IS = -2;

  private final Simulation run;
  private final DataSites sites;
  private final DataKinds kinds;
  private final Map<Alike, Refused> refused = new HashMap<>();
  private final FirstWaiting first;
  private final List<TreeSet<Integer>> ofData = new ArrayList<>();
  private final Map<Alike, Group> groups = new LinkedHashMap<>();
  private final Set<Group> joined = new LinkedHashSet<>();
  private final @Nullable Group[] groupOf;
  private long askedAt = -1;
  private int walk;

  /** A kind of jobs, or of their tasks, and the hubs in which the data of some of them is. */
  private record Alike(int kind, BitSet hubs) {}

  /** Jobs in the order of their submission. */
  private static final class Group {
    private final Alike alike;
    private final @Nullable Refused refused;
    private final TreeSet<Integer> jobs = new TreeSet<>();

    Group(Alike alike, @Nullable Refused refused) {
      this.alike = alike;
      this.refused = refused;
    }
  }

  /** How many tasks of a kind, or more, found no room anywhere when this walk came by. */
  private static final class Refused {
    private int walk;
    private int tasks;
  }

  /** That data of a group is to be sent to a hub, next for this job. */
  private record Sending(Group group, int hub, int job) {}

  /** Sends the data of a job to a hub. */
  @FunctionalInterface
  interface Sender {
    void send(int job, int hub);
  }

  StagingGroups(Simulation run, DataSites sites) {
    this.run = run;
    this.sites = sites;
    kinds = new DataKinds(run);
    first = new FirstWaiting(run.input().policy().depth());
    groupOf = new Group[run.input().jobs().size()];
    for (int data = 0; data < sites.size(); data++) {
      ofData.add(new TreeSet<>());
    }
  }

  /** A job with data waits. */
  void add(int job, boolean isComing) {
    first.add(job);
    ofData.get(sites.of(job)).add(job);
    if (!isComing) {
      join(job);
    }
  }

  /** A job starts or leaves; it may have no data. */
  void remove(int job) {
    if (first.contains(job)) {
      ofData.get(sites.of(job)).remove(job);
      leave(job);
      if (first.remove(job)) {
        askedAt = -1;
      }
    }
  }

  /** Data is under way to one more hub. */
  void begun(int data, IntPredicate isComing) {
    IntPredicate isItsComing = askedOnce(isComing);
    for (int job : ofData.get(data)) {
      if (groupOf[job] != null && isItsComing.test(job)) {
        leave(job);
      }
    }
  }

  /** Data has come to a hub. */
  void arrived(int data, IntPredicate isComing) {
    IntPredicate isItsComing = askedOnce(isComing);
    for (int job : ofData.get(data)) {
      leave(job);
      if (!isItsComing.test(job)) {
        join(job);
      }
    }
  }

  /** For each kind. */
  private IntPredicate askedOnce(IntPredicate isComing) {
    Map<Integer, Boolean> known = new HashMap<>();
    return job -> known.computeIfAbsent(kinds.of(job), kind -> isComing.test(job));
  }

  private void join(int job) {
    BitSet hubs = sites.hubs(sites.of(job));
    Group group = groups.get(new Alike(kinds.of(job), hubs));
    if (group == null) {
      BitSet now = (BitSet) hubs.clone();
      group = new Group(new Alike(kinds.of(job), now), refused(job, now));
      groups.put(group.alike, group);
    }
    group.jobs.add(job);
    groupOf[job] = group;
    joined.add(group);
  }

  private @Nullable Refused refused(int job, BitSet hubs) {
    int tasks = kinds.ofTasks(job);
    return tasks == DataKinds.APART
        ? null
        : refused.computeIfAbsent(new Alike(tasks, hubs), alike -> new Refused());
  }

  private void leave(int job) {
    Group group = groupOf[job];
    if (group != null) {
      groupOf[job] = null;
      group.jobs.remove(job);
      if (group.jobs.isEmpty()) {
        groups.remove(group.alike);
        joined.remove(group);
      }
    }
  }

  /**
   * Sends data for the first of the jobs, in their order, whom that would let start.
   *
   * @param hubFor where to for a job; {@link Links#UNKNOWN} for nowhere, {@link
   *     #STARTS_WHERE_IT_IS} if it need not be sent
   */
  void serve(IntUnaryOperator hubFor, Sender sender) {
    PriorityQueue<Sending> sendings = new PriorityQueue<>(Comparator.comparingInt(Sending::job));
    walk++;
    for (Group group : toAsk()) {
      int job = group.jobs.first();
      int hub = first.hasFirst(job) ? ask(group.refused, job, hubFor) : Links.UNKNOWN;
      if (hub >= 0) {
        sendings.add(new Sending(group, hub, job));
      }
    }
    joined.clear();
    askedAt = kinds.changeWithTime() ? -1 : run.log().allocations();
    while (!sendings.isEmpty() && !run.isStopped()) {
      Sending next = sendings.remove();
      if (next.group.jobs.contains(next.job)) {
        sender.send(next.job, next.hub);
      }
      addRest(next, sendings);
    }
  }

  /** Where fewer tasks of the kind have found no room, more find none. */
  private int ask(@Nullable Refused fewer, int job, IntUnaryOperator hubFor) {
    int tasks = run.input().jobs().tasksMin(job);
    if (fewer != null && fewer.walk == walk && tasks >= fewer.tasks) {
      return Links.UNKNOWN;
    }
    int hub = hubFor.applyAsInt(job);
    if (fewer != null && hub == Links.UNKNOWN) {
      fewer.walk = walk;
      fewer.tasks = tasks;
    }
    return hub;
  }

  private Iterable<Group> toAsk() {
    return askedAt == run.log().allocations() ? joined : groups.values();
  }

  /** The others of a group, for which none was under way by then. */
  private void addRest(Sending done, PriorityQueue<Sending> sendings) {
    Integer job = done.group.jobs.higher(done.job);
    if (job != null && first.hasFirst(job)) {
      sendings.add(new Sending(done.group, done.hub, job));
    }
  }
}
