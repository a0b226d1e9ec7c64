package org.suanwang.scheduling.throughput;

/**
 * Which share of its speed a program keeps on another software stack than the one it is written
 * for.
 *
 * @param from the stack it is written for
 * @param to the stack of the device
 * @param share above 0, at most 1
 * @param source who says so
 */
public record PortingFactor(String from, String to, double share, String source) {}
