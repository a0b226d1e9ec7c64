package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cluster.Allocation;

/** Changes of what running jobs hold, but their starts and their ends. */
final class Changes {
  private final Simulation run;
  private final Lent lent;

  Changes(Simulation run) {
    this.run = run;
    lent = new Lent(run);
  }

  /**
   * A running job goes on with what it holds now, by the cluster's state, instead; that costs as
   * much as an interruption.
   */
  void resize(int job, Allocation newly) {
    Holdings holdings = run.holdings();
    Allocation before = holdings.of(job);
    Allocation allocation = run.input().layout().unions().narrowed(newly);
    int group = holdings.paceGroup(job, before);
    long lost = holdings.progress().interrupted(job, group, run.now());
    holdings.progress().resumption().stays(job);
    run.noLongerHeld(job, before);
    holdings.goOn(job, allocation, run.now());
    run.held(job, allocation);
    run.queue().resized(job, before, allocation);
    run.log().tell(EventKind.RESIZED, run.now(), job, allocation, lost);
  }

  /** What running jobs have grown by that others may have back. */
  Lent lent() {
    return lent;
  }

  /** A running job gives up all tasks but these. */
  void shrink(int job, Allocation kept) {
    run.state().release(run.holdings().of(job), run.input().jobs().request(job));
    run.state().retake(kept, run.input().jobs().request(job));
    resize(job, kept);
  }

  /**
   * A running job goes on beside another, or has its devices to itself again, at such a part of its
   * speed.
   */
  void changePartner(int job, Allocation newly, double speed) {
    long lost = run.holdings().goOnAt(job, newly, speed, run.now());
    run.log().tell(EventKind.PARTNER_CHANGED, run.now(), job, newly, lost);
  }

  /** A running job has to give way, or what it holds fails; returns what it held. */
  Allocation stop(int job, EventKind kind) {
    Holdings holdings = run.holdings();
    Allocation allocation = run.giveBack(job);
    lent.gone(job);
    int group = holdings.paceGroup(job, allocation);
    long lost =
        kind == EventKind.PREEMPTED
            ? holdings.progress().interrupted(job, group, run.now())
            : holdings.progress().failed(job, group, run.now());
    holdings.progress().resumption().leaves(job, allocation);
    run.log().tell(kind, run.now(), job, allocation, lost);
    run.partners().left(job);
    return allocation;
  }
}
