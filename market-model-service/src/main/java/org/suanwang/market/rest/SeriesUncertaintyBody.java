package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.distribution.CorrelationMatrix;
import org.suanwang.market.model.Family;
import org.suanwang.market.rest.UncertaintyBody.InputBody;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.OutputDistribution;
import org.suanwang.market.uncertainty.UncertaintyResult;

/**
 * What quantities are year by year over all drawn worlds.
 *
 * @param inputs all that was drawn, once a world for all years
 * @param correlations that were in force; all other pairs are independent
 * @param repairs correlations that were changed because all together were impossible
 */
@Schema(name = "SeriesUncertaintyAnswer")
public record SeriesUncertaintyBody(
    ModelReference model,
    String scenario,
    String method,
    long worlds,
    long seed,
    List<InputBody> inputs,
    List<CorrelationBody> correlations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CorrelationMatrix.Repair> repairs,
    List<BandBody> series)
    implements CsvTable.Source {
  @Override
  public CsvTable table() {
    return SeriesCsv.of(this);
  }

  static SeriesUncertaintyBody of(
      SeriesUncertaintyQuestion question, UncertaintyResult result, List<Family> families) {
    Map<String, OutputDistribution> byName = new LinkedHashMap<>();
    result.outputs().forEach(o -> byName.put(o.name(), o));
    return new SeriesUncertaintyBody(
        ModelReference.of(
            result.request().published(),
            result.request().assumptions(),
            result.request().outputs()),
        question.scenario() == null ? PublishedModel.BASE : question.scenario(),
        result.request().method().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        result.request().worlds(),
        result.request().seed(),
        result.inputs().stream().map(InputBody::of).toList(),
        result.correlations().stream().map(CorrelationBody::of).toList(),
        result.repairs(),
        families.stream().map(f -> BandBody.of(f, byName)).toList());
  }

  /**
   * One quantity; its lists are as long as {@code years}.
   *
   * @param variables the parameter value or variable of each year
   * @param base as things stand, nothing drawn; null where there is no result
   * @param mean over the worlds with a result; null where there are none
   * @param sd standard deviation; null where it is not known
   * @param failed worlds without a result; POST /v1/uncertainties tells the first of them
   */
  @Schema(name = "Band")
  public record BandBody(
      String family,
      String label,
      String unit,
      List<Integer> years,
      List<String> variables,
      List<@Nullable Double> base,
      List<@Nullable Double> mean,
      List<@Nullable Double> sd,
      List<Long> failed,
      List<QuantileLine> quantiles) {
    static BandBody of(Family family, Map<String, OutputDistribution> byName) {
      List<OutputDistribution> outputs =
          family.members().stream()
              .map(m -> Objects.requireNonNull(byName.get(m.key()), m.key()))
              .toList();
      List<@Nullable Double> base = new ArrayList<>();
      List<@Nullable Double> mean = new ArrayList<>();
      List<@Nullable Double> sd = new ArrayList<>();
      for (OutputDistribution output : outputs) {
        base.add(Doubles.finite(output.base()));
        mean.add(Doubles.finite(output.mean().value()));
        sd.add(Doubles.finite(output.sd()));
      }
      return new BandBody(
          family.name(),
          family.label(),
          family.unit().text(),
          family.members().stream().map(Family.Member::year).toList(),
          family.members().stream().map(Family.Member::key).toList(),
          base,
          mean,
          sd,
          outputs.stream().map(OutputDistribution::failed).toList(),
          lines(outputs));
    }

    private static List<QuantileLine> lines(List<OutputDistribution> outputs) {
      List<QuantileLine> lines = new ArrayList<>();
      for (int q = 0; q < outputs.getFirst().quantiles().size(); q++) {
        List<@Nullable Double> values = new ArrayList<>();
        for (OutputDistribution output : outputs) {
          values.add(
              output.count() == 0 ? null : Doubles.finite(output.quantiles().get(q).value()));
        }
        double probability = outputs.getFirst().quantiles().get(q).probability();
        lines.add(new QuantileLine(probability, values));
      }
      return lines;
    }
  }

  /** A quantile year by year; null where no world has a result. */
  @Schema(name = "QuantileLine")
  public record QuantileLine(double probability, List<@Nullable Double> values) {}
}
