package org.suanwang.scheduling.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.suanwang.scheduling.rounds.RoundPlanner;

/**
 * Who goes on where it is when a round begins: two that are to be together if they are, else one of
 * them, and one alone, if they run there and nobody else keeps those devices.
 */
final class RoundStays {
  private final Simulation run;
  private final RoundKinds kinds;
  private final Set<Integer> running;
  private final Set<Integer> staying = new HashSet<>();

  /** Of the jobs that run. */
  RoundStays(Simulation run, RoundKinds kinds, Set<Integer> running) {
    this.run = run;
    this.kinds = kinds;
    this.running = running;
  }

  /** Those of the choices that go on. */
  Set<Integer> of(List<RoundPlanner.Choice> choices) {
    for (RoundPlanner.Choice choice : choices) {
      int group = kinds.group(choice.deviceType());
      boolean areTogether =
          choice.isPair() && run.partners().of(choice.number()) == choice.partner();
      if (mayStay(choice.number(), group)) {
        staying.add(choice.number());
        if (areTogether) {
          staying.add(choice.partner());
        }
      } else if (choice.isPair() && mayStay(choice.partner(), group)) {
        staying.add(choice.partner());
      }
    }
    return staying;
  }

  private boolean mayStay(int job, int group) {
    return running.contains(job)
        && run.holdings().of(job).group() == group
        && !staying.contains(run.partners().of(job));
  }
}
