package org.suanwang.local.service;

import java.util.List;

/**
 * One of the three services.
 *
 * @param name its module and application name
 * @param database its database in the one PostgreSQL
 * @param portOffset its port, counted from the base port
 * @param heapMegabytesMax the Java heap's limit; the native executable takes the same
 */
public record Service(String name, String database, int portOffset, int heapMegabytesMax) {
  public static final Service CATALOG = new Service("chip-catalog-service", "catalog", 0, 512);
  public static final Service MARKET = new Service("market-model-service", "market", 1, 512);
  public static final Service SCHEDULING = new Service("scheduling-service", "scheduling", 2, 1024);

  /** In the order of the loop, which is also the order of starting. */
  public static final List<Service> ALL = List.of(CATALOG, MARKET, SCHEDULING);
}
