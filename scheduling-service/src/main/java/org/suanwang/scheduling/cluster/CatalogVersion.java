package org.suanwang.scheduling.cluster;

/**
 * The version of the catalogue that the device types come from.
 *
 * @param id as the catalogue gave it
 * @param stale whether the catalogue did not answer and this is the last version known
 */
public record CatalogVersion(String id, boolean stale) {}
