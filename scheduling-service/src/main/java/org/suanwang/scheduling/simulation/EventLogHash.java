package org.suanwang.scheduling.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;

/**
 * SHA-256 over the events of a run in a canonical form: per event its kind, time and job, and for a
 * start every node and device given, for a wait its reason, with the queue if it is a quota. Equal
 * hashes: the same run.
 */
public final class EventLogHash implements EventSink {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int HEAD_BYTES = 32;
  private static final byte DEPARTURE = 100;
  private static final byte ARRIVAL = 101;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  public EventLogHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    digest.update(Simulation.RULES_VERSION.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void accept(Event event) {
    room(HEAD_BYTES);
    buffer.put(event.kind().code()).putLong(event.timeSeconds()).putInt(event.job());
    switch (event.kind()) {
      case STARTED, RESIZED, PARTNER_CHANGED -> put(event.allocation());
      case REJECTED, BLOCKED -> put(event.reason());
      case SUBMITTED, FINISHED, KILLED, PREEMPTED, FAILED, GAVE_UP -> {}
      case CRASHED, STOPPED, CANCELLED, WITHDRAWN, TIMED_OUT -> {}
    }
  }

  /** Between the events, as it is told; the code is that of no kind of event. */
  @Override
  public void transfer(DataTransfer transfer) {
    room(HEAD_BYTES);
    buffer.put(transfer.isArrival() ? ARRIVAL : DEPARTURE).putLong(transfer.timeSeconds());
    buffer.putInt(transfer.job()).putInt(transfer.fromHub()).putInt(transfer.toHub());
  }

  private void put(Decision.Wait wait) {
    buffer.put(wait.reason().code()).putInt(wait.closestGroup()).putLong(wait.shortTasks());
    if (wait.queue() != Decision.Wait.NO_QUEUE) {
      buffer.putInt(wait.queue());
    }
  }

  private void put(Allocation allocation) {
    buffer.putInt(allocation.group()).putInt(allocation.milliOnDevice());
    put(allocation.nodes());
    put(allocation.tasksOnNode());
    put(allocation.devices());
  }

  private void put(int[] values) {
    room(Integer.BYTES);
    buffer.putInt(values.length);
    for (int value : values) {
      room(Integer.BYTES);
      buffer.putInt(value);
    }
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  /** The hash of all events so far, 64 hex digits; nothing may be added afterwards. */
  public String toHex() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
