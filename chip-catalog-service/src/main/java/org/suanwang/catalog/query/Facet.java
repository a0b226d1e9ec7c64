package org.suanwang.catalog.query;

import java.util.List;

/**
 * How what is found divides along one field. The query's own condition on that field is left aside,
 * so that the other choices show what they would bring.
 */
public sealed interface Facet {
  /** The field's name in the API. */
  String field();

  /** How many of what is found have no value. */
  int unknown();

  /**
   * Of a category: its values, the most frequent first, equally frequent ones by text. An
   * accelerator with several values counts with each.
   *
   * @param more how many further values there are
   */
  record Categories(String field, List<Count> values, int more, int unknown) implements Facet {
    static final int VALUES_MAX = 100;

    public Categories {
      values = List.copyOf(values);
    }
  }

  /** How many have a value. */
  record Count(String value, int count) {}

  /**
   * Of a number: least, greatest, and how many lie between.
   *
   * @param buckets of equal width, or of equal ratio where the greatest is a hundred times the
   *     least or more; one when all are equal, none when nobody has a number
   */
  record Numbers(NumberField of, int known, int unknown, List<Bucket> buckets) implements Facet {
    public Numbers {
      buckets = List.copyOf(buckets);
    }

    @Override
    public String field() {
      return of.parameter();
    }
  }

  /**
   * How many numbers lie from one to another, the end not included but in the last bucket.
   *
   * @param from in the field's unit; of a date the day since 1970-01-01
   */
  record Bucket(double from, double to, int count) {}
}
