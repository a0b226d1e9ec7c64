package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.network.Links;
import org.suanwang.scheduling.network.Transfers;

/**
 * Brings data to hubs with room for jobs that wait. After each service of the queue it looks at the
 * jobs with data that still wait, in the order of their submission, as many as the policy's depth
 * says. One for which no transfer is under way, and that no hub with its data lets start now, gets
 * its data sent to the hub where it would start now if the data were there; if there is no such hub
 * nothing is sent. Nobody's reservation counts in this. Devices are not held meanwhile, and the job
 * starts wherever it can first.
 *
 * <p>A job that no hub with its data could ever hold does not join the queue before a transfer to
 * one that could has arrived; where none has room now, to the one that is reached soonest on an
 * idle link. So whoever is in the queue could start if nothing else ran, as all disciplines assume.
 */
final class Staging {
  private final Simulation run;
  private final @Nullable DataSites sites;
  private final Links links;
  private final Transfers transfers;
  private final List<DataTransfer> begun = new ArrayList<>();
  private final BitSet[] coming;
  private final List<TreeSet<Integer>> aside = new ArrayList<>();
  private final @Nullable StagingGroups waiting;

  Staging(Simulation run) {
    this.run = run;
    sites = DataSites.of(run.input().layout(), run.input().jobs());
    links = run.input().layout().links();
    transfers = new Transfers(links);
    coming = new BitSet[sites == null ? 0 : sites.size()];
    for (int data = 0; data < coming.length; data++) {
      coming[data] = new BitSet();
      aside.add(new TreeSet<>());
    }
    waiting = sites == null ? null : new StagingGroups(run, sites);
  }

  /** Where the data is; null when no job has any. */
  @Nullable DataSites sites() {
    return sites;
  }

  /** When the next transfer arrives; Long.MAX_VALUE when none is under way. */
  long nextSeconds() {
    return transfers.nextEnd();
  }

  /** A job waits in the queue, for the first time or again. */
  void waits(int job) {
    if (sites != null && waiting != null && sites.of(job) != DataSites.NONE) {
      waiting.add(job, isComing(job, sites));
    }
  }

  /** A job does not wait any longer; returns whether it was not in the queue. */
  boolean gone(int job) {
    if (sites == null || waiting == null || sites.of(job) == DataSites.NONE) {
      return false;
    }
    waiting.remove(job);
    return aside.get(sites.of(job)).remove(job);
  }

  /** Whether a job that has been submitted must not join the queue yet; its data is sent for. */
  boolean keepsAside(int job) {
    if (sites == null || isReady(job, sites)) {
      return false;
    }
    aside.get(sites.of(job)).add(job);
    run.log().tellKeptAside(run.now(), job);
    sendAhead(job);
    run.explanations().blockForData(job);
    return true;
  }

  /** Sends for the data of a job that no hub with it could hold, if it is not under way. */
  void sendAhead(int job) {
    if (sites != null && !isReady(job, sites) && !isComing(job, sites)) {
      int hub = hubWithRoom(job, sites);
      begin(job, hub == Links.UNKNOWN ? soonestHub(job, sites) : hub, sites);
    }
  }

  private boolean isReady(int job, DataSites at) {
    return at.of(job) == DataSites.NONE
        || run.cycle().groups().couldHold(job, hub -> at.isOpen(job, hub));
  }

  private boolean isComing(int job, DataSites at) {
    BitSet to = coming[at.of(job)];
    return !to.isEmpty() && run.cycle().groups().couldHold(job, to::get);
  }

  /** Does what is due at this instant; returns whether anything arrived. */
  boolean pass() {
    if (sites == null || transfers.nextEnd() > run.now()) {
      return false;
    }
    for (int number : transfers.takeEnded(run.now())) {
      arrive(begun.get(number), sites);
    }
    return true;
  }

  private void arrive(DataTransfer one, DataSites at) {
    int data = at.of(one.job());
    at.arrive(data, one.toHub());
    coming[data].clear(one.toHub());
    run.log().tell(of(one.number(), true, one.job(), one.fromHub(), one.toHub(), at));
    run.queue().dataArrived();
    if (waiting != null) {
      waiting.arrived(data, other -> isComing(other, at));
    }
    for (int job : List.copyOf(aside.get(data))) {
      if (isReady(job, at)) {
        aside.get(data).remove(job);
        run.explanations().dataCame(job);
        run.log().tellJoined(run.now(), job);
        run.arrive(job);
      }
    }
  }

  private DataTransfer of(int number, boolean isArrival, int job, int from, int to, DataSites at) {
    long megabytes = at.data(at.of(job)).megabytes();
    return new DataTransfer(run.now(), number, isArrival, job, from, to, megabytes);
  }

  /** Sends for the data of those that still wait after the queue was served. */
  void serve() {
    if (sites != null && waiting != null) {
      waiting.serve(job -> hubFor(job, sites), (job, hub) -> begin(job, hub, sites));
    }
  }

  private int hubFor(int job, DataSites at) {
    Decision.Start start = run.cycle().findBesideReservations(job, run.queue().allowance(job));
    return start != null ? StagingGroups.STARTS_WHERE_IT_IS : hubWithRoom(job, at);
  }

  private int hub(int group) {
    return run.input().layout().group(group).hub();
  }

  /** Where it would start now if its data were there, whoever has reservations. */
  private int hubWithRoom(int job, DataSites at) {
    Allowance allowed = run.queue().allowance(job);
    Decision.Start start =
        run.cycle()
            .findWithoutData(job, place -> at.isOpen(job, hub(place)) ? 0 : allowed.tasks(place));
    return start == null ? Links.UNKNOWN : hub(start.group());
  }

  private int soonestHub(int job, DataSites at) {
    int soonest = Links.UNKNOWN;
    long least = Long.MAX_VALUE;
    for (int hub = 0; hub < run.input().layout().fleet().hubs().size(); hub++) {
      int to = hub;
      if (run.cycle().groups().couldHold(job, one -> one == to)) {
        long rate = links.link(links.between(source(job, hub, at), hub)).bitsPerSecond();
        long seconds = Math.ceilDiv(at.data(at.of(job)).bits(), rate);
        if (seconds < least) {
          least = seconds;
          soonest = hub;
        }
      }
    }
    return soonest;
  }

  /** Over the fastest link from where it is; of equal ones the cheapest, then the first hub. */
  private int source(int job, int to, DataSites at) {
    BitSet from = at.hubs(at.of(job));
    int best = Links.UNKNOWN;
    for (int hub = from.nextSetBit(0); hub >= 0; hub = from.nextSetBit(hub + 1)) {
      Link link = links.find(hub, to);
      if (link != null && (best == Links.UNKNOWN || isBetter(link, links.find(best, to)))) {
        best = hub;
      }
    }
    return best;
  }

  private static boolean isBetter(Link one, @Nullable Link other) {
    if (other == null || one.megabitsPerSecond() != other.megabitsPerSecond()) {
      return other == null || one.megabitsPerSecond() > other.megabitsPerSecond();
    }
    return one.microCny(1000) < other.microCny(1000);
  }

  private void begin(int job, int to, DataSites at) {
    int data = at.of(job);
    int from = source(job, to, at);
    int number = transfers.begin(run.now(), from, to, at.data(data).bits());
    DataTransfer one = of(number, false, job, from, to, at);
    begun.add(one);
    coming[data].set(to);
    if (waiting != null) {
      waiting.begun(data, other -> isComing(other, at));
    }
    run.log().tell(one);
  }
}
