package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.suanwang.scheduling.cycle.Decision;

/** Hands all that happens in a run to several sinks, in their order. */
final class AllSinks implements EventSink {
  private final EventSink[] each;

  AllSinks(List<? extends EventSink> sinks) {
    each = sinks.toArray(EventSink[]::new);
  }

  @Override
  public void accept(Event event) {
    for (EventSink sink : each) {
      sink.accept(event);
    }
  }

  @Override
  public void change(Withdrawal withdrawal) {
    for (EventSink sink : each) {
      sink.change(withdrawal);
    }
  }

  @Override
  public void keptAside(long timeSeconds, int job) {
    for (EventSink sink : each) {
      sink.keptAside(timeSeconds, job);
    }
  }

  @Override
  public void joined(long timeSeconds, int job) {
    for (EventSink sink : each) {
      sink.joined(timeSeconds, job);
    }
  }

  @Override
  public void blockedAgain(long timeSeconds, int job, Decision.Wait wait) {
    for (EventSink sink : each) {
      sink.blockedAgain(timeSeconds, job, wait);
    }
  }

  @Override
  public void reserved(long timeSeconds, int job, long startSeconds) {
    for (EventSink sink : each) {
      sink.reserved(timeSeconds, job, startSeconds);
    }
  }

  @Override
  public void quotaReserved(long timeSeconds, int job, long startSeconds) {
    for (EventSink sink : each) {
      sink.quotaReserved(timeSeconds, job, startSeconds);
    }
  }

  @Override
  public void makesRoom(long timeSeconds, int job, Supplier<List<PossibleVictim>> inOrder) {
    for (EventSink sink : each) {
      sink.makesRoom(timeSeconds, job, inOrder);
    }
  }

  @Override
  public void keptFrom(long timeSeconds, int job, Supplier<BitSet> nodes) {
    for (EventSink sink : each) {
      sink.keptFrom(timeSeconds, job, nodes);
    }
  }

  @Override
  public void roundBegun(long timeSeconds, IntFunction<RoundTurn> turnOf) {
    for (EventSink sink : each) {
      sink.roundBegun(timeSeconds, turnOf);
    }
  }

  @Override
  public void transfer(DataTransfer transfer) {
    for (EventSink sink : each) {
      sink.transfer(transfer);
    }
  }

  @Override
  public void cordon(long timeSeconds, int node, boolean isOn) {
    for (EventSink sink : each) {
      sink.cordon(timeSeconds, node, isOn);
    }
  }
}
