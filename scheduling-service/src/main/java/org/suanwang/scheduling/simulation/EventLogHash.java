package org.suanwang.scheduling.simulation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

  /**
   * A buffer of the library's takes three calls a number, which no ahead-of-time compiler inlines.
   */
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final MessageDigest digest;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;

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
    put(event.kind().code());
    put(event.timeSeconds());
    put(event.job());
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
    put(transfer.isArrival() ? ARRIVAL : DEPARTURE);
    put(transfer.timeSeconds());
    put(transfer.job());
    put(transfer.fromHub());
    put(transfer.toHub());
  }

  private void put(Decision.Wait wait) {
    put(wait.reason().code());
    put(wait.closestGroup());
    put(wait.shortTasks());
    if (wait.queue() != Decision.Wait.NO_QUEUE) {
      put(wait.queue());
    }
  }

  private void put(Allocation allocation) {
    put(allocation.group());
    put(allocation.milliOnDevice());
    put(allocation.nodes());
    put(allocation.tasksOnNode());
    put(allocation.devices());
  }

  private void put(int[] values) {
    room(Integer.BYTES);
    put(values.length);
    for (int value : values) {
      room(Integer.BYTES);
      put(value);
    }
  }

  private void put(byte value) {
    buffer[filled++] = value;
  }

  private void put(int value) {
    INTS.set(buffer, filled, value);
    filled += Integer.BYTES;
  }

  private void put(long value) {
    LONGS.set(buffer, filled, value);
    filled += Long.BYTES;
  }

  private void room(int bytes) {
    if (buffer.length - filled < bytes) {
      flush();
    }
  }

  private void flush() {
    digest.update(buffer, 0, filled);
    filled = 0;
  }

  /** The hash of all events so far, 64 hex digits; nothing may be added afterwards. */
  public String toHex() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
