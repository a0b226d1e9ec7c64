package org.suanwang.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be read off a query without evaluating it. Whether it is valid is promtool's business.
 */
final class PromQl {

  private static final Pattern STRINGS = Pattern.compile("\"[^\"]*\"");
  private static final Pattern MATCHERS_AND_RANGES = Pattern.compile("\\{[^}]*}|\\[[^]]*]");
  private static final Pattern GROUPINGS =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern NAMES =
      Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*(?!\\s*\\()\\b");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring");

  private PromQl() {}

  /** The names of all metrics the query reads, sorted. */
  static Set<String> metrics(String query) {
    String text = STRINGS.matcher(query).replaceAll("");
    text = MATCHERS_AND_RANGES.matcher(text).replaceAll("");
    text = GROUPINGS.matcher(text).replaceAll(" ");
    Set<String> metrics = new TreeSet<>();
    Matcher names = NAMES.matcher(text);
    while (names.find()) {
      String name = names.group();
      boolean call = text.substring(names.end()).stripLeading().startsWith("(");
      if (!call && !WORDS.contains(name)) {
        metrics.add(name);
      }
    }
    return metrics;
  }

  /** The query with everything in place that Grafana would put in. */
  static String substitute(String query) {
    return query
        .replace("$__rate_interval", "1m")
        .replace("$__interval", "15s")
        .replace("$__range", "1h")
        .replace("$job", ".+-service")
        .replace("$policy", ".+")
        .replace("${simulation:pipe}", "a|b");
  }
}
