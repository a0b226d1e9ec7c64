package org.suanwang.market.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.rest.SeriesBody.SeriesPart;
import org.suanwang.market.rest.SeriesUncertaintyBody.BandBody;
import org.suanwang.market.rest.SeriesUncertaintyBody.QuantileLine;

/** Quantities by year as tables. */
final class SeriesCsv {
  static final String EXAMPLE =
      """
      model,version,scenario,mode,family,label,year,variable,value,exact,low,high,printed,unit,bound,catalogVersions
      dongwu-2024,1f0c5a9be214,neutral,exact,iaas,IaaS market of China,2022,iaas_2022,3413.0,3413,,,3413,1e8 CNY,,
      dongwu-2024,1f0c5a9be214,neutral,exact,iaas,IaaS market of China,2025,iaas_2025,4778.2,4778.2,,,4778,1e8 CNY,,
      """;

  static final String BANDS_EXAMPLE =
      """
      model,version,scenario,family,label,unit,year,variable,base,mean,sd,failed,probability,quantile,catalogVersions
      dongwu-2024,1f0c5a9be214,uncertain-chain,iaas,IaaS market of China,1e8 CNY,2022,iaas_2022,3413.0,3412.5571784361905,95.87259744462672,0,0.05,3254.535116426061,
      dongwu-2024,1f0c5a9be214,uncertain-chain,iaas,IaaS market of China,1e8 CNY,2025,iaas_2025,4778.2,4886.2040424184015,191.94437154388143,0,0.05,4578.844163485701,
      """;

  private SeriesCsv() {}

  /** One line a number. */
  static CsvTable of(SeriesBody answer) {
    var table =
        new CsvTable(
            "model",
            "version",
            "scenario",
            "mode",
            "family",
            "label",
            "year",
            "variable",
            "value",
            "exact",
            "low",
            "high",
            "printed",
            "unit",
            "bound",
            "catalogVersions");
    for (SeriesPart series : answer.series()) {
      for (int i = 0; i < series.years().size(); i++) {
        table.add(
            answer.model().id(),
            answer.model().version(),
            answer.scenario(),
            answer.mode(),
            series.family(),
            CsvTable.words(series.label()),
            series.years().get(i),
            series.variables().get(i),
            series.values().get(i),
            at(series.exact(), i),
            at(series.low(), i),
            at(series.high(), i),
            series.printed().get(i),
            CsvTable.words(series.unit()),
            at(series.bound(), i),
            answer.model().catalogVersionsInACell());
      }
    }
    return table;
  }

  private static @Nullable String at(List<@Nullable String> column, int i) {
    return column.isEmpty() ? null : column.get(i);
  }

  /** One line a year and quantile. */
  static CsvTable of(SeriesUncertaintyBody answer) {
    var table =
        new CsvTable(
            "model",
            "version",
            "scenario",
            "family",
            "label",
            "unit",
            "year",
            "variable",
            "base",
            "mean",
            "sd",
            "failed",
            "probability",
            "quantile",
            "catalogVersions");
    for (BandBody band : answer.series()) {
      for (QuantileLine line : band.quantiles()) {
        for (int i = 0; i < band.years().size(); i++) {
          add(table, answer, band, line, i);
        }
      }
    }
    return table;
  }

  private static void add(
      CsvTable table, SeriesUncertaintyBody answer, BandBody band, QuantileLine line, int i) {
    table.add(
        answer.model().id(),
        answer.model().version(),
        answer.scenario(),
        band.family(),
        CsvTable.words(band.label()),
        CsvTable.words(band.unit()),
        band.years().get(i),
        band.variables().get(i),
        band.base().get(i),
        band.mean().get(i),
        band.sd().get(i),
        band.failed().get(i),
        line.probability(),
        line.values().get(i),
        answer.model().catalogVersionsInACell());
  }
}
