package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Matcher;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.rest.UncertaintyPart.DistributionPart;
import org.suanwang.market.rest.UncertaintyPart.IntervalPart;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.ModelLibrary.ScenarioFork;

/**
 * A scenario to be added to a model.
 *
 * @param as the id of the model that is to hold it, which must be new; left out: the same model,
 *     which must be one that was posted
 * @param title of the model of that id; left out: the same title
 */
@Schema(name = "ScenarioQuestion")
public record ScenarioQuestion(
    @Nullable @Size(max = 64) String as,
    @Nullable @Size(min = 1, max = 500) String title,
    @NotNull @Valid ScenarioPart scenario) {
  private static final java.util.regex.Pattern PLACE =
      java.util.regex.Pattern.compile("(?<file>[a-z0-9/-]+)\\.yaml:\\d+ (?<path>.+)");

  /**
   * A scenario, as in a model's files.
   *
   * @param parent the scenario it starts from; left out: the parameters as they stand
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "NewScenario")
  public record ScenarioPart(
      @NotNull
          @Size(max = 64)
          @Pattern(
              regexp = "[a-z][a-z0-9-]*",
              message = "must be lower-case letters, digits and -, a letter first")
          String name,
      @NotBlank @Size(max = 200) String label,
      @NotBlank @Size(max = 2000) String description,
      @Nullable @Size(max = 64) String parent,
      @Nullable @Size(max = 500) List<@NotNull @Valid OverridePart> overrides,
      @Nullable @Size(max = 500) List<@NotNull @Valid FlowPart> rounding) {}

  /** Another value of a parameter or variable, its unit, and why. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "NewOverride")
  public record OverridePart(
      @NotBlank @Size(max = 80) String name,
      @NotNull @Size(max = 200) String value,
      @NotNull @Size(min = 1, max = 80) String unit,
      @Nullable @Valid IntervalPart interval,
      @Nullable @Valid DistributionPart distribution,
      @NotBlank @Size(max = 2000) String rationale) {}

  /**
   * Which value flows on, {@code EXACT} or {@code PRINTED}, of one variable or, left out, of all.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "NewRounding")
  public record FlowPart(
      @Nullable @Size(max = 80) String variable,
      @NotNull @Size(max = 20) String flow,
      @NotBlank @Size(max = 2000) String rationale) {}

  /**
   * Adds it to the model of a reference; what is wrong is told in the fields of this question.
   *
   * @throws InvalidInputException when the scenario does not fit the model
   */
  ModelLibrary.Publication addTo(
      ModelLibrary library, String reference, ObjectMapper json, @Nullable String idempotencyKey) {
    return Inputs.renamed(
        this::requested, () -> library.add(reference, read(json), idempotencyKey));
  }

  /** The new model's files hold a scenario, and a head with the new id and title. */
  private String requested(String field) {
    Matcher place = PLACE.matcher(field);
    if (!place.matches()) {
      return field;
    }
    String path = place.group("path");
    if (place.group("file").equals("fork")) {
      return path.equals("id") ? "as" : path;
    }
    if (!place.group("file").equals("scenarios/" + scenario.name())) {
      return field;
    }
    return path.equals(scenario.name()) ? "scenario" : "scenario." + path;
  }

  private ScenarioFork read(ObjectMapper json) {
    try {
      return new ScenarioFork(as, title, scenario.name(), json.writeValueAsString(scenario));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a scenario is always writable as JSON", e);
    }
  }
}
