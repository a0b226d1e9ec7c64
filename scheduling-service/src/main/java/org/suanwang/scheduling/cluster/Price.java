package org.suanwang.scheduling.cluster;

/**
 * What one device costs per hour.
 *
 * @param microCnyPerDeviceHour millionths of a yuan per device and hour
 * @param rationale why this price
 */
public record Price(long microCnyPerDeviceHour, String rationale) {}
