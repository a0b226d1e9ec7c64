package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.catalogue.CitedValue;
import org.suanwang.market.catalogue.CitedValue.State;
import org.suanwang.market.catalogue.Specification;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.rest.ScenarioQuestion.OverridePart;
import org.suanwang.market.rest.ScenarioQuestion.ScenarioPart;
import org.suanwang.market.rest.UncertaintyPart.IntervalPart;
import org.suanwang.market.scenario.PublishedModel;

/**
 * What a model cites of the accelerator catalogue, beside what the catalogue says now.
 *
 * @param scenario one that brings the model up to date, to be sent as {@code scenario} to POST
 *     /v1/models/{id}/scenarios; left out when nothing differs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CatalogueValues")
public record CatalogueValuesBody(
    ModelReference model, List<ValueBody> values, @Nullable ScenarioPart scenario) {
  static CatalogueValuesBody of(PublishedModel model, List<CitedValue> cited) {
    List<CitedValue> different = cited.stream().filter(c -> c.state() == State.DIFFERENT).toList();
    return new CatalogueValuesBody(
        ModelReference.of(model),
        cited.stream().map(ValueBody::of).toList(),
        different.isEmpty() ? null : scenario(different));
  }

  private static ScenarioPart scenario(List<CitedValue> different) {
    List<String> versions =
        different.stream().map(c -> String.valueOf(c.catalogVersion())).distinct().toList();
    return new ScenarioPart(
        "catalogue-up-to-date",
        "As the catalogue says now",
        "Values cited of the catalogue, as its version "
            + String.join(", ", versions)
            + " has them.",
        null,
        different.stream().map(CatalogueValuesBody::override).toList(),
        null);
  }

  private static OverridePart override(CitedValue cited) {
    var current = Objects.requireNonNull(cited.current());
    String said = "The catalogue says so of " + cited.citation().accelerator();
    boolean spans = !current.low().equals(current.high());
    return new OverridePart(
        cited.given().key(),
        Numeral.write(current.value()),
        cited.given().parameter().unit().text(),
        spans
            ? new IntervalPart(
                Numeral.write(current.low()),
                Numeral.write(current.high()),
                "The span of all that the catalogue holds claims of.")
            : null,
        null,
        said + " (" + cited.citation().property() + ", version " + cited.catalogVersion() + ").");
  }

  /**
   * One value.
   *
   * @param key what formulas and overrides call it
   * @param value as the model has it, in {@code unit}
   * @param citedVersion the catalogue version in which it was read
   * @param state {@code same}, {@code different}, {@code unknown accelerator} or {@code unknown
   *     property}
   * @param current what the catalogue resolves to now; left out when it does not tell it
   * @param low the lowest that the catalogue holds a claim of
   * @param high the highest that the catalogue holds a claim of
   * @param catalogVersion that says so
   * @param stale the catalogue cannot be reached; this is what it said last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "CatalogueValue")
  public record ValueBody(
      String key,
      String value,
      String unit,
      String accelerator,
      String property,
      String citedVersion,
      String state,
      @Nullable String current,
      @Nullable String low,
      @Nullable String high,
      @Nullable String catalogVersion,
      boolean stale) {
    static ValueBody of(CitedValue cited) {
      Specification.Resolved current = cited.current();
      return new ValueBody(
          cited.given().key(),
          Numeral.write(cited.given().value().value()),
          cited.given().parameter().unit().text(),
          cited.citation().accelerator(),
          cited.citation().property(),
          cited.citation().version(),
          cited.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          current == null ? null : Numeral.write(current.value()),
          current == null ? null : Numeral.write(current.low()),
          current == null ? null : Numeral.write(current.high()),
          cited.catalogVersion(),
          cited.stale());
    }
  }
}
