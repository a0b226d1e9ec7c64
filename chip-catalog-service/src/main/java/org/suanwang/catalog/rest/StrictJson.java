package org.suanwang.catalog.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Bodies mean what they say: no 8000.5 read as 8000, no "8000" read as a number, no 8000 read as a
 * text, no name twice, no NUL, no half of a character.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
  private static final int NESTING_MAX = 30;
  private static final int STRING_LENGTH_MAX = 10_000;
  private static final int NUMBER_LENGTH_MAX = 100;

  /** All of them in words, for who has sent more. */
  static final String LIMITS =
      "must be within the limits: %d bytes, %d levels, texts of %d and numbers of %d characters"
          .formatted(BodyLimit.BYTES_MAX, NESTING_MAX, STRING_LENGTH_MAX, NUMBER_LENGTH_MAX);

  @Override
  @SuppressWarnings("deprecation") // The mapper is made by the framework, without its builder.
  public void customize(ObjectMapper mapper) {
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    mapper.addHandler(new SentValue());
    mapper.registerModule(
        new SimpleModule("text").addDeserializer(String.class, new PrintableText()));
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxDocumentLength(BodyLimit.BYTES_MAX)
                .maxNestingDepth(NESTING_MAX)
                .maxStringLength(STRING_LENGTH_MAX)
                .maxNumberLength(NUMBER_LENGTH_MAX)
                .build());
  }

  /** Keeps what was sent where something else belongs, so that it can be shown. */
  private static final class SentValue extends DeserializationProblemHandler {
    @Override
    public Object handleUnexpectedToken(
        DeserializationContext context,
        JavaType target,
        JsonToken token,
        JsonParser parser,
        String message)
        throws IOException {
      throw InvalidFormatException.from(parser, message, parser.getText(), target.getRawClass());
    }
  }

  /**
   * Texts without control characters (PostgreSQL stores no NUL, and people read no others), halves
   * of characters and marks of direction.
   */
  private static final class PrintableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    private static final String DIRECTIONS =
        "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    PrintableText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = StringDeserializer.instance.deserialize(parser, context);
      if (text.codePoints().anyMatch(PrintableText::isForbidden)) {
        throw context.weirdStringException(
            "", String.class, "a text must hold printable characters");
      }
      return text;
    }

    /** Half a character has no UTF-8; marks of direction make a text look like another. */
    private static boolean isForbidden(int character) {
      return switch (Character.getType(character)) {
        case Character.CONTROL -> character != '\n' && character != '\t';
        case Character.SURROGATE -> true;
        case Character.FORMAT -> DIRECTIONS.indexOf(character) >= 0;
        default -> false;
      };
    }
  }
}
