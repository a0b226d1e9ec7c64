package org.suanwang.scheduling.rounds;

/**
 * What jobs have in common that run equally fast.
 *
 * @param name such as model and batch size
 * @param devices how many each job takes, all of one type and all or none
 */
public record JobType(String name, int devices) {
  public JobType {
    if (devices < 1) {
      throw new IllegalArgumentException("a job takes a device at least");
    }
  }
}
