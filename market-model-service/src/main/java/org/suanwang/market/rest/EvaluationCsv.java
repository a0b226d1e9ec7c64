package org.suanwang.market.rest;

/** An evaluation as a table, one line a number; without the findings. */
final class EvaluationCsv {
  static final String EXAMPLE =
      """
      model,version,scenario,mode,variable,label,value,exact,approximate,low,high,printed,flowing,unit,bound,catalogVersions
      dongwu-2024,1f0c5a9be214,neutral,exact,scheduling_fee_2025,"Scheduling fees, 2025",709.84,709.84,,,,710,,1e8 CNY,,
      """;

  private EvaluationCsv() {}

  static CsvTable of(EvaluationBody answer) {
    var table =
        new CsvTable(
            "model",
            "version",
            "scenario",
            "mode",
            "variable",
            "label",
            "value",
            "exact",
            "approximate",
            "low",
            "high",
            "printed",
            "flowing",
            "unit",
            "bound",
            "catalogVersions");
    for (FigureBody figure : answer.values()) {
      table.add(
          answer.model().id(),
          answer.model().version(),
          answer.scenario(),
          answer.mode(),
          figure.variable(),
          CsvTable.words(figure.label()),
          figure.value(),
          figure.exact(),
          figure.approximate(),
          figure.low(),
          figure.high(),
          figure.printed(),
          figure.flowing(),
          CsvTable.words(figure.unit()),
          figure.bound(),
          answer.model().catalogVersionsInACell());
    }
    return table;
  }
}
