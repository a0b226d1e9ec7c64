package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.suanwang.scheduling.check.Findings;

/**
 * Bodies mean what they say: no 8.5 read as 8, no "8" read as a number, no 8 read as a name, no
 * name twice, nothing after the end, no text that PostgreSQL cannot keep.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
  private static final int DEPTH_MAX = 64;
  private static final int NUMBER_LENGTH_MAX = 60;

  @Override
  @SuppressWarnings("deprecation") // The mapper is made by the framework, without its builder.
  public void customize(ObjectMapper mapper) {
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    mapper.addHandler(new SentValue());
    mapper.registerModule(
        new SimpleModule("text").addDeserializer(String.class, new PrintableText()));
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX)
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

  /** Texts that people can read and PostgreSQL can keep; line ends and tabs may be in them. */
  private static final class PrintableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    PrintableText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = StringDeserializer.instance.deserialize(parser, context);
      if (Findings.isPrintable(text.replaceAll("[\n\r\t]", ""))) {
        return text;
      }
      throw context.weirdStringException(
          "", String.class, "a text must hold no control characters");
    }
  }
}
