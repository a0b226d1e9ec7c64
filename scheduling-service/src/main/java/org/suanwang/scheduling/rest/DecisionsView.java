package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.experiment.RunDecisions;
import org.suanwang.scheduling.explanation.ExplainedDecision;
import org.suanwang.scheduling.explanation.HubVerdict;
import org.suanwang.scheduling.explanation.NodeRefusal;
import org.suanwang.scheduling.explanation.RankedNode;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.PossibleVictim;
import org.suanwang.scheduling.simulation.QueueStandings;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TopologyLevel;

/** What was decided for one job. */
@Schema(description = "What was decided for one job; times in seconds since the epoch")
public record DecisionsView(
    String simulation,
    String policy,
    @Schema(description = "What became of it in the end") JobView job,
    @Schema(description = "A page of its decisions, in the order of time")
        Listing<DecisionView> decisions) {
  /** One decision. */
  public record DecisionView(
      long timeSeconds,
      @Schema(description = "Of the event that told it; null for a wait that no event told")
          @Nullable Long sequence,
      TurnView queue,
      @Schema(
              description =
                  "Whose turn it was among the queues of tenants: that of the job and those in which"
                      + " others waited, first before the others; empty where queues have no turns")
          List<StandingView> queues,
      NodesView nodes,
      @Schema(description = "Where it started; null when it did not") @Nullable StartView start,
      @Schema(description = "Why it did not start; null when it did") @Nullable WaitView waiting,
      @Schema(description = "What stopped it since its last start; null when nothing has")
          @Nullable InterruptionView interruption) {
    static DecisionView of(JobTable jobs, ExplainedDecision d) {
      ExplainedDecision.Start start = d.start();
      ExplainedDecision.Wait wait = d.waiting();
      return new DecisionView(
          d.timeSeconds(),
          d.sequence(),
          TurnView.of(jobs, d.queue()),
          d.queues().stream().map(StandingView::of).toList(),
          NodesView.of(d),
          start == null ? null : StartView.of(jobs, start),
          wait == null ? null : WaitView.of(jobs, wait),
          d.interruption() == null ? null : InterruptionView.of(jobs, d.interruption()));
    }
  }

  /** Another job. */
  public record OtherJobView(String job, double devices, long submitSeconds) {
    private static final double MILLI = 1000;

    static OtherJobView of(JobTable jobs, int job) {
      return new OtherJobView(
          jobs.id(job), jobs.milliDevices(job) / MILLI, jobs.submitSeconds(job));
    }
  }

  /** Who else waited. */
  @Schema(description = "Who else waited, by the turns as they were at submission")
  public record TurnView(int ahead, List<OtherJobView> firstAhead, int behind) {
    static TurnView of(JobTable jobs, ExplainedDecision.Queue queue) {
      return new TurnView(
          queue.ahead(),
          queue.firstAhead().stream().map(job -> OtherJobView.of(jobs, job)).toList(),
          queue.behind());
    }
  }

  /** How a queue stood to the others. */
  public record StandingView(
      String path,
      @Schema(
              description =
                  "By which the fairness puts queues in order, the smallest first: under drf the"
                      + " dominant share over the fair share; under fair-share decayed device-seconds"
                      + " over the fair share, under fair-tree over the weight")
          double value,
      @Schema(description = "How many jobs waited in it, or below it") int waiting) {
    static StandingView of(QueueStandings.Standing one) {
      return new StandingView(one.path(), one.value(), one.waiting());
    }
  }

  /** What the nodes of the fleet said. */
  public record NodesView(
      @Schema(description = "Filters that all of the nodes that fit passed") List<String> filters,
      @Schema(
              description =
                  "How many nodes take no task of the job, by the first ground that holds")
          List<RefusalView> refused,
      @Schema(description = "Hubs with devices for the job, and what they had for it")
          List<HubVerdict> hubs) {
    static NodesView of(ExplainedDecision decision) {
      List<RefusalView> refused = new ArrayList<>();
      for (Map.Entry<NodeRefusal, Integer> entry : decision.refusals().entrySet()) {
        NodeRefusal ground = entry.getKey();
        refused.add(new RefusalView(ground, ground.meaning(), entry.getValue()));
      }
      return new NodesView(decision.filters(), refused, decision.hubs());
    }
  }

  /** Nodes that refused the job. */
  public record RefusalView(NodeRefusal ground, String meaning, int nodes) {}

  /** A start. */
  public record StartView(
      String hub,
      @Nullable String deviceType,
      int devices,
      @Schema(description = "The smallest unit of the network that holds all of it")
          TopologyLevel level,
      @Schema(description = "The job whose devices it shares; null when it has its own")
          @Nullable String beside,
      @Schema(description = "The nodes it got, at most 20 of them, as they were before")
          List<RankedNode> chosen,
      int nodesChosen,
      @Schema(description = "The best nodes of the same hub and type that it did not get")
          List<RankedNode> runnersUp,
      @Schema(description = "How many nodes of the hub and type could take a task") int candidates,
      @Schema(description = "What was given back there at the same instant, before")
          List<FreedView> freedBy) {
    static StartView of(JobTable jobs, ExplainedDecision.Start start) {
      return new StartView(
          start.hub(),
          start.deviceType(),
          start.devices(),
          start.level(),
          start.beside() == null ? null : jobs.id(start.beside()),
          start.ranking().chosen(),
          start.ranking().nodesChosen(),
          start.ranking().runnersUp(),
          start.ranking().candidates(),
          start.freedBy().stream().map(f -> new FreedView(jobs.id(f.job()), f.kind())).toList());
    }
  }

  /** A job that gave back what it held. */
  public record FreedView(String job, EventKind kind) {}

  /** A wait, or a rejection. */
  public record WaitView(
      @Schema(description = "What made it wait") EventKind since,
      WaitReason reason,
      String meaning,
      @Schema(description = "Where least is missing") @Nullable String hub,
      @Nullable String deviceType,
      @Schema(description = "Tasks without a place there") long shortTasks,
      @Schema(description = "Who holds devices there, whoever is expected to end first first")
          List<HolderView> holders,
      int holderCount,
      @Schema(
              description =
                  "When it is to start, or under EASY the head of the queue that it must not delay;"
                      + " null where nothing is reserved")
          @Nullable ReservationView reservation,
      @Schema(
              description =
                  "In rounds: the share of its time that it was to have when the last one began, and"
                      + " what it had had since shares were found, by the devices it can run on")
          List<ExplainedDecision.RoundTime> rounds) {
    static WaitView of(JobTable jobs, ExplainedDecision.Wait wait) {
      return new WaitView(
          wait.since(),
          wait.reason(),
          wait.reason().meaning(),
          wait.hub(),
          wait.deviceType(),
          wait.shortTasks(),
          wait.holders().stream().map(h -> HolderView.of(jobs, h)).toList(),
          wait.holderCount(),
          wait.reservation() == null ? null : ReservationView.of(jobs, wait.reservation()),
          wait.rounds());
    }
  }

  /** That a running job had to give something up. */
  public record InterruptionView(
      @Schema(description = "For which it held its devices for nothing since its last start")
          long lostSeconds,
      @Schema(description = "Who started in its place; null where nobody did")
          @Nullable String preemptedFor,
      @Schema(description = "By what it was put in order; null likewise")
          @Nullable VictimView chosenBy,
      @Schema(description = "Who could have given way too and was spared, next in order first")
          List<VictimView> runnersUp,
      int runnersUpCount) {
    static InterruptionView of(JobTable jobs, ExplainedDecision.Interruption one) {
      return new InterruptionView(
          one.lostSeconds(),
          one.preemptedFor() == null ? null : jobs.id(one.preemptedFor()),
          one.chosenBy() == null ? null : VictimView.of(jobs, one.chosenBy()),
          one.runnersUp().stream().map(v -> VictimView.of(jobs, v)).toList(),
          one.runnersUpCount());
    }
  }

  /** A job that could give way, and what such jobs are put in order by. */
  @Schema(
      description =
          "A job that could give way: the latest turn goes first, then who loses least device"
              + " time, then who started last")
  public record VictimView(
      String job,
      @Schema(
              description =
                  "By the policy's order, the larger the later; null where its queue borrows, which"
                      + " goes before all turns")
          @Nullable Long turn,
      @Schema(
              description =
                  "For which it has held its devices since its state was last saved, or since it"
                      + " started")
          long unsavedSeconds,
      @Schema(description = "The same times the devices that it holds") double unsavedDeviceSeconds,
      long startSeconds) {
    static VictimView of(JobTable jobs, PossibleVictim one) {
      return new VictimView(
          jobs.id(one.job()),
          one.turn(),
          one.unsavedSeconds(),
          one.unsavedMilliSeconds() / 1000.0,
          one.startedAt());
    }
  }

  /** When a job that waits is to start. */
  public record ReservationView(
      String job,
      @Schema(description = "As foreseen by the estimates and plans of that instant")
          long startSeconds) {
    static ReservationView of(JobTable jobs, ExplainedDecision.Reservation one) {
      return new ReservationView(jobs.id(one.job()), one.startSeconds());
    }
  }

  /** A running job. */
  public record HolderView(
      String job,
      double devices,
      long startSeconds,
      @Schema(description = "If it runs as long as its estimate says") long expectedEndSeconds) {
    private static final double MILLI = 1000;

    static HolderView of(JobTable jobs, ExplainedDecision.Holder holder) {
      return new HolderView(
          jobs.id(holder.job()),
          jobs.milliDevices(holder.job()) / MILLI,
          holder.startedAt(),
          holder.expectedEndSeconds());
    }
  }

  static DecisionsView of(RunDecisions.Page page) {
    JobTable jobs = page.details().outcomes().jobs();
    return new DecisionsView(
        page.details().run().id(),
        page.details().run().spec().policy(),
        JobView.of(page.details(), page.job()),
        Listing.of(
            page.decisions().stream().map(d -> DecisionView.of(jobs, d)).toList(), page.next()));
  }
}
