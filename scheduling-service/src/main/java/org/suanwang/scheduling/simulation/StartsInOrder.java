package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import org.suanwang.scheduling.cycle.Decision;

/** Starts whoever fits, in an order, until as many as the policy's depth says could not start. */
final class StartsInOrder {
  private final Simulation run;
  private final Refusals refused;

  StartsInOrder(Simulation run) {
    this.run = run;
    refused = new Refusals(run);
  }

  /**
   * Asks these, the first first.
   *
   * @param ifRefused is told of each that was asked and could not start
   * @return who started
   */
  List<Integer> of(Collection<Integer> waiting, IntConsumer ifRefused) {
    List<Integer> started = new ArrayList<>();
    refused.clear();
    int left = run.input().policy().depth();
    Iterator<Integer> inOrder = waiting.iterator();
    while (left > 0 && inOrder.hasNext() && !run.isStopped()) {
      int job = inOrder.next();
      Decision.Start start = refused.holdFor(job) ? null : run.cycle().find(job);
      if (start == null) {
        refused.add(job);
        ifRefused.accept(job);
        left--;
      } else {
        run.start(job, start);
        started.add(job);
      }
    }
    run.log().walked(inOrder.hasNext());
    return started;
  }
}
