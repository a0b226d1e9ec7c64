package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.suanwang.scheduling.check.StoppedException;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.policy.TimeShares;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.RoundPlanner;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Round by round, those run that have received least of the shares of device time they are to have
 * (Narayanan et al., OSDI 2020, section 5); whoever runs and is not chosen again, or is to run
 * elsewhere, gives way at the cost of an interruption. A round lasts as long as the policy says, or
 * until nobody runs any more; who arrives waits for the next. As many jobs as the policy's depth
 * says are planned for, the earliest arrivals; those after them run on what the plan leaves idle
 * ({@link RoundFill}). Jobs without devices are in no plan ({@link DevicelessQueue}).
 *
 * <p>Where the nodes do not take a gang that was chosen, it waits, and is more due in the next
 * round; widest gangs are placed first.
 */
final class RoundService implements QueueService {
  private final Simulation run;
  private final JobTable jobs;
  private final RoundKinds kinds;
  private final RoundPlanner planner;
  private final Partners partners;
  private final RoundFill fill;
  private final DevicelessQueue deviceless;
  private final int depth;
  private final long roundSeconds;
  private final TreeSet<Integer> active = new TreeSet<>();
  private final TreeSet<Integer> planned = new TreeSet<>();
  private final List<Integer> newcomers = new ArrayList<>();

  /** The running jobs, and until when the planner has been told of what they received. */
  private final Map<Integer, Long> toldOf = new TreeMap<>();

  private long nextRound = Long.MAX_VALUE;
  private boolean nobodyHasAShare;

  RoundService(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    kinds = new RoundKinds(run);
    partners = run.partners();
    fill = new RoundFill(run);
    deviceless = new DevicelessQueue(run);
    TimeShares shares = (TimeShares) run.input().policy().order();
    long seed = run.input().seed();
    SharePolicy rule = RoundPolicies.make(shares.rule(), seed);
    Long told = run.input().policy().shareSecondsMin();
    roundSeconds = run.input().policy().roundSeconds();
    double findingSecondsMin = told == null ? rule.findingSecondsMin((double) roundSeconds) : told;
    planner =
        new RoundPlanner(
            kinds.matrix(),
            kinds.devices(),
            rule,
            findingSecondsMin,
            (double) roundSeconds,
            seed,
            () -> run.log().passOrStop(run.now()));
    depth = Math.min(run.input().policy().depth(), shares.jobsMax());
  }

  @Override
  public void arrived(int job) {
    if (deviceless.isFor(job)) {
      deviceless.arrived(job);
      return;
    }
    if (active.isEmpty()) {
      nextRound = run.now();
    }
    active.add(job);
    newcomers.add(job);
  }

  @Override
  public void ended(int job, Allocation held) {
    toldOf.remove(job);
    forget(job);
  }

  @Override
  public void goesOnAlone(int job) {
    toldOf.replace(job, run.now());
  }

  /** On the nodes that it names; the round that plans for it decides whether it goes on there. */
  @Override
  public void start(int job, Decision.Start start) {
    run.start(job, start);
    if (deviceless.isFor(job)) {
      deviceless.left(job);
    } else {
      toldOf.put(job, run.now());
      fill.add(job);
    }
  }

  @Override
  public void left(int job) {
    deviceless.left(job);
    forget(job);
  }

  private void forget(int job) {
    active.remove(job);
    planned.remove(job);
    fill.forget(job);
    planner.leave(job);
  }

  @Override
  public boolean isEmpty() {
    return toldOf.size() == active.size() && deviceless.isEmpty();
  }

  @Override
  public long nextInstant() {
    return active.isEmpty() ? Long.MAX_VALUE : nextRound;
  }

  @Override
  public void serve(boolean released) {
    deviceless.serve();
    if (toldOf.isEmpty() && !nobodyHasAShare) {
      nextRound = Math.min(nextRound, run.now());
    }
    boolean isRound = run.now() >= nextRound && !active.isEmpty();
    if (isRound) {
      beginRound();
    }
    for (int job : isRound ? active : newcomers) {
      if (active.contains(job) && !toldOf.containsKey(job) && !run.isStopped()) {
        run.explanations().blockByRound(job);
      }
    }
    newcomers.clear();
  }

  private void beginRound() {
    run.log().roundBegun(run.now());
    tellWhatWasReceived();
    joinUpToDepth();
    List<RoundPlanner.Choice> choices = choose();
    if (run.isStopped()) {
      return;
    }
    run.log().tellRound(run.now(), job -> turnOf(job, choices));
    nobodyHasAShare = choices.isEmpty();
    nextRound =
        nobodyHasAShare
            ? Math.max(run.now() + 1, (long) Math.ceil(planner.nextFinding()))
            : run.now() + roundSeconds;
    for (RoundPlanner.Choice choice : giveWay(choices)) {
      if (!run.isStopped()) {
        start(choice);
      }
    }
    if (active.size() > planned.size()) {
      fillIdle();
    }
  }

  /** Finding shares may take long: a run that is stopped meanwhile has nobody chosen. */
  private List<RoundPlanner.Choice> choose() {
    try {
      return planner.choose((double) run.now());
    } catch (StoppedException e) {
      return List.of();
    }
  }

  private void fillIdle() {
    List<Integer> waiting = new ArrayList<>();
    for (int job : active) {
      if (!planned.contains(job) && !runs(job)) {
        waiting.add(job);
      }
    }
    fill.start(waiting).forEach(job -> toldOf.put(job, run.now()));
  }

  private RoundTurn turnOf(int job, List<RoundPlanner.Choice> choices) {
    boolean isChosen = choices.stream().anyMatch(c -> c.number() == job || c.partner() == job);
    List<RoundTurn.Time> times =
        planner.times(job).stream()
            .map(
                t ->
                    new RoundTurn.Time(kinds.group(t.deviceType()), t.share(), t.receivedSeconds()))
            .toList();
    return new RoundTurn(isChosen, times);
  }

  private void tellWhatWasReceived() {
    for (Map.Entry<Integer, Long> running : toldOf.entrySet()) {
      if (!fill.has(running.getKey())) {
        tell(running.getKey(), (double) (run.now() - running.getValue()));
      }
      running.setValue(run.now());
    }
    for (int job : planned) {
      planner.remain(job, (double) run.holdings().workLeft(job, run.now()));
    }
  }

  /** Of two together once. */
  private void tell(int job, double seconds) {
    int column = kinds.column(run.holdings().of(job).group());
    int partner = partners.of(job);
    if (partner == Partners.NONE) {
      planner.receive(job, column, seconds);
    } else if (job < partner) {
      planner.receive(job, partner, column, seconds);
    }
  }

  private void joinUpToDepth() {
    for (int job : active) {
      if (planned.size() >= depth) {
        return;
      }
      if (planned.add(job)) {
        fill.forget(job);
        double left = (double) run.holdings().workLeft(job, run.now());
        planner.join(job, new RoundJob(kinds.kind(job), jobs.submitSeconds(job), left));
      }
    }
  }

  /** Lets those give way that are not to go on where they are; returns who is to start. */
  private List<RoundPlanner.Choice> giveWay(List<RoundPlanner.Choice> choices) {
    Set<Integer> staying = new RoundStays(run, kinds, toldOf.keySet()).of(choices);
    for (int job : List.copyOf(toldOf.keySet())) {
      if (!staying.contains(job) && !fill.has(job)) {
        giveWay(job);
      }
    }
    List<RoundPlanner.Choice> starting = new ArrayList<>(choices);
    starting.removeIf(c -> runs(c.number()) && (!c.isPair() || runs(c.partner())));
    starting.sort(Comparator.comparingInt(c -> -kinds.width(c.number())));
    return starting;
  }

  private void giveWay(int job) {
    toldOf.remove(job);
    fill.forget(job);
    run.preempt(job);
  }

  private boolean runs(int job) {
    return toldOf.containsKey(job);
  }

  private void start(RoundPlanner.Choice choice) {
    boolean isHost = !choice.isPair() || runs(choice.number()) || !runs(choice.partner());
    int host = isHost ? choice.number() : choice.partner();
    if (!runs(host)) {
      startAlone(host, kinds.group(choice.deviceType()));
    }
    if (choice.isPair() && !run.isStopped()) {
      startBeside(isHost ? choice.partner() : choice.number(), host);
    }
  }

  private void startAlone(int job, int group) {
    Decision.Start start = run.cycle().findIn(group, job);
    for (int latest = fill.latestIn(group); start == null && latest != NOBODY; ) {
      giveWay(latest);
      start = run.cycle().findIn(group, job);
      latest = fill.latestIn(group);
    }
    if (start == null) {
      run.explanations().block(job);
    } else {
      run.start(job, start);
      toldOf.put(job, run.now());
    }
  }

  private void startBeside(int guest, int host) {
    if (runs(host) && partners.takes(guest, host)) {
      partners.join(guest, host);
      toldOf.put(guest, run.now());
    } else {
      run.explanations().block(guest);
    }
  }
}
