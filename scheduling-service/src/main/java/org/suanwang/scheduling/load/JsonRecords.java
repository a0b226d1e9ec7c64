package org.suanwang.scheduling.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;

/**
 * Reads the objects of a JSON text one at a time: of an array, or one after another, or of an array
 * inside each. Only one is in memory, and none may be endless.
 */
final class JsonRecords {
  private static final int RECORD_CHARS_MAX = 1 << 22;
  private static final int STRING_CHARS_MAX = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Findings findings = new Findings();
  private final @Nullable String listField;

  /** Objects at the root, or in an array there. */
  JsonRecords() {
    this(null);
  }

  /**
   * Objects in the array of that field of each object at the root.
   *
   * @param listField its name; null for the objects at the root
   */
  JsonRecords(@Nullable String listField) {
    this.listField = listField;
  }

  /**
   * Hands over each object.
   *
   * @throws InvalidInputException naming every bad one
   */
  void read(Reader from, Consumer<JsonEntry> each) {
    read(from, each, () -> {});
  }

  /**
   * Hands over each object.
   *
   * @param afterAll what is done when all of them were right; it may find more
   * @throws InvalidInputException naming every bad one
   */
  void read(Reader from, Consumer<JsonEntry> each, Runnable afterAll) {
    try (Bounded in = new Bounded(factory().createParser(withoutMark(from)))) {
      try {
        readRoots(in, each);
      } catch (IOException e) {
        noteUnreadable(in.currentLocation(), e);
      }
    } catch (IOException e) {
      UnreadableTextException.note(e, "(body)", findings);
    }
    findings.throwIfAny();
    afterAll.run();
    findings.throwIfAny();
  }

  /** Some tools write a byte order mark, which is no JSON. */
  private static Reader withoutMark(Reader from) throws IOException {
    PushbackReader text = new PushbackReader(from);
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(STRING_CHARS_MAX)
                .maxNestingDepth(100)
                .maxNumberLength(100)
                .build())
        .build();
  }

  private void readRoots(Bounded in, Consumer<JsonEntry> each) throws IOException {
    for (JsonToken token = in.nextToken();
        token != null && !findings.isFull();
        token = in.nextToken()) {
      if (token == JsonToken.START_ARRAY && listField == null) {
        readArray(in, each);
      } else if (token == JsonToken.START_OBJECT && listField != null) {
        readList(in, listField, each);
      } else {
        readRecord(in, each);
      }
    }
  }

  private void readArray(Bounded in, Consumer<JsonEntry> each) throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY && !findings.isFull()) {
      readRecord(in, each);
    }
  }

  private void readList(Bounded in, String field, Consumer<JsonEntry> each) throws IOException {
    boolean isList = false;
    String where = where(in.currentTokenLocation());
    while (in.nextToken() != JsonToken.END_OBJECT && !findings.isFull()) {
      String name = Objects.requireNonNull(in.currentName());
      in.startRecord();
      if (in.nextToken() == JsonToken.START_ARRAY && name.equals(field)) {
        isList = true;
        readArray(in, each);
      } else {
        in.skipChildren();
      }
    }
    findings.require(
        isList || findings.isFull(),
        where,
        "{…}",
        "must be a list: an object with the array " + field,
        "send the list");
  }

  private void readRecord(Bounded in, Consumer<JsonEntry> each) throws IOException {
    in.startRecord();
    String where = where(in.currentTokenLocation());
    if (in.currentToken() != JsonToken.START_OBJECT) {
      findings.add(where, in.getText(), "must be an object, {…}", "mend the line");
      in.skipChildren();
      return;
    }
    JsonNode node = MAPPER.readTree(in);
    each.accept(new JsonEntry(node, findings, where));
  }

  private static String where(JsonLocation at) {
    return "line " + at.getLineNr();
  }

  /** Wrong JSON is the sender's; everything else means that the text cannot be read on. */
  private void noteUnreadable(JsonLocation at, IOException e) {
    String where = "line " + at.getLineNr() + ", character " + at.getColumnNr();
    switch (e) {
      case JsonEOFException cut ->
          findings.add(where, "", "the JSON ended before it was whole", "send it again");
      case StreamConstraintsException limit ->
          findings.add(where, "", limit.getOriginalMessage(), "is this the right file?");
      case JsonProcessingException wrong ->
          findings.add(where, "", "must be JSON: " + wrong.getOriginalMessage(), "mend the line");
      default -> UnreadableTextException.note(e, where, findings);
    }
  }

  /** A parser that does not take one record without end. */
  private static final class Bounded extends JsonParserDelegate {
    private long start;

    Bounded(JsonParser in) {
      super(in);
    }

    void startRecord() {
      start = delegate.currentLocation().getCharOffset();
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
      JsonToken token = super.nextToken();
      JsonLocation at = delegate.currentLocation();
      if (at.getCharOffset() - start > RECORD_CHARS_MAX
          && delegate.getParsingContext().getParent() != null) {
        throw new InvalidInputException(
            where(at),
            "",
            "an object has at most " + RECORD_CHARS_MAX + " characters",
            "is this the right file?");
      }
      return token;
    }
  }
}
