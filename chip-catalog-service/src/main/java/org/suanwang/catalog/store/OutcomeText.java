package org.suanwang.catalog.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suanwang.catalog.catalog.ImportCounts;
import org.suanwang.catalog.catalog.ImportCounts.Count;
import org.suanwang.catalog.catalog.PackageRegister.Outcome;
import org.suanwang.catalog.catalog.PublishedCatalog;

/**
 * The outcome of an import as one short text, so that the same request can be answered again: the
 * version, whether it was new, and the counts. Findings are not kept: GET /v1/findings has them.
 */
final class OutcomeText {
  private static final int COUNTS = 4;
  private static final int NUMBERS_OF_COUNT = 3;

  private OutcomeText() {}

  static String write(Outcome outcome) {
    ImportCounts c = outcome.counts();
    String numbers =
        Stream.of(c.sources(), c.subjects(), c.claims(), c.verdicts())
            .map(n -> n.added() + " " + n.changed() + " " + n.unchanged())
            .collect(Collectors.joining(" "));
    return outcome.versionId() + " " + outcome.isNew() + " " + numbers;
  }

  static Outcome read(String text, PublishedCatalog published) {
    List<String> words = List.of(text.split(" ", -1));
    List<Integer> numbers =
        words.subList(2, 2 + COUNTS * NUMBERS_OF_COUNT).stream().map(Integer::valueOf).toList();
    var counts =
        new ImportCounts(
            count(numbers, 0), count(numbers, 1), count(numbers, 2), count(numbers, 3));
    return new Outcome(
        words.get(0), Boolean.parseBoolean(words.get(1)), counts, published, List.of());
  }

  private static Count count(List<Integer> numbers, int at) {
    int first = at * NUMBERS_OF_COUNT;
    return new Count(numbers.get(first), numbers.get(first + 1), numbers.get(first + 2));
  }
}
