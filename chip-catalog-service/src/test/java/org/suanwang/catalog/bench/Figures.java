package org.suanwang.catalog.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, beside what is asked for, in the order of measuring. */
final class Figures {
  private record Figure(String what, String asked, String result) {}

  private final List<Figure> figures = new ArrayList<>();

  /**
   * Notes one result.
   *
   * @param what the figure's name
   * @param asked the requirement with its unit; empty where there is none
   * @param result the measured value with its unit
   */
  void add(String what, String asked, String result) {
    figures.add(new Figure(what, asked, result));
  }

  /** Notes a number of {@code format}, with its unit. */
  void add(String what, String asked, String format, double number) {
    add(what, asked, String.format(Locale.ROOT, format, number));
  }

  void print(PrintStream out) {
    print(out, new Figure("figure", "required", "measured"));
    figures.forEach(f -> print(out, f));
  }

  private static void print(PrintStream out, Figure f) {
    out.printf(Locale.ROOT, "%-52s  %-16s  %s%n", f.what, f.asked, f.result);
  }
}
