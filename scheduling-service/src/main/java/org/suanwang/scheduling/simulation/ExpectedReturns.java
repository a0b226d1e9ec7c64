package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is out of use, in the order in which it is expected back: when the last of the outages that
 * keep it out ends, which is told when they begin. Going out and coming back take time that grows
 * with the logarithm of all that is out.
 */
final class ExpectedReturns {
  private final TreeSet<Return> returns =
      new TreeSet<>(
          Comparator.comparingLong(Return::backSeconds).thenComparingLong(Return::number));
  private final Map<Integer, List<Return>> ofNode = new HashMap<>();
  private long count;

  /** Something out of use, when it is expected back, and the how-manieth that went out. */
  record Return(Withdrawal withdrawal, long backSeconds, long number) {
    private boolean isPartOf(Withdrawal back) {
      return (back.isWholeNode() || !withdrawal.isWholeNode())
          && Arrays.stream(withdrawal.devices())
              .allMatch(one -> Arrays.stream(back.devices()).anyMatch(other -> other == one));
    }
  }

  void wentOut(Withdrawal withdrawal, long backSeconds) {
    Return next = new Return(withdrawal, backSeconds, count++);
    ofNode.computeIfAbsent(withdrawal.node(), n -> new ArrayList<>()).add(next);
    returns.add(next);
  }

  /** Some of what is out, or all of it, comes back later than was told. */
  void staysOut(Withdrawal longer, long backSeconds) {
    List<Return> own = ofNode.getOrDefault(longer.node(), List.of());
    own.forEach(returns::remove);
    own.replaceAll(
        one -> one.isPartOf(longer) ? new Return(one.withdrawal, backSeconds, one.number) : one);
    returns.addAll(own);
  }

  void cameBack(Withdrawal back) {
    List<Return> own = ofNode.getOrDefault(back.node(), List.of());
    own.forEach(returns::remove);
    List<Return> still = new ArrayList<>(own);
    still.removeIf(one -> one.isPartOf(back));
    ofNode.put(back.node(), still);
    returns.addAll(still);
  }

  /** All of them, the first to come back first. */
  SortedSet<Return> inOrder() {
    return returns;
  }

  /** When the first of them is expected back; Long.MAX_VALUE when nothing is out. */
  long firstSeconds() {
    return returns.isEmpty() ? Long.MAX_VALUE : returns.first().backSeconds();
  }
}
