package org.suanwang.scheduling.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives what experiments found. Of the experiment asked for last the runs and the comparisons are
 * remembered until another of its runs changes its state, because pages are asked for one after the
 * other.
 */
public final class ExperimentReports {
  private static final int COMPARISONS_KEPT_MAX = 16;

  private final Experiments experiments;
  private @Nullable Kept last;

  public ExperimentReports(Experiments experiments) {
    this.experiments = experiments;
  }

  /** The runs of an experiment as they were when so many were in each state. */
  private static final class Kept {
    private final Experiment experiment;
    private final List<RunRow> rows;
    private final Map<ExperimentReport.Choice, ExperimentReport> reports = new HashMap<>();

    Kept(Experiment experiment, List<RunRow> rows) {
      this.experiment = experiment;
      this.rows = rows;
    }

    boolean isStill(Experiment now) {
      return experiment.id().equals(now.id()) && experiment.counts().equals(now.counts());
    }
  }

  /**
   * The runs of an experiment.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is no such experiment
   */
  public List<RunRow> rows(Experiment experiment) {
    return kept(experiment).rows;
  }

  private synchronized Kept kept(Experiment experiment) {
    Kept known = last;
    if (known == null || !known.isStill(experiment)) {
      known = new Kept(experiment, List.copyOf(experiments.rows(experiment)));
      last = known;
    }
    return known;
  }

  /**
   * The policies of an experiment compared.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException when the choice is not of this
   *     experiment, or there are too many policies for all pairs
   */
  public ExperimentReport report(Experiment experiment, ExperimentReport.Choice choice) {
    Kept kept = kept(experiment);
    synchronized (kept) {
      ExperimentReport known = kept.reports.get(choice);
      if (known == null) {
        known = ExperimentReport.of(experiment.spec(), kept.rows, choice);
        if (kept.reports.size() < COMPARISONS_KEPT_MAX) {
          kept.reports.put(choice, known);
        }
      }
      return known;
    }
  }
}
