package org.suanwang.scheduling.check;

/**
 * What makes a repeated request the same request.
 *
 * @param key as the caller chose it
 * @param bodyHash of what was sent with it, body and query: the same key with another is a mistake
 */
public record RequestKey(String key, String bodyHash) {}
