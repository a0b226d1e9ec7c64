package org.suanwang.scheduling.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the studies must come out at; a run that misses any ends with 1. */
final class Goals {
  private static final PrintStream OUT = System.out;

  private int missed;

  /** A figure that must not be greater. */
  void atMost(String what, double found, double most) {
    tell(what, found, "at most", most, found <= most);
  }

  /** A figure that must not be less. */
  void atLeast(String what, double found, double least) {
    tell(what, found, "at least", least, found >= least);
  }

  /** What is not as published, which must be what is known and explained, neither more nor less. */
  void only(String what, Collection<String> found, Collection<String> known) {
    Set<String> unknown = new TreeSet<>(found);
    unknown.removeAll(known);
    Set<String> gone = new TreeSet<>(known);
    gone.removeAll(found);
    boolean isReached = unknown.isEmpty() && gone.isEmpty();
    missed += isReached ? 0 : 1;
    OUT.printf(
        Locale.ROOT,
        "goal %-8s %s: %d%s%s%n",
        isReached ? "reached" : "MISSED",
        what,
        found.size(),
        unknown.isEmpty() ? ", all explained" : ", not explained " + unknown,
        gone.isEmpty() ? "" : "; explained, but as published now " + gone);
  }

  private void tell(String what, double found, String relation, double goal, boolean isReached) {
    missed += isReached ? 0 : 1;
    OUT.printf(
        Locale.ROOT,
        "goal %-8s %s: %.2f, %s %.2f%n",
        isReached ? "reached" : "MISSED",
        what,
        found,
        relation,
        goal);
  }

  int missed() {
    return missed;
  }
}
