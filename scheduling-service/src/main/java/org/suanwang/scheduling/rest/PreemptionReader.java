package org.suanwang.scheduling.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.policy.Preemption;
import org.suanwang.scheduling.policy.QueueDiscipline;

/** Reads whether running jobs give way under a composed policy. */
final class PreemptionReader {
  private static final String NO_FAIRNESS = "none";

  private final Findings findings;
  private final String field;

  /** Reads of the policy that stands in this field. */
  PreemptionReader(Findings findings, String policyField) {
    this.findings = findings;
    field = policyField + ".preemption";
  }

  /** Whether the parts ask for it, by themselves or by their discipline. */
  static boolean isAsked(PolicyChoice.Parts parts) {
    return Preemption.BY_TURN.word().equals(parts.preemption())
        || isPreempt(Objects.requireNonNullElse(parts.discipline(), ""));
  }

  private static boolean isPreempt(String discipline) {
    return discipline.equals(QueueDiscipline.PREEMPT.listedName());
  }

  /** The word for it beside parts that were read before; null when it does not go with them. */
  @Nullable String read(PolicyChoice.Parts parts, String discipline, String fairness) {
    String given = parts.preemption();
    Preemption usual = isPreempt(discipline) ? Preemption.BY_TURN : Preemption.NONE;
    String chosen = Objects.requireNonNullElse(given, usual.word());
    boolean gives = chosen.equals(Preemption.BY_TURN.word());
    boolean goes =
        require(
                Preemption.words().contains(chosen),
                given,
                "must name a part of a policy",
                "use one of " + Preemption.words())
            && require(
                gives || !isPreempt(discipline),
                given,
                "goes with any discipline but preempt, which is skip with by-turn",
                "choose the discipline skip, or leave preemption out")
            && require(
                !gives || !discipline.equals(QueueDiscipline.ROUNDS.listedName()),
                given,
                "goes with any discipline but rounds, in which jobs give way by their shares",
                "leave it out")
            && require(
                !gives
                    || fairness.equals(NO_FAIRNESS)
                    || !discipline.equals(QueueDiscipline.CONSERVATIVE.listedName()),
                given,
                "goes beside conservative with the fairness none only: every job has a reservation"
                    + " there, also those of queues that would have to give way",
                "leave fairness out, or choose the discipline easy, skip or strict");
    return goes ? chosen : null;
  }

  private boolean require(boolean holds, @Nullable String given, String rule, String remedy) {
    return findings.require(holds, field, given, rule, remedy);
  }
}
