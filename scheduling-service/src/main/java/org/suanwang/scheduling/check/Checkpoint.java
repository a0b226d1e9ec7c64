package org.suanwang.scheduling.check;

/** Is passed again and again in long work, so that work that nobody wants any more can stop. */
@FunctionalInterface
public interface Checkpoint {
  /** Lets everything pass. */
  Checkpoint NONE = () -> {};

  /**
   * Goes on, or not.
   *
   * @throws StoppedException when the work is to be given up
   */
  void pass();
}
