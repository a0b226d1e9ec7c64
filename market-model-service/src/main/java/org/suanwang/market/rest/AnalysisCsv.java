package org.suanwang.market.rest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.rest.BackTestBody.ForecastBody;
import org.suanwang.market.rest.SensitivityBody.BarBody;
import org.suanwang.market.rest.SensitivityBody.IndexBody;
import org.suanwang.market.rest.SensitivityBody.SobolBody;
import org.suanwang.market.sensitivity.SobolIndices.Estimate;
import org.suanwang.market.uncertainty.OutputDistribution.Histogram;

/** Analyses as tables. */
final class AnalysisCsv {
  static final String UNCERTAINTY_EXAMPLE =
      """
      model,version,scenario,method,worlds,seed,variable,unit,part,name,probability,from,to,value,catalogVersions
      dongwu-2024,1f0c5a9be214,uncertain-chain,quasi-monte-carlo,65536,1,scheduling_fee_2025,1e8 CNY,summary,mean,,,,703.157753028767,
      dongwu-2024,1f0c5a9be214,uncertain-chain,quasi-monte-carlo,65536,1,scheduling_fee_2025,1e8 CNY,quantile,,0.05,,,497.1522173668361,
      dongwu-2024,1f0c5a9be214,uncertain-chain,quasi-monte-carlo,65536,1,scheduling_fee_2025,1e8 CNY,histogram,worlds,,420.3073589300566,433.0077417737189,223,
      """;

  static final String SENSITIVITY_EXAMPLE =
      """
      model,version,scenario,variable,unit,input,inputUnit,base,low,high,atLow,atHigh,elasticity,first,firstLow,firstHigh,total,totalLow,totalHigh,catalogVersions
      dongwu-2024,1f0c5a9be214,uncertain-chain,scheduling_fee_2025,1e8 CNY,scheduling_fee_rate,%,8.0,5.0,10.0,443.68999999999994,887.3799999999999,1.0000000000019942,0.49703692273204536,0.49593849960710007,0.49812386147662724,0.5052416736615342,0.5045503005098538,0.5058998974918119,
      """;

  static final String BACK_TEST_EXAMPLE =
      """
      model,version,name,variable,scenario,forecastDate,unit,forecast,mean,median,low,high,realised,bound,realisedSource,realisedDate,worlds,failed,crps,absoluteError,pit,inside
      compute-outlook-2024,1f0c5a9be214,racks-2025-06,racks_2025_06,base,2024-03-26,1e4 rack,1135.503269824112,1081.400361344518,1089.7002620527705,938.0622178344106,1202.7027768646108,1085.0,,"CAICT, report on the computing power industry at the China Computing Power Conference 2025, as reported by People's Daily",2025-08-25,65536,0,20.651218306975075,50.50326982411207,0.4798736572265625,true
      """;

  private AnalysisCsv() {}

  /** One line a number, with the part of the answer that it is of. */
  static CsvTable of(UncertaintyBody answer) {
    var table =
        new CsvTable(
            "model",
            "version",
            "scenario",
            "method",
            "worlds",
            "seed",
            "variable",
            "unit",
            "part",
            "name",
            "probability",
            "from",
            "to",
            "value",
            "catalogVersions");
    answer.outputs().forEach(output -> new OutputLines(table, answer, output).add());
    return table;
  }

  /** The lines of one output. */
  private record OutputLines(
      CsvTable table, UncertaintyBody answer, UncertaintyBody.OutputBody output) {
    void add() {
      summary("base", output.base());
      summary("mean", output.mean().value());
      summary("standardError", output.mean().standardError());
      summary("meanLow", output.mean().low());
      summary("meanHigh", output.mean().high());
      summary("sd", output.sd());
      summary("min", output.min());
      summary("max", output.max());
      summary("count", output.count());
      summary("failed", output.failed());
      summary("quantileError", output.quantileError());
      output.quantiles().forEach(q -> line("quantile", null, q.probability(), q.value()));
      output.cdf().forEach(q -> line("cdf", null, q.probability(), q.value()));
      if (output.histogram() != null) {
        histogram(output.histogram());
      }
      output
          .convergence()
          .forEach(c -> line("convergence", "mean after " + c.worlds(), null, c.mean()));
    }

    private void summary(String name, @Nullable Object value) {
      line("summary", name, null, value);
    }

    private void histogram(Histogram h) {
      List<Long> counts = h.counts();
      bin(null, h.low(), h.below());
      for (int i = 0; i < counts.size(); i++) {
        bin(h.low() + i * h.width(), h.low() + (i + 1) * h.width(), counts.get(i));
      }
      bin(h.low() + counts.size() * h.width(), null, h.above());
    }

    private void bin(@Nullable Double from, @Nullable Double to, long worlds) {
      line("histogram", "worlds", null, from, to, worlds);
    }

    private void line(
        String part, @Nullable String name, @Nullable Double probability, @Nullable Object value) {
      line(part, name, probability, null, null, value);
    }

    private void line(
        String part,
        @Nullable String name,
        @Nullable Double probability,
        @Nullable Double from,
        @Nullable Double to,
        @Nullable Object value) {
      table.add(
          answer.model().id(),
          answer.model().version(),
          answer.scenario(),
          answer.method(),
          answer.worlds(),
          answer.seed(),
          output.variable(),
          CsvTable.words(output.unit()),
          part,
          name,
          probability,
          from,
          to,
          value,
          answer.model().catalogVersionsInACell());
    }
  }

  /** One line an output and input: its bar of the tornado, and its indices when asked for. */
  static CsvTable of(SensitivityBody answer) {
    var table =
        new CsvTable(
            "model",
            "version",
            "scenario",
            "variable",
            "unit",
            "input",
            "inputUnit",
            "base",
            "low",
            "high",
            "atLow",
            "atHigh",
            "elasticity",
            "first",
            "firstLow",
            "firstHigh",
            "total",
            "totalLow",
            "totalHigh",
            "catalogVersions");
    for (SensitivityBody.OutputBody output : answer.outputs()) {
      output.tornado().forEach(bar -> add(table, answer, output, bar));
    }
    return table;
  }

  private static void add(
      CsvTable table, SensitivityBody answer, SensitivityBody.OutputBody output, BarBody bar) {
    IndexBody index = index(output.sobol(), bar.input());
    Estimate first = index == null ? null : index.first();
    Estimate total = index == null ? null : index.total();
    table.add(
        answer.model().id(),
        answer.model().version(),
        answer.scenario(),
        output.variable(),
        CsvTable.words(output.unit()),
        bar.input(),
        CsvTable.words(bar.unit()),
        bar.base(),
        bar.low(),
        bar.high(),
        bar.atLow(),
        bar.atHigh(),
        bar.elasticity(),
        first == null ? null : first.value(),
        first == null ? null : first.low(),
        first == null ? null : first.high(),
        total == null ? null : total.value(),
        total == null ? null : total.low(),
        total == null ? null : total.high(),
        answer.model().catalogVersionsInACell());
  }

  private static @Nullable IndexBody index(@Nullable SobolBody sobol, String input) {
    return sobol == null
        ? null
        : sobol.indices().stream()
            .filter(i -> Objects.equals(i.input(), input))
            .findFirst()
            .orElse(null);
  }

  /** One line a forecast. */
  static CsvTable of(BackTestBody answer) {
    var table =
        new CsvTable(
            "model",
            "version",
            "name",
            "variable",
            "scenario",
            "forecastDate",
            "unit",
            "forecast",
            "mean",
            "median",
            "low",
            "high",
            "realised",
            "bound",
            "realisedSource",
            "realisedDate",
            "worlds",
            "failed",
            "crps",
            "absoluteError",
            "pit",
            "inside");
    answer.forecasts().forEach(forecast -> add(table, answer, forecast));
    return table;
  }

  private static void add(CsvTable table, BackTestBody answer, ForecastBody f) {
    table.add(
        answer.model().id(),
        answer.model().version(),
        f.name(),
        f.variable(),
        f.scenario(),
        f.forecastDate(),
        CsvTable.words(f.unit()),
        f.forecast(),
        f.mean(),
        f.median(),
        f.low(),
        f.high(),
        f.realised().value(),
        f.realised().bound(),
        CsvTable.words(f.realised().source().title()),
        f.realised().source().date(),
        f.worlds(),
        f.failed(),
        f.crps(),
        f.absoluteError(),
        f.pit(),
        f.inside());
  }
}
