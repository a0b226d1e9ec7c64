package org.suanwang.scheduling.experiment;

/**
 * A composed policy with a name of its own.
 *
 * @param name by which requests ask for it
 * @param variant what it is made of
 */
public record KeptPolicy(String name, PolicyVariant variant) {}
