package org.suanwang.catalog.exportcontrol;

/**
 * Whether the item itself is eligible for a licence exception; who sends it to whom is not asked.
 */
public record ExceptionOutcome(String name, Truth eligible, String meaning) {}
