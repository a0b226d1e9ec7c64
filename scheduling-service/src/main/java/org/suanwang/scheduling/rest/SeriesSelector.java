package org.suanwang.scheduling.rest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.Suggestion;

/**
 * Which series of which simulations a query asks for: a metric and, in braces, one or several
 * simulations. That is all of the query language that is understood.
 *
 * @param metric what
 * @param simulations ids
 */
record SeriesSelector(SeriesMetric metric, List<String> simulations) {
  private static final int LENGTH_MAX = 2_000;
  private static final int SIMULATIONS_MAX = 20;
  private static final String EXAMPLE =
      SeriesMetric.ALLOCATION.metricName() + "{simulation=\"simulation-8542aedd3420\"}";

  /** A metric, and one matcher in braces. */
  private static final Pattern SELECTOR =
      Pattern.compile(
          "\\s*([a-z_]{1,100})\\s*\\{\\s*simulation\\s*(=~?)\\s*\"([A-Za-z0-9|-]{1,1500})\"\\s*,?\\s*}\\s*");

  /**
   * Reads a query.
   *
   * @param field what the query is called
   * @throws InvalidInputException when it is another one
   */
  static SeriesSelector read(String field, String query) {
    Matcher parts = SELECTOR.matcher(query);
    if (query.length() > LENGTH_MAX || !parts.matches()) {
      throw new InvalidInputException(
          field,
          query,
          "must be a metric with the simulation in braces, and nothing else of the query language",
          "ask for " + EXAMPLE + ", or several with =~ and | between them");
    }
    List<String> simulations =
        parts.group(2).equals("=")
            ? List.of(parts.group(3))
            : Pattern.compile("\\|").splitAsStream(parts.group(3)).distinct().toList();
    if (simulations.size() > SIMULATIONS_MAX) {
      throw new InvalidInputException(
          field,
          simulations.size() + " simulations",
          "must name at most " + SIMULATIONS_MAX,
          "ask for fewer");
    }
    return new SeriesSelector(metric(field, parts.group(1)), simulations);
  }

  private static SeriesMetric metric(String field, String name) {
    return SeriesMetric.find(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    field,
                    name,
                    "must be a metric of simulations",
                    Suggestion.remedy(name, SeriesMetric.names())));
  }
}
