package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.policy.ScoreList;

/**
 * The score of a policy: one, or several with weights.
 *
 * @param scores of which a list was sent; else one without a weight
 * @param isList whether they were a list, which may be of one
 */
@JsonDeserialize(using = ScoreNames.Reading.class)
public record ScoreNames(List<@Nullable Weighted> scores, boolean isList) {
  /** One score of several. */
  @Schema(name = "PolicyScore", description = "One of several scores of nodes, and its weight")
  public record Weighted(
      @Schema(
              description =
                  "One of those of which /v1/policies/parts says what 0 to 100 are; each once",
              required = true,
              examples = "best-fit")
          @Nullable String name,
      @Schema(
              description = "How often it counts, 1 to 100; 1 when left out",
              examples = "2",
              minimum = "1",
              maximum = "100")
          @Nullable Integer weight) {}

  public ScoreNames {
    scores = Collections.unmodifiableList(new ArrayList<>(scores));
  }

  /** A text is the name of one, a list has those of several. */
  static final class Reading extends StdDeserializer<ScoreNames> {
    private static final long serialVersionUID = 1L;

    Reading() {
      super(ScoreNames.class);
    }

    @Override
    public ScoreNames deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.hasToken(JsonToken.VALUE_STRING)) {
        return one(context.readValue(parser, String.class));
      }
      if (parser.hasToken(JsonToken.START_ARRAY)) {
        JavaType scores =
            context.getTypeFactory().constructCollectionType(List.class, Weighted.class);
        return new ScoreNames(context.readValue(parser, scores), true);
      }
      throw InvalidFormatException.from(parser, "", parser.getText(), ScoreNames.class);
    }
  }

  private static ScoreNames one(String name) {
    return new ScoreNames(List.of(new Weighted(name, null)), false);
  }

  /** As it composes the same again. */
  static ScoreNames of(String name) {
    return ScoreList.find(name)
        .map(list -> list.scores().stream().map(ScoreNames::weighted).toList())
        .map(scores -> new ScoreNames(scores, true))
        .orElseGet(() -> one(name));
  }

  private static Weighted weighted(ScoreList.Weighted one) {
    return new Weighted(one.choice().name(), one.weight());
  }

  /** As it was sent. */
  @JsonValue
  Object sent() {
    Weighted first = isList ? null : scores.getFirst();
    return first == null ? scores : String.valueOf(first.name());
  }
}
