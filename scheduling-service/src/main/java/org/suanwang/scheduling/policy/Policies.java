package org.suanwang.scheduling.policy;

import java.util.List;
import java.util.Optional;

/** The policies that can be named in a request. */
public final class Policies {
  private static final List<SchedulingPolicy> ALL =
      List.of(
          new SchedulingPolicy(
              "fifo-first-fit",
              "In order of submission, strict head of line; the first node that fits.",
              new Fifo(),
              List.of(new FitsNode()),
              new FirstFit()),
          new SchedulingPolicy(
              "fifo-best-fit",
              "In order of submission, strict head of line; the node that is left with least.",
              new Fifo(),
              List.of(new FitsNode()),
              new BestFit()));

  private Policies() {}

  public static List<SchedulingPolicy> all() {
    return ALL;
  }

  public static Optional<SchedulingPolicy> find(String name) {
    return ALL.stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
