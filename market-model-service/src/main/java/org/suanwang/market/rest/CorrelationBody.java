package org.suanwang.market.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.RankCorrelation;

/**
 * That two uncertain inputs tend to be high together, or one low when the other is high.
 *
 * @param coefficient Spearman's rank correlation, above -1 and below 1
 */
@Schema(name = "RankCorrelation")
public record CorrelationBody(
    @NotBlank @Size(max = 80) String first,
    @NotBlank @Size(max = 80) String second,
    @NotNull Double coefficient,
    @NotBlank @Size(max = 2000) String rationale) {
  private static final Origin REQUEST = new Origin("request", 1);

  static CorrelationBody of(RankCorrelation c) {
    return new CorrelationBody(c.first(), c.second(), c.coefficient(), c.rationale());
  }

  static @Nullable List<RankCorrelation> read(@Nullable List<CorrelationBody> bodies) {
    if (bodies == null) {
      return null;
    }
    List<RankCorrelation> read = new ArrayList<>();
    for (CorrelationBody b : bodies) {
      read.add(new RankCorrelation(b.first(), b.second(), b.coefficient(), b.rationale(), REQUEST));
    }
    return read;
  }
}
