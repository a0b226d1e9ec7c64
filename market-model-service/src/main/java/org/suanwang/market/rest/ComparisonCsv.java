package org.suanwang.market.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.rest.ComparisonBody.FieldBody;
import org.suanwang.market.rest.ComparisonBody.OutputBody;
import org.suanwang.market.rest.ComparisonBody.PartBody;
import org.suanwang.market.rest.ComparisonBody.ResultBody;
import org.suanwang.market.rest.ScenarioComparisonBody.AssumedBody;

/** Comparisons as tables: one line a field of a part, an assumption, or an output. */
final class ComparisonCsv {
  static final String MODELS_EXAMPLE =
      """
      model,fromVersion,toVersion,scenario,kind,name,how,field,from,to,difference,percent
      export-diff,1f0c5a9be214,1f0c5a9be214,base,PARAMETER,x,CHANGED,value,2,3,,
      export-diff,1f0c5a9be214,1f0c5a9be214,base,OUTPUT,y,CHANGED,value,4,9,5.0,125.0000
      """;

  static final String SCENARIOS_EXAMPLE =
      """
      model,version,fromScenario,toScenario,kind,name,unit,from,to,fromGivenBy,toGivenBy,difference,percent
      dongwu-2024,1f0c5a9be214,pessimistic,optimistic,ASSUMPTION,scheduling_fee_rate,%,5,10,scenario pessimistic,scenario optimistic,,
      dongwu-2024,1f0c5a9be214,pessimistic,optimistic,OUTPUT,scheduling_fee_2025,1e8 CNY,443.65,887.3,,,443.65,100.0000
      """;

  private ComparisonCsv() {}

  static CsvTable of(ComparisonBody answer) {
    var table =
        new CsvTable(
            "model",
            "fromVersion",
            "toVersion",
            "scenario",
            "kind",
            "name",
            "how",
            "field",
            "from",
            "to",
            "difference",
            "percent");
    for (PartBody part : answer.parts()) {
      part.fields().forEach(field -> add(table, answer, part, field));
    }
    answer.outputs().forEach(output -> add(table, answer, output));
    return table;
  }

  private static void add(CsvTable table, ComparisonBody answer, PartBody part, FieldBody field) {
    table.add(
        answer.to().id(),
        answer.from().version(),
        answer.to().version(),
        answer.scenario(),
        part.kind(),
        part.name(),
        part.how(),
        field.field(),
        CsvTable.words(field.from()),
        CsvTable.words(field.to()),
        null,
        null);
  }

  private static void add(CsvTable table, ComparisonBody answer, OutputBody output) {
    table.add(
        answer.to().id(),
        answer.from().version(),
        answer.to().version(),
        answer.scenario(),
        "OUTPUT",
        output.variable(),
        "CHANGED",
        "value",
        exact(output.from()),
        exact(output.to()),
        output.difference(),
        output.percent());
  }

  private static @Nullable String exact(@Nullable ResultBody result) {
    return result == null ? null : result.exact();
  }

  static CsvTable of(ScenarioComparisonBody answer) {
    var table =
        new CsvTable(
            "model",
            "version",
            "fromScenario",
            "toScenario",
            "kind",
            "name",
            "unit",
            "from",
            "to",
            "fromGivenBy",
            "toGivenBy",
            "difference",
            "percent");
    new ScenarioLines(table, answer).add();
    return table;
  }

  /** The lines of a comparison of scenarios. */
  private record ScenarioLines(CsvTable table, ScenarioComparisonBody answer) {
    void add() {
      answer
          .assumptions()
          .forEach(
              a ->
                  line(
                      "ASSUMPTION",
                      a.name(),
                      a.unit(),
                      assumed(a.from()),
                      assumed(a.to()),
                      a.from().givenBy(),
                      a.to().givenBy(),
                      null));
      answer
          .rounding()
          .forEach(r -> line("ROUNDING", r.variable(), null, r.from(), r.to(), null, null, null));
      answer.outputs().forEach(this::output);
    }

    private void output(OutputBody output) {
      ResultBody result = output.to() == null ? output.from() : output.to();
      line(
          "OUTPUT",
          output.variable(),
          result == null ? null : result.unit(),
          exact(output.from()),
          exact(output.to()),
          null,
          null,
          output);
    }

    private void line(
        String kind,
        String name,
        @Nullable String unit,
        @Nullable Object from,
        @Nullable Object to,
        @Nullable String fromGivenBy,
        @Nullable String toGivenBy,
        @Nullable OutputBody output) {
      table.add(
          answer.model().id(),
          answer.model().version(),
          answer.from(),
          answer.to(),
          kind,
          name,
          CsvTable.words(unit),
          from,
          to,
          fromGivenBy,
          toGivenBy,
          output == null ? null : output.difference(),
          output == null ? null : output.percent());
    }

    private static Object assumed(AssumedBody assumed) {
      String value = assumed.value();
      return value == null
          ? CsvTable.words(Objects.requireNonNullElse(assumed.formula(), ""))
          : value;
    }
  }
}
