package org.suanwang.scheduling.rest.arrow;

/**
 * A column of a table.
 *
 * @param name in the head of the table
 * @param type of its cells
 */
public record Column(String name, ColumnType type) {}
