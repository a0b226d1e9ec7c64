package org.suanwang.kubernetes.rule;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service's own sources say about how it is configured.
 *
 * @param name the service's folder
 * @param port quarkus.http.port
 * @param shutdownSeconds quarkus.shutdown.timeout
 * @param variables every environment variable the service reads: one for each property it names in
 *     application.properties or in its code, and each placeholder
 * @param addresses those of the variables that hold the address of another Suanwang service
 */
public record ServiceSource(
    String name, int port, long shutdownSeconds, Set<String> variables, Set<String> addresses) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");
  private static final Pattern PROPERTY_IN_CODE =
      Pattern.compile("\"\\$?\\{?(suanwang\\.[a-z0-9.-]+|SUANWANG_[A-Z0-9_]+)");
  private static final Pattern ADDRESS = Pattern.compile("SUANWANG_[A-Z]+_URL");

  /** Reads {@code <root>/<name>/src/main}. */
  public static ServiceSource load(Path root, String name) {
    Path main = root.resolve(name).resolve("src/main");
    Properties properties = properties(main.resolve("resources/application.properties"));
    Set<String> variables = new TreeSet<>();
    properties.forEach(
        (key, value) -> {
          variables.add(variable(key.toString().replaceFirst("^%[a-z]+\\.", "")));
          collect(PLACEHOLDER, value.toString(), variables);
        });
    code(main.resolve("java")).forEach(text -> collect(PROPERTY_IN_CODE, text, variables));
    Set<String> addresses = new TreeSet<>(variables);
    addresses.removeIf(v -> !ADDRESS.matcher(v).matches());
    return new ServiceSource(
        name,
        Integer.parseInt(properties.getProperty("quarkus.http.port")),
        Long.parseLong(properties.getProperty("quarkus.shutdown.timeout").replaceFirst("s$", "")),
        Set.copyOf(variables),
        Set.copyOf(addresses));
  }

  /** The environment variable of a property, by MicroProfile Config's rule. */
  static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static void collect(Pattern pattern, String text, Set<String> variables) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      variables.add(variable(matcher.group(1)));
    }
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static Stream<String> code(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .map(ServiceSource::text)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
