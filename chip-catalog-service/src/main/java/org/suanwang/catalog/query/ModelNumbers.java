package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.check.Violation;

/**
 * The numbers of a model that a work needs: given by the asker, else claimed.
 *
 * @param parameters in billions
 * @param activeParameters in billions; all of them unless somebody says otherwise
 * @param compute of the training, in ZFLOP; 0 for inference, which has none
 * @param computeRule how that is known, in words
 */
record ModelNumbers(
    Amount parameters, Amount activeParameters, Amount compute, String computeRule) {
  /** Kaplan et al. 2020, arXiv:2001.08361; Hoffmann et al. 2022, arXiv:2203.15556. */
  static final String SIX_N_D =
      "6 x active parameters x tokens (Kaplan et al. 2020, Hoffmann et al. 2022)";

  private static final BigDecimal SIX = BigDecimal.valueOf(6);

  /** A billion times a billion, in 1e21. */
  private static final BigDecimal ZETTA = new BigDecimal("0.001");

  /** Reads the numbers of one request. */
  private static final class Reading {
    private final @Nullable Specification claims;
    private final String field;
    private final List<Violation> violations = new ArrayList<>();

    Reading(Catalog catalog, Work.Model model, String field) {
      this.field = field;
      this.claims = model.id() == null ? null : require(catalog, field + ".model", model.id());
    }

    private static Specification require(Catalog catalog, String field, String id) {
      return catalog
          .findDossier(id)
          .filter(d -> d.subject() instanceof Item i && i.kind() == Item.Kind.AI_MODEL)
          .map(Dossier::specification)
          .orElseThrow(() -> new InvalidInputException(List.of(unknown(catalog, field, id))));
    }

    private static Violation unknown(Catalog catalog, String field, String id) {
      List<String> known = catalog.items(Item.Kind.AI_MODEL).stream().map(Item::id).toList();
      return new Violation(
          field,
          id,
          "must be the id of an AI model",
          Suggestion.remedy(id, known, "GET /v1/ai-models lists all; or give parameters instead"));
    }

    Optional<Amount> claimed(Plain attribute) {
      return Optional.ofNullable(claims)
          .map(s -> s.number(attribute))
          .filter(Resolved::isComparable)
          .map(Amount::of);
    }

    Optional<Amount> find(@Nullable BigDecimal given, Plain attribute) {
      return given == null ? claimed(attribute) : Optional.of(Amount.of(given));
    }

    Amount orMissing(Optional<Amount> found, String name, String remedy) {
      if (found.isEmpty()) {
        violations.add(
            new Violation(
                field + "." + name, "nothing", "must be given, or claimed of the model", remedy));
      }
      return found.orElse(Amount.of(BigDecimal.ZERO));
    }

    void requireAll() {
      if (!violations.isEmpty()) {
        throw new InvalidInputException(violations);
      }
    }
  }

  /**
   * Reads what the work needs.
   *
   * @throws InvalidInputException naming every number that is neither given nor claimed
   */
  static ModelNumbers of(Catalog catalog, Work work) {
    String field = work instanceof Work.Training ? "training" : "inference";
    Work.Model model = work.model();
    Reading reading = new Reading(catalog, model, field);
    Amount parameters =
        reading.orMissing(
            reading.find(model.parameters(), Plain.PARAMETERS),
            "parameters",
            "give parameters as {\"value\": 70, \"unit\": \"1e9\"}, or name another model");
    Amount active = active(reading, model).orElse(parameters);
    ModelNumbers numbers =
        work instanceof Work.Training t
            ? training(reading, t, parameters, active)
            : new ModelNumbers(parameters, active, Amount.of(BigDecimal.ZERO), "");
    reading.requireAll();
    return numbers;
  }

  /** Parameters that the asker gives are not half overruled by claims about active ones. */
  private static Optional<Amount> active(Reading reading, Work.Model model) {
    return model.parameters() != null && model.activeParameters() == null
        ? Optional.empty()
        : reading.find(model.activeParameters(), Plain.ACTIVE_PARAMETERS);
  }

  private static ModelNumbers training(
      Reading reading, Work.Training work, Amount parameters, Amount active) {
    Work.Model model = work.model();
    if (work.compute() != null) {
      return new ModelNumbers(
          parameters, active, Amount.of(work.compute()), "the compute that the request gives");
    }
    boolean isAsClaimed =
        model.parameters() == null && model.activeParameters() == null && work.tokens() == null;
    Optional<Amount> claimed =
        isAsClaimed ? reading.claimed(Plain.TRAINING_COMPUTE) : Optional.empty();
    if (claimed.isPresent()) {
      return new ModelNumbers(
          parameters, active, claimed.get(), "the training compute that is claimed of the model");
    }
    Amount tokens =
        reading.orMissing(
            reading.find(work.tokens(), Plain.TRAINING_TOKENS),
            "tokens",
            "give tokens as {\"value\": 1400, \"unit\": \"1e9\"}, or compute in ZFLOP");
    return new ModelNumbers(
        parameters, active, active.times(tokens).times(SIX).times(ZETTA), SIX_N_D);
  }
}
