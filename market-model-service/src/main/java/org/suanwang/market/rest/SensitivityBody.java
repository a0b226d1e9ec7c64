package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.sensitivity.SobolIndices;
import org.suanwang.market.sensitivity.Tornado;

/**
 * Which inputs each output hangs on.
 *
 * @param correlations of the model between these inputs. None of the numbers takes them into
 *     account: a tornado moves one input alone, and indices are of independent inputs
 */
@Schema(name = "SensitivityAnswer")
public record SensitivityBody(
    ModelReference model,
    String scenario,
    List<CorrelationBody> correlations,
    List<OutputBody> outputs)
    implements CsvTable.Source {
  @Override
  public CsvTable table() {
    return AnalysisCsv.of(this);
  }

  static SensitivityBody of(
      SensitivityQuestion question,
      PublishedModel published,
      List<Tornado> tornadoes,
      List<SobolIndices> indices) {
    List<OutputBody> outputs = new ArrayList<>();
    for (int i = 0; i < tornadoes.size(); i++) {
      Figure figure = tornadoes.get(i).output();
      outputs.add(
          new OutputBody(
              figure.name(),
              figure.label(),
              figure.unit().text(),
              Doubles.finite(figure.reading().middle()),
              tornadoes.get(i).bars().stream().map(BarBody::of).toList(),
              indices.isEmpty() ? null : SobolBody.of(indices.get(i))));
    }
    return new SensitivityBody(
        ModelReference.of(
            published,
            question.assumptions(published),
            outputs.stream().map(OutputBody::variable).toList()),
        question.scenario() == null ? PublishedModel.BASE : question.scenario(),
        correlations(published, tornadoes),
        outputs);
  }

  private static List<CorrelationBody> correlations(
      PublishedModel published, List<Tornado> tornadoes) {
    Set<String> inputs =
        tornadoes.stream()
            .flatMap(tornado -> tornado.bars().stream())
            .map(Tornado.Bar::key)
            .collect(Collectors.toSet());
    return published.model().correlations().stream()
        .filter(c -> inputs.contains(c.first()) && inputs.contains(c.second()))
        .map(CorrelationBody::of)
        .toList();
  }

  /**
   * One output.
   *
   * @param tornado each input alone at its two ends, the widest first
   * @param sobol shares of the variance; only when asked for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "OutputSensitivity")
  public record OutputBody(
      String variable,
      String label,
      String unit,
      @Nullable Double base,
      List<BarBody> tornado,
      @Nullable SobolBody sobol) {}

  /**
   * What one input does to the output.
   *
   * @param low the input's low end, in its unit
   * @param atLow the output there, in the output's unit; left out where it has no result
   * @param elasticity by how many per cent the output grows when the input grows by 1 %
   * @param reason why there is no result at an end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TornadoBar")
  public record BarBody(
      String input,
      String label,
      String unit,
      double base,
      double low,
      double high,
      @Nullable Double atLow,
      @Nullable Double atHigh,
      @Nullable Double elasticity,
      @Nullable Violation reason) {
    static BarBody of(Tornado.Bar bar) {
      return new BarBody(
          bar.key(),
          bar.label(),
          bar.unit().text(),
          bar.base(),
          bar.low(),
          bar.high(),
          Doubles.finite(bar.atLow()),
          Doubles.finite(bar.atHigh()),
          Doubles.finite(bar.elasticity()),
          bar.reason());
    }
  }

  /**
   * Shares of the output's variance.
   *
   * @param failed base points without a result; they are in none of the numbers
   * @param variance in the output's unit, squared
   */
  @Schema(name = "SobolIndices")
  public record SobolBody(
      long worlds, long failed, @Nullable Double variance, List<IndexBody> indices) {
    static SobolBody of(SobolIndices s) {
      return new SobolBody(
          s.worlds(),
          s.failed(),
          Doubles.finite(s.variance()),
          s.indices().stream()
              .map(i -> new IndexBody(i.key(), i.label(), i.first(), i.total()))
              .toList());
    }
  }

  /**
   * An input's shares with their 95 % confidence intervals; null where the output does not vary.
   *
   * @param first what the input does alone
   * @param total with all that it does together with others
   */
  @Schema(name = "SobolIndex")
  public record IndexBody(
      String input,
      String label,
      SobolIndices.@Nullable Estimate first,
      SobolIndices.@Nullable Estimate total) {}
}
