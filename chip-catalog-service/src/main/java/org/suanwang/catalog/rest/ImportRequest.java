package org.suanwang.catalog.rest;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.check.InvalidInputException;

/**
 * What the query and the headers say of a body that is sent in.
 *
 * @param source for tables that do not say it: the source that they are
 */
record ImportRequest(ExchangeFormat format, boolean dryRun, Optional<String> source) {
  static final String YAML = "application/yaml";
  static final String X_YAML = "application/x-yaml";
  static final String TEXT_YAML = "text/yaml";
  static final String CSV = "text/csv";

  /** The formats that a body of a media type may have; the first is meant where none is named. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          YAML,
          List.of("package"),
          X_YAML,
          List.of("package"),
          TEXT_YAML,
          List.of("package"),
          MediaType.APPLICATION_JSON,
          List.of("package"),
          CSV,
          List.of("csv", "epoch"));

  static ImportRequest read(
      @Nullable MediaType named,
      @Nullable String format,
      @Nullable String dryRun,
      @Nullable String source) {
    MediaType type = requireNamed(named);
    requireUtf8(type);
    String plain = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    List<String> words = WORDS.getOrDefault(plain, List.of("package"));
    String word = format == null ? words.getFirst() : format;
    if (!words.contains(word)) {
      throw new InvalidInputException(
          "format",
          word,
          "must be a format that bodies of type " + plain + " have",
          Violations.useOneOf(word, words) + "; csv and epoch are sent as text/csv");
    }
    Optional<String> table = Parameters.text("source", source);
    if (table.isPresent() && !word.equals("epoch")) {
      throw new InvalidInputException(
          "source",
          table.get(),
          "goes with format=epoch only",
          "leave it out; your claims name their sources themselves");
    }
    return new ImportRequest(exchange(word, plain), isTrue(dryRun), table);
  }

  private static ExchangeFormat exchange(String word, String mediaType) {
    return switch (word) {
      case "csv" -> ExchangeFormat.CSV;
      case "epoch" -> ExchangeFormat.EPOCH;
      default ->
          mediaType.equals(MediaType.APPLICATION_JSON) ? ExchangeFormat.JSON : ExchangeFormat.YAML;
    };
  }

  private static MediaType requireNamed(@Nullable MediaType type) {
    if (type == null) {
      throw new InvalidInputException(
          "Content-Type",
          "",
          "must say what the body is",
          "send one of: " + String.join(", ", YAML, MediaType.APPLICATION_JSON, CSV));
    }
    return type;
  }

  private static void requireUtf8(MediaType type) {
    String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
    if (!charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
      throw new InvalidInputException(
          "Content-Type", charset, "must be text in UTF-8", "convert the body: iconv -t UTF-8");
    }
  }

  private static boolean isTrue(@Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw new InvalidInputException(
        "dryRun", text, "must be true or false", "leave it out to take the body in");
  }

  /** Tells this request from any other, for keys that are used twice. */
  String hash(byte[] body) {
    return CanonicalForm.sha256(
        format + " " + source.orElse("") + " " + new String(body, StandardCharsets.ISO_8859_1));
  }
}
