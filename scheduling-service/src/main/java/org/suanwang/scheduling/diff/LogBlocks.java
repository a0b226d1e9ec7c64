package org.suanwang.scheduling.diff;

import java.util.Arrays;
import java.util.stream.Stream;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventSink;

/**
 * Fingerprints of an event log, one of 64 bits for each block of events, by which it is found where
 * two logs part without keeping either: 8 bytes for {@link #BLOCK_EVENTS} events. Hubs and device
 * types go in by name, so logs of different fleets can be compared; nodes and devices by number.
 */
public final class LogBlocks implements EventSink {
  /** Events of a block. */
  public static final int BLOCK_EVENTS = 1024;

  /** The two logs are the same. */
  public static final long NOWHERE = -1;

  private static final int FIRST_CAPACITY = 64;

  private final long[] groupNames;
  private final int eventsPerBlock;
  private long[] blocks = new long[FIRST_CAPACITY];
  private long events;

  /** Of a run on this fleet. */
  public LogBlocks(FleetLayout layout) {
    this(layout, BLOCK_EVENTS);
  }

  /** The same with blocks of this length; 1 tells each event apart. */
  public LogBlocks(FleetLayout layout, int eventsPerBlock) {
    this.eventsPerBlock = eventsPerBlock;
    groupNames =
        Stream.concat(layout.groups().stream(), layout.unions().all().stream())
            .mapToLong(g -> text(layout.hub(g).id() + '\0' + g.deviceType()))
            .toArray();
  }

  private static long text(String text) {
    long print = text.length();
    for (int i = 0; i < text.length(); i++) {
      print = mix(print, text.charAt(i));
    }
    return print;
  }

  /** The finishing steps of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long print, long value) {
    long z = (print ^ value) + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public void accept(Event event) {
    int block = Math.toIntExact(events++ / eventsPerBlock);
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, block * 2);
    }
    blocks[block] = mix(blocks[block], print(event));
  }

  private long print(Event event) {
    long head = mix(mix(event.kind().code(), event.timeSeconds()), event.job());
    return switch (event.kind()) {
      case STARTED, RESIZED, PARTNER_CHANGED -> mix(head, print(event.allocation()));
      case REJECTED, BLOCKED -> mix(head, print(event.reason()));
      case SUBMITTED, FINISHED, KILLED, PREEMPTED, FAILED, GAVE_UP -> head;
      case CRASHED, STOPPED, CANCELLED, WITHDRAWN, TIMED_OUT -> head;
    };
  }

  private long print(Decision.Wait wait) {
    long where = wait.closestGroup() < 0 ? 0 : groupNames[wait.closestGroup()];
    return mix(mix(where, wait.reason().code()), wait.shortTasks());
  }

  private long print(Allocation held) {
    long print = mix(groupNames[held.group()], held.milliOnDevice());
    print = mix(print, Arrays.hashCode(held.nodes()));
    print = mix(print, Arrays.hashCode(held.tasksOnNode()));
    for (int device : held.devices()) {
      print = mix(print, device);
    }
    return print;
  }

  public long events() {
    return events;
  }

  /**
   * The sequence number of the first event of the first block in which two logs differ; {@link
   * #NOWHERE} when they are the same.
   */
  public long firstDifference(LogBlocks other) {
    long both = Math.min(blockCount(), other.blockCount());
    for (int block = 0; block < both; block++) {
      if (blocks[block] != other.blocks[block]) {
        return (long) block * eventsPerBlock;
      }
    }
    return events == other.events ? NOWHERE : both * eventsPerBlock;
  }

  private long blockCount() {
    return Math.ceilDiv(events, eventsPerBlock);
  }
}
