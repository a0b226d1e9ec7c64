package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What is out of use, in the order in which it is expected back: when the outages that put it out
 * end, which is told when they begin. What is still out then is expected at once.
 */
final class ExpectedReturns {
  private final List<Return> returns = new ArrayList<>();

  /** Something out of use, and when it is expected back. */
  record Return(Withdrawal withdrawal, long backSeconds) {
    private boolean isPartOf(Withdrawal back) {
      return back.node() == withdrawal.node()
          && (back.isWholeNode() || !withdrawal.isWholeNode())
          && Arrays.stream(withdrawal.devices())
              .allMatch(one -> Arrays.stream(back.devices()).anyMatch(other -> other == one));
    }

    /** A device of a node that is out comes back with the node at the earliest. */
    private Return notBefore(Return other) {
      boolean isWithin =
          other.withdrawal.isWholeNode() && other.withdrawal.node() == withdrawal.node();
      return isWithin && other.backSeconds > backSeconds
          ? new Return(withdrawal, other.backSeconds)
          : this;
    }
  }

  void wentOut(Withdrawal withdrawal, long backSeconds) {
    Return next = new Return(withdrawal, backSeconds);
    returns.replaceAll(before -> before.notBefore(next));
    returns.add(next);
    returns.sort(Comparator.comparingLong(Return::backSeconds));
  }

  void cameBack(Withdrawal back) {
    returns.removeIf(r -> r.isPartOf(back));
  }

  /** All of them, the first to come back first. */
  List<Return> inOrder() {
    return returns;
  }

  /** When the first of them is expected back; Long.MAX_VALUE when nothing is out. */
  long firstSeconds() {
    return returns.isEmpty() ? Long.MAX_VALUE : returns.getFirst().backSeconds();
  }
}
