package org.suanwang.catalog.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number, or a date, that accelerators can be filtered and ordered by.
 *
 * @param parameter its name in the API, such as {@code memoryCapacity}
 * @param meaning what it is, in words
 * @param unit the unit that its numbers are in; of a date nothing
 */
public record NumberField(String parameter, String meaning, String unit, Reader reader) {
  /** Reads the number of one accelerator; nothing when it is unknown. */
  interface Reader {
    @Nullable Span read(Candidate candidate);
  }

  static final String NO_UNIT = "";

  /** Whether its numbers are days since 1970-01-01. */
  public boolean isDate() {
    return unit.equals(NO_UNIT);
  }

  NumberColumn column(List<Candidate> candidates) {
    @Nullable Span[] spans = new Span[candidates.size()];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = reader.read(candidates.get(i));
    }
    return NumberColumn.of(spans);
  }
}
