package org.suanwang.scheduling.simulation;

import java.util.List;

/**
 * How a job stood when a round began.
 *
 * @param isChosen whether it was to run in it, alone or beside another
 * @param times what it is to have and has had, by the groups that it can run in; empty for a job
 *     for which nothing is planned
 */
public record RoundTurn(boolean isChosen, List<Time> times) {
  public RoundTurn {
    times = List.copyOf(times);
  }

  /**
   * On the devices of one group.
   *
   * @param group of the fleet
   * @param share of its time that the job is to run there, 0 to 1
   * @param receivedSeconds for which it has, since shares were found last
   */
  public record Time(int group, double share, double receivedSeconds) {}
}
