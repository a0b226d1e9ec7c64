package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
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
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
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
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.query.Constraint;
import org.suanwang.catalog.query.Equivalence;
import org.suanwang.catalog.query.EquivalenceCalculation;
import org.suanwang.catalog.query.EquivalenceQuestion;
import org.suanwang.catalog.rest.Views.CountView;
import org.suanwang.catalog.rest.Views.ResolvedView;
import org.suanwang.catalog.rest.Views.VersionView;

/** How many of one accelerator stand for so many of another. */
@Path("/v1/equivalences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "questions")
@NonBlocking
class EquivalenceResource {
  private static final Set<String> ALL_CONSTRAINTS =
      Set.of(Constraint.THROUGHPUT, Constraint.MEMORY_BANDWIDTH, Constraint.MEMORY_CAPACITY);

  private static final String COUNT_RULE =
      "must be a whole number from 1 to " + EquivalenceQuestion.COUNT_MAX;

  private final CurrentCatalog current;
  private final CatalogCounters counters;

  EquivalenceResource(CurrentCatalog current, CatalogCounters counters) {
    this.current = current;
    this.counters = counters;
  }

  @Schema(name = "EquivalenceSide")
  record Side(
      @NotBlank @Size(max = 100) String accelerator,
      @NotNull
          @Min(value = 1, message = COUNT_RULE)
          @Max(value = EquivalenceQuestion.COUNT_MAX, message = COUNT_RULE)
          Long count) {}

  @Schema(name = "EquivalenceRequest")
  record Request(
      @NotNull @Valid Side from,
      @NotBlank @Size(max = 100) String to,
      @NotNull Precision precision,
      @Schema(description = "Which constraints count besides throughput; all when left out")
          @Nullable
          @Size(max = 10)
          List<@NotBlank String> constraints) {}

  @Schema(name = "EquivalenceFrom")
  record FromView(String accelerator, CountView count) {}

  @Schema(name = "CountSpan")
  record CountSpan(long value, long low, long high, String unit) {}

  @Schema(name = "EquivalenceTo")
  record ToView(String accelerator, CountSpan count) {}

  @Schema(name = "Ratio")
  record RatioView(BigDecimal value, BigDecimal low, BigDecimal high) {}

  @Schema(name = "Constraint")
  record ConstraintView(
      @Schema(examples = "throughput") String name,
      @Schema(examples = "COMPARED") String state,
      @Nullable ResolvedView from,
      @Nullable ResolvedView to,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fromCircuit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String toCircuit,
      @Nullable RatioView ratio,
      List<String> missing) {
    static ConstraintView of(Constraint c) {
      return new ConstraintView(
          c.name(),
          c.state().name(),
          ResolvedView.of(c.from()),
          ResolvedView.of(c.to()),
          c.fromCircuit() == null ? null : c.fromCircuit().name(),
          c.toCircuit() == null ? null : c.toCircuit().name(),
          c.ratio() == null
              ? null
              : new RatioView(c.ratio().value(), c.ratio().low(), c.ratio().high()),
          c.missing());
    }
  }

  @Schema(name = "Equivalence")
  record Answer(
      VersionView catalogVersion,
      FromView from,
      ToView to,
      String precision,
      String bindingConstraint,
      List<ConstraintView> constraints) {}

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      operationId = "evaluateEquivalence",
      summary = "How many devices stand for so many others?",
      description =
          "Dense against dense, circuits of the same kind, rounded up to whole devices; the"
              + " compared constraint that asks for the most devices binds. What is not claimed is"
              + " UNKNOWN and said to be missing, never guessed.")
  public Answer evaluate(
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
          Request request) {
    PublishedCatalog published = current.require();
    var question =
        new EquivalenceQuestion(
            request.from().accelerator(),
            request.from().count(),
            request.to(),
            request.precision(),
            constraints(request));
    Equivalence found = new EquivalenceCalculation(published.catalog()).evaluate(question);
    counters.equivalenceAnswered();
    return answer(published, request, found);
  }

  private static Set<String> constraints(Request request) {
    if (request.constraints() == null) {
      return ALL_CONSTRAINTS;
    }
    for (int i = 0; i < request.constraints().size(); i++) {
      Violations.requireAmong(
          "constraints[" + i + "]", request.constraints().get(i), ALL_CONSTRAINTS);
    }
    return Set.copyOf(request.constraints());
  }

  private static Answer answer(PublishedCatalog published, Request request, Equivalence found) {
    return new Answer(
        VersionView.of(published.version()),
        new FromView(found.from().id(), new CountView(found.fromCount(), "device")),
        new ToView(
            found.to().id(),
            new CountSpan(found.count(), found.countLow(), found.countHigh(), "device")),
        request.precision().name(),
        found.bindingConstraint(),
        found.constraints().stream().map(ConstraintView::of).toList());
  }
}
