package org.suanwang.market.bridge;

/**
 * What the bridge needs to know of an accelerator.
 *
 * @param id the catalogue's id
 * @param country of its vendor, ISO 3166-1 alpha-2
 * @param catalogVersion the catalogue version that says so
 */
public record Accelerator(String id, String country, String catalogVersion) {}
