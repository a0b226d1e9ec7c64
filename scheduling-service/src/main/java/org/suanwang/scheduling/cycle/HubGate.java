package org.suanwang.scheduling.cycle;

/** In which hubs a job may start as things are, whatever they have free. */
@FunctionalInterface
public interface HubGate {
  /** Whether a job may start now in the hub with this number. */
  boolean isOpen(int job, int hub);
}
