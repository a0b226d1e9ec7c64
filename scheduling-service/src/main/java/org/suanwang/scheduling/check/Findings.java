package org.suanwang.scheduling.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with an input, so that all of it is told at once. After so many findings
 * the rest is only counted: a file of a million bad lines gives a short answer.
 */
public final class Findings {
  private static final int KEPT_MAX = 50;

  private final List<Violation> kept = new ArrayList<>();
  private long found;

  public void add(String field, @Nullable Object value, String rule, String remedy) {
    found++;
    if (kept.size() < KEPT_MAX) {
      kept.add(new Violation(field, String.valueOf(value), rule, remedy));
    }
  }

  public void add(Violation one) {
    add(one.field(), one.value(), one.rule(), one.remedy());
  }

  /** Notes a finding unless the rule holds; returns whether it holds. */
  public boolean require(
      boolean holds, String field, @Nullable Object value, String rule, String remedy) {
    if (!holds) {
      add(field, value, rule, remedy);
    }
    return holds;
  }

  /** A whole number in a range; the fallback when it is missing, the least when it is wrong. */
  public long whole(String field, @Nullable Number given, long min, long max, long fallback) {
    if (given == null) {
      return fallback;
    }
    long value = given.longValue();
    boolean holds =
        require(
            value >= min && value <= max,
            field,
            given,
            "must be from " + min + " to " + max,
            "choose a value in this range");
    return holds ? value : min;
  }

  /** A whole number in a range that fits an int. */
  public int whole(String field, @Nullable Number given, int min, int max, int fallback) {
    return (int) whole(field, given, (long) min, (long) max, (long) fallback);
  }

  /** A finite number in a range; the fallback when it is missing, the least when it is wrong. */
  public double number(
      String field, @Nullable Double given, double min, double max, double fallback) {
    if (given == null) {
      return fallback;
    }
    boolean holds =
        require(
            given >= min && given <= max,
            field,
            given,
            "must be a number from " + min + " to " + max,
            "choose a value in this range");
    return holds ? given : min;
  }

  /** A name that is not blank and not too long, of printable characters. */
  public String name(String field, @Nullable String given, int lengthMax) {
    boolean holds =
        given != null && !given.isBlank() && given.length() <= lengthMax && isPrintable(given);
    require(
        holds,
        field,
        given,
        "must be a name of 1 to " + lengthMax + " characters without control characters",
        "give it a name");
    return holds && given != null ? given : "";
  }

  /**
   * Whether a text has neither control characters nor halves of characters; PostgreSQL keeps no NUL
   * and UTF-8 no half.
   */
  public static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
        return false;
      }
    }
    return true;
  }

  public boolean isEmpty() {
    return found == 0;
  }

  public boolean isFull() {
    return found > KEPT_MAX;
  }

  /**
   * Does nothing when nothing was found.
   *
   * @throws InvalidInputException with all findings
   */
  public void throwIfAny() {
    if (found > kept.size()) {
      kept.add(
          new Violation(
              "(more)",
              String.valueOf(found - kept.size()),
              "further findings of the same input are not listed",
              "mend the listed ones first"));
    }
    if (found > 0) {
      throw new InvalidInputException(kept);
    }
  }
}
