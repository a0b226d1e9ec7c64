package org.suanwang.market.scenario;

import java.time.Instant;

/**
 * What a published model is cited by: the same id and version are the same bytes for ever.
 *
 * @param version the first 12 hex digits of the SHA-256 of its files
 */
public record ModelVersion(String id, String version, Instant publishedAt) {}
