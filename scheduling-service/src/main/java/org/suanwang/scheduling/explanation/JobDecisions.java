package org.suanwang.scheduling.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.simulation.DataTransfer;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.PlannedGate;
import org.suanwang.scheduling.simulation.PossibleVictim;
import org.suanwang.scheduling.simulation.RoundTurn;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.Withdrawal;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Explains what was decided for one job of a run, one page of decisions: each start; each wait, as
 * it was at the end of the instant in which it began; and, when its turn had come, why it could not
 * start.
 */
public final class JobDecisions implements EventSink {
  private static final BitSet NOTHING = new BitSet();

  private final SimulationInput input;
  private final JobTable jobs;
  private final int job;
  private final int top;
  private final int from;
  private final int limit;
  private final ClusterReplica replica;
  private final NodeGate gate;
  private BitSet keptFrom = NOTHING;
  private final PresentReason reason;
  private final NodeScore score;
  private final ExpectedTimes times;
  private final ReservationBook reservations;
  private final InterruptionBook interruptions;
  private final FreedDevices freed = new FreedDevices();
  private final List<ExplainedDecision> decisions = new ArrayList<>();
  private int count;
  private long now = -1;
  private @Nullable EventKind waitsSince;
  private boolean isWaitTold;
  private boolean isOver;

  /**
   * Of a job.
   *
   * @param job its row in the table
   * @param top as many runners-up, jobs ahead and holders of devices are told
   * @param from how many decisions are passed over
   * @param limit how many are told
   */
  public JobDecisions(SimulationInput input, int job, int top, int from, int limit) {
    this.input = input;
    this.jobs = input.jobs();
    this.job = job;
    this.top = top;
    this.from = from;
    this.limit = limit;
    this.replica = new ClusterReplica(input);
    this.times = new ExpectedTimes(input);
    this.reservations = new ReservationBook(job, input.policy().discipline());
    this.interruptions = new InterruptionBook(job, top);
    Admission admission =
        new Admission(input.layout(), jobs, input.policy(), null, times::workPerSecond);
    this.gate = PlannedGate.of(input, input.calendar(), () -> now, times::seconds);
    SchedulingCycle cycle =
        new SchedulingCycle(
            replica.state(), jobs, input.policy(), admission, gate, replica.sites(), input.seed());
    this.reason = new PresentReason(input, job, replica, cycle);
    this.score = input.policy().score().make(input.layout(), jobs, input.seed()).of(job);
  }

  @Override
  public void accept(Event event) {
    passTo(event.timeSeconds());
    interruptions.accept(event);
    reason.accept(event);
    if (event.job() == job) {
      explain(event);
    }
    freed.accept(event);
    reservations.accept(event);
    replica.accept(event);
  }

  @Override
  public void change(Withdrawal withdrawal) {
    passTo(withdrawal.timeSeconds());
    replica.change(withdrawal);
  }

  @Override
  public void keptAside(long timeSeconds, int waiting) {
    passTo(timeSeconds);
    replica.keptAside(timeSeconds, waiting);
  }

  @Override
  public void blockedAgain(long timeSeconds, int blocked, Decision.Wait wait) {
    passTo(timeSeconds);
    if (blocked == job) {
      tell(null, wait);
    }
  }

  @Override
  public void joined(long timeSeconds, int joining) {
    passTo(timeSeconds);
    replica.joined(timeSeconds, joining);
    if (joining == job) {
      waitsSince = EventKind.SUBMITTED;
      isWaitTold = false;
    }
  }

  @Override
  public void reserved(long timeSeconds, int holder, long startSeconds) {
    passTo(timeSeconds);
    reservations.reserved(holder, startSeconds);
  }

  @Override
  public void keptFrom(long timeSeconds, int asked, Supplier<BitSet> nodes) {
    passTo(timeSeconds);
    keptFrom = asked == job ? nodes.get() : keptFrom;
  }

  @Override
  public void quotaReserved(long timeSeconds, int holder, long startSeconds) {
    passTo(timeSeconds);
    reservations.quotaReserved(holder, startSeconds);
  }

  @Override
  public void makesRoom(long timeSeconds, int other, Supplier<List<PossibleVictim>> inOrder) {
    passTo(timeSeconds);
    boolean mayMatter = replica.running().get(job);
    interruptions.makesRoom(other, mayMatter ? inOrder.get() : List.of());
  }

  @Override
  public void roundBegun(long timeSeconds, IntFunction<RoundTurn> turnOf) {
    passTo(timeSeconds);
    reason.roundBegun(turnOf.apply(job));
  }

  @Override
  public void transfer(DataTransfer transfer) {
    passTo(transfer.timeSeconds());
    replica.transfer(transfer);
  }

  /** The run is over. */
  public void finish() {
    tellWait();
    tellOwnReservation();
  }

  private void passTo(long timeSeconds) {
    if (timeSeconds > now) {
      tellWait();
      tellOwnReservation();
      freed.clear();
      keptFrom = NOTHING;
      now = timeSeconds;
    }
  }

  private void explain(Event event) {
    switch (event.kind()) {
      case SUBMITTED, PREEMPTED, FAILED -> {
        waitsSince = event.kind();
        isWaitTold = false;
      }
      case BLOCKED -> tell(event.sequence(), event.reason());
      case REJECTED -> {
        tell(event.sequence(), event.reason());
        isOver = true;
      }
      case STARTED -> start(event, keptFrom);
      case RESIZED -> start(event, NOTHING);
      case PARTNER_CHANGED -> {}
      case FINISHED, KILLED, GAVE_UP, CRASHED, STOPPED, CANCELLED -> isOver = true;
      case WITHDRAWN, TIMED_OUT -> {
        tellWait();
        waitsSince = null;
        isOver = true;
      }
    }
  }

  private void start(Event event, BitSet kept) {
    waitsSince = null;
    if (isWanted()) {
      Allocation held = event.allocation();
      NodeSurvey survey = new NodeSurvey(replica, input, score, gate, kept, job);
      FleetLayout.Group group = input.layout().group(held.group());
      var start =
          new ExplainedDecision.Start(
              input.layout().hub(group).id(),
              input.layout().unions().typesOf(held),
              held.devices().length,
              input.layout().topology().level(held.nodes()),
              replica.holderOf(held),
              survey.ranking(held, top),
              freed.where(gone -> times.isIn(held.group(), gone, job), top));
      add(event.sequence(), survey, start, null);
    }
  }

  /** Tells a wait of which no event told, now that its instant is over. */
  private void tellWait() {
    if (waitsSince != null && !isWaitTold) {
      tell(null, reason.find());
    }
  }

  /** The head has its reservation only after it was told why it does not start. */
  private void tellOwnReservation() {
    ExplainedDecision.Reservation own = reservations.own(now);
    if (own != null && !decisions.isEmpty() && decisions.getLast().timeSeconds() == now) {
      decisions.set(decisions.size() - 1, decisions.getLast().withReservation(own));
    }
  }

  private void tell(@Nullable Long sequence, Decision.Wait wait) {
    EventKind since = waitsSince == null ? EventKind.SUBMITTED : waitsSince;
    isWaitTold = true;
    if (isWanted()) {
      int group = wait.closestGroup();
      FleetLayout.Group closest = group < 0 ? null : input.layout().group(group);
      List<ExplainedDecision.Holder> holders =
          group < 0 ? List.of() : times.holders(replica, group, job);
      var told =
          new ExplainedDecision.Wait(
              since,
              wait.reason(),
              closest == null ? null : input.layout().hub(closest).id(),
              closest == null ? null : closest.typesFor(jobs.request(job)),
              wait.shortTasks(),
              holders.stream().limit(top).toList(),
              holders.size(),
              reservations.of(wait.reason(), now),
              reason.roundTimes());
      add(sequence, new NodeSurvey(replica, input, score, gate, keptFrom, job), null, told);
    }
  }

  /** Counts a decision, and says whether it is of this page. */
  private boolean isWanted() {
    int number = count++;
    return number >= from && number < from + limit;
  }

  private void add(
      @Nullable Long sequence,
      NodeSurvey survey,
      ExplainedDecision.@Nullable Start start,
      ExplainedDecision.@Nullable Wait wait) {
    decisions.add(
        new ExplainedDecision(
            now,
            sequence,
            replica.queue(job, top),
            replica.standings(job, top, now),
            survey.refusals(),
            survey.filters(),
            survey.hubs(),
            start,
            wait,
            interruptions.last()));
  }

  /** Whether the page is full, or nothing more will be decided for the job. */
  public boolean isDone() {
    return isOver || count > from + limit;
  }

  public List<ExplainedDecision> decisions() {
    return List.copyOf(decisions);
  }

  /** Where the next page starts; null after the last. */
  public @Nullable Long next() {
    return count > from + limit ? (Long) (long) (from + limit) : null;
  }
}
