package org.suanwang.scheduling.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.explanation.ExplainedDecision;
import org.suanwang.scheduling.explanation.JobDecisions;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Explains what was decided for a job of a finished run: it runs it once more, as far as the last
 * decision that is asked for.
 */
public final class RunDecisions {
  private final Replays replays;
  private final RunArchive archive;

  public RunDecisions(Replays replays, RunArchive archive) {
    this.replays = replays;
    this.archive = archive;
  }

  /**
   * A page of what was decided for a job.
   *
   * @param details the run
   * @param job row of the job
   * @param decisions in the order of time
   * @param next how many come before the next page; null after the last
   */
  public record Page(
      RunDetails details, int job, List<ExplainedDecision> decisions, @Nullable Long next) {}

  /**
   * Explains.
   *
   * @param jobId id of the job
   * @param top as many runners-up, jobs ahead and holders of devices are told
   * @param from how many decisions are passed over
   * @param limit how many are told
   * @throws NotFoundException when the run, or the job in it, is not there
   * @throws ConflictException when the run is not completed, or does not come out as it did
   */
  public Page explain(String id, String jobId, int top, int from, int limit) {
    RunDetails details = archive.require(id);
    int job = row(details, jobId);
    return replays.answer(
        "decisions of %s on %s from %d, %d of %d".formatted(id, jobId, from, limit, top),
        patience -> explain(details, job, top, from, limit, patience));
  }

  private Page explain(
      RunDetails details, int job, int top, int from, int limit, Checkpoint patience) {
    RunPlan plan = replays.plan(details.run(), patience);
    JobDecisions decisions = new JobDecisions(plan.input(), job, top, from, limit);
    new Simulation(plan.input(), decisions)
        .run(
            (seconds, events, jobsDone) -> {
              patience.pass();
              return !decisions.isDone();
            });
    decisions.finish();
    return new Page(details, job, decisions.decisions(), decisions.next());
  }

  private static int row(RunDetails details, String jobId) {
    JobTable jobs = details.outcomes().jobs();
    for (int job = 0; job < jobs.size(); job++) {
      if (jobs.id(job).equals(jobId)) {
        return job;
      }
    }
    throw new NotFoundException(
        "job of simulation " + details.run().id(), jobId, "ask it for its jobs");
  }
}
