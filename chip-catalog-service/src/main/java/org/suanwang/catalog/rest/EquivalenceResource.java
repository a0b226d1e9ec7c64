package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.query.Constraint;
import org.suanwang.catalog.query.Efficiency;
import org.suanwang.catalog.query.Equivalence;
import org.suanwang.catalog.query.EquivalenceCalculation;
import org.suanwang.catalog.query.EquivalenceQuestion;
import org.suanwang.catalog.rest.EquivalenceViews.Answer;
import org.suanwang.catalog.rest.Views.VersionView;

/** How many of one accelerator or system stand for so many of another. */
@Path("/v1/equivalences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "questions")
@NonBlocking
class EquivalenceResource {
  private static final String COUNT_RULE =
      "must be a whole number from 1 to " + EquivalenceQuestion.COUNT_MAX;

  private final ServedCatalogs served;
  private final CatalogCounters counters;

  EquivalenceResource(ServedCatalogs served, CatalogCounters counters) {
    this.served = served;
    this.counters = counters;
  }

  @Schema(name = "EquivalenceSide", description = "An accelerator or a system, and how many")
  record Side(
      @Nullable @Size(max = 100) String accelerator,
      @Nullable @Size(max = 100) String system,
      @NotNull
          @Min(value = 1, message = COUNT_RULE)
          @Max(value = EquivalenceQuestion.COUNT_MAX, message = COUNT_RULE)
          Long count) {
    String requireId() {
      String id = accelerator == null ? system : accelerator;
      if (id == null || id.isBlank() || (accelerator != null && system != null)) {
        throw new InvalidInputException(
            "from.accelerator",
            String.valueOf(accelerator),
            "must not be blank; either an accelerator or a system is compared",
            "give one of from.accelerator and from.system");
      }
      return id;
    }
  }

  @Schema(
      name = "EquivalenceEfficiency",
      description =
          "Which share of its dense peak each side reaches: stated here, or claimed for a workload")
  record Shares(
      @Nullable @Valid EfficiencyRequest from,
      @Nullable @Valid EfficiencyRequest to,
      @Schema(
              description =
                  "Whose efficiency claims count where a side states none; the first that both"
                      + " have when left out")
          @Nullable
          @Size(max = 100)
          String workload) {}

  @Schema(name = "EquivalenceRequest")
  record Request(
      @NotNull @Valid Side from,
      @Schema(description = "The id of an accelerator or a system") @NotBlank @Size(max = 100)
          String to,
      @NotNull Precision precision,
      @Schema(
              description =
                  "Which constraints count besides throughput: effectiveThroughput,"
                      + " memoryBandwidth, memoryCapacity, interconnectBandwidth,"
                      + " networkBandwidth; both of the memory when left out")
          @Nullable
          @Size(max = 10)
          List<@NotBlank String> constraints,
      @Nullable @Valid Shares efficiency,
      @Schema(
              description =
                  "Whether both sides are taken to reach the same share of their peaks where it is"
                      + " not known")
          @Nullable Boolean assumeEqualEfficiency) {
    private boolean isAboutEfficiency() {
      return efficiency != null || Boolean.TRUE.equals(assumeEqualEfficiency);
    }

    private Efficiency.Terms terms() {
      EfficiencyRequest one = efficiency == null ? null : efficiency.from();
      EfficiencyRequest other = efficiency == null ? null : efficiency.to();
      return new Efficiency.Terms(
          one == null ? null : one.require("efficiency.from"),
          other == null ? null : other.require("efficiency.to"),
          efficiency == null ? null : efficiency.workload(),
          Boolean.TRUE.equals(assumeEqualEfficiency));
    }
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      operationId = "evaluateEquivalence",
      summary = "How many devices or systems stand for so many others?",
      description =
          "Dense against dense, circuits of the same kind, rounded up to whole devices or systems;"
              + " systems count by the devices that they contain. The compared constraint that asks"
              + " for the most binds. What is not claimed is UNKNOWN and said to be missing, never"
              + " guessed. With asOf and knownOn by what was believed on the one day about the"
              + " other.")
  public Uni<Answer> evaluate(
      @Valid
          @NotNull
          @RequestBody(
              content =
                  @Content(
                      examples =
                          @ExampleObject(
                              name = "report",
                              summary = "8,000 H100 in Ascend 910",
                              value =
                                  """
                                  {"from":{"accelerator":"nvidia-h100-sxm","count":8000},\
                                  "to":"huawei-ascend-910","precision":"FP16"}""")))
          Request request,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownOn") @Nullable String knownOn) {
    var question =
        new EquivalenceQuestion(
            request.from().requireId(),
            request.from().count(),
            request.to(),
            request.precision(),
            constraints(request),
            request.terms());
    return served.ask(
        Viewpoint.of(asOf, knownOn), catalog -> answer(catalog.published(), question));
  }

  private Answer answer(PublishedCatalog published, EquivalenceQuestion question) {
    Equivalence found = new EquivalenceCalculation(published.catalog()).evaluate(question);
    counters.equivalenceAnswered();
    return Answer.of(VersionView.of(published.version()), question.precision().name(), found);
  }

  private static Set<String> constraints(Request request) {
    Set<String> wanted = new HashSet<>(Constraint.USUAL);
    if (request.constraints() != null) {
      for (int i = 0; i < request.constraints().size(); i++) {
        Violations.requireAmong(
            "constraints[" + i + "]", request.constraints().get(i), Constraint.ALL);
      }
      wanted = new HashSet<>(request.constraints());
    }
    if (request.isAboutEfficiency()) {
      wanted.add(Constraint.EFFECTIVE_THROUGHPUT);
    }
    return wanted;
  }
}
