package org.suanwang.market.workbook;

import java.util.ArrayList;
import java.util.List;

/** One sheet: rows of cells, and how wide its columns are. Rows and columns count from 1. */
final class Sheet {
  private final String name;
  private final List<Integer> widths;
  private final List<List<Cell>> rows = new ArrayList<>();
  private int rowsFrozen;

  Sheet(String name, Integer... widths) {
    this.name = name;
    this.widths = List.of(widths);
  }

  /** The row that names the columns; it and what is above stay in sight. */
  void head(String... names) {
    row(List.of(names).stream().map(Cell::heading).toList());
    freeze();
  }

  void freeze() {
    rowsFrozen = rows.size();
  }

  void row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  void row(Cell... cells) {
    row(List.of(cells));
  }

  String name() {
    return name;
  }

  List<Integer> widths() {
    return widths;
  }

  List<List<Cell>> rows() {
    return rows;
  }

  int rowsFrozen() {
    return rowsFrozen;
  }

  /** The letters of a column. */
  static String letters(int column) {
    var letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** The address of a cell for formulas of any sheet: {@code Variables!$D$7}. */
  static String address(String sheet, int column, int row) {
    return sheet + "!$" + letters(column) + "$" + row;
  }
}
