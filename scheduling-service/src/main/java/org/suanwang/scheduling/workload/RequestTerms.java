package org.suanwang.scheduling.workload;

import org.jspecify.annotations.Nullable;

/**
 * What a request says beside how much of everything it needs.
 *
 * @param unit in what the work of its jobs is told
 * @param precision in which it computes; null takes what is said of its class, else FP16
 * @param topology how close together its tasks are to be; null where it does not matter
 * @param deviceMemoryMib memory that a task needs on each of its devices, or on the one it shares;
 *     0 when it does not matter
 * @param template name of the template of its device type that a task takes; null for none. Until
 *     the fleet is known its share is not
 * @param mixed whether a gang of such tasks may be spread over several of the device types it may
 *     use, where no single one of a hub has room for all of it
 * @param hubs in which hubs its jobs may run
 */
public record RequestTerms(
    WorkUnit unit,
    @Nullable Precision precision,
    @Nullable TopologyRule topology,
    int deviceMemoryMib,
    @Nullable String template,
    boolean mixed,
    HubTerms hubs) {
  /** Work in seconds, and nothing else said. */
  public static final RequestTerms USUAL =
      new RequestTerms(WorkUnit.SECONDS, null, null, 0, null, false, HubTerms.ANY);

  public RequestTerms {
    if (deviceMemoryMib < 0) {
      throw new IllegalArgumentException("a task cannot ask for less than nothing");
    }
  }

  /** The same for work in this unit and precision. */
  public RequestTerms withWork(WorkUnit newUnit, @Nullable Precision newPrecision) {
    return new RequestTerms(
        newUnit, newPrecision, topology, deviceMemoryMib, template, mixed, hubs);
  }

  /** The same for tasks that are to be so close together. */
  public RequestTerms withTopology(@Nullable TopologyRule newTopology) {
    return new RequestTerms(unit, precision, newTopology, deviceMemoryMib, template, mixed, hubs);
  }

  /** The same for so much memory of each device. */
  public RequestTerms withDeviceMemory(int mib) {
    return new RequestTerms(unit, precision, topology, mib, template, mixed, hubs);
  }

  /** The same for a template of the device type. */
  public RequestTerms withTemplate(@Nullable String name) {
    return new RequestTerms(unit, precision, topology, deviceMemoryMib, name, mixed, hubs);
  }

  /** The same for gangs that may, or may not, be spread over several device types. */
  public RequestTerms withMixed(boolean isMixed) {
    return new RequestTerms(unit, precision, topology, deviceMemoryMib, template, isMixed, hubs);
  }

  /** The same for jobs that may run in these hubs. */
  public RequestTerms withHubs(HubTerms newHubs) {
    return new RequestTerms(unit, precision, topology, deviceMemoryMib, template, mixed, newHubs);
  }

  /** The largest unit over which its tasks may be spread. */
  public TopologyLevel widestLevel() {
    return topology != null && topology.required() ? topology.level() : TopologyLevel.HUB;
  }
}
