package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.exportcontrol.Classification;
import org.suanwang.catalog.exportcontrol.Input;
import org.suanwang.catalog.exportcontrol.Interval;
import org.suanwang.catalog.exportcontrol.Licence;
import org.suanwang.catalog.exportcontrol.PerformanceDensity;
import org.suanwang.catalog.exportcontrol.Reading;
import org.suanwang.catalog.exportcontrol.Rule;
import org.suanwang.catalog.exportcontrol.RuleOutcome;
import org.suanwang.catalog.exportcontrol.Tpp;
import org.suanwang.catalog.exportcontrol.Truth;
import org.suanwang.catalog.exportcontrol.Verdict;
import org.suanwang.catalog.rest.Views.VersionView;

/** A classification under the export rules, as it is served. */
@Schema(
    name = "ExportControl",
    description =
        "What the export rules in force on a day say of an accelerator, with rule, citation and"
            + " inputs. No legal advice.")
record ExportControlView(
    VersionView catalogVersion,
    String accelerator,
    LocalDate on,
    @Schema(examples = "CN") String destination,
    @Schema(description = "Total processing performance; null when no peak counts")
        @Nullable TppView totalProcessingPerformance,
    @Schema(description = "TPP by applicable die area; null when either is unknown")
        @Nullable DensityView performanceDensity,
    List<OutcomeView> outcomes,
    List<String> notes) {

  static ExportControlView of(VersionView version, Classification c) {
    return new ExportControlView(
        version,
        c.accelerator(),
        c.on(),
        c.destination(),
        TppView.of(c.tpp()),
        DensityView.of(c.performanceDensity()),
        c.outcomes().stream().map(OutcomeView::of).toList(),
        c.notes());
  }

  @Schema(name = "Interval", description = "Both ends included; high is null when there is none")
  record IntervalView(BigDecimal low, @Nullable BigDecimal high) {
    static IntervalView of(Interval i) {
      return new IntervalView(i.low(), i.high());
    }
  }

  @Schema(name = "TotalProcessingPerformance")
  record TppView(
      IntervalView value,
      @Schema(description = "The formats that can give it, likeliest first") List<String> formats,
      List<String> arithmetic,
      List<String> assumptions,
      List<String> claimIds) {
    static @Nullable TppView of(@Nullable Tpp t) {
      return t == null
          ? null
          : new TppView(
              IntervalView.of(t.value()),
              t.formats(),
              t.arithmetic(),
              t.assumptions(),
              t.claimIds());
    }
  }

  @Schema(name = "PerformanceDensity")
  record DensityView(IntervalView value, String arithmetic, List<String> claimIds) {
    static @Nullable DensityView of(@Nullable PerformanceDensity d) {
      return d == null
          ? null
          : new DensityView(IntervalView.of(d.value()), d.arithmetic(), d.claimIds());
    }
  }

  @Schema(name = "ExportRule")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RuleView(
      @Schema(examples = "3A090@2023-11-17") String id,
      String title,
      Rule.Kind kind,
      @Schema(examples = "88 FR 73458") String citation,
      String citationTier,
      @Nullable String readThrough,
      LocalDate effective,
      @Nullable LocalDate compliance,
      @Nullable String replacedBy,
      List<String> notes) {
    static RuleView of(Rule r) {
      return new RuleView(
          r.id(),
          r.title(),
          r.kind(),
          r.citation().text(),
          r.citation().tier().name(),
          r.citation().readThrough(),
          r.effective(),
          r.compliance(),
          r.replacedBy(),
          r.notes());
    }
  }

  @Schema(name = "RuleInput")
  record InputView(String name, String value, String unit, List<String> claimIds) {
    static InputView of(Input i) {
      return new InputView(i.name(), i.value(), i.unit(), i.claimIds());
    }
  }

  @Schema(name = "RuleReading", description = "One way in which what is not known can turn out")
  record ReadingView(List<String> when, String outcome, Verdict verdict) {
    static ReadingView of(Reading r) {
      return new ReadingView(r.when(), r.outcome(), r.verdict());
    }
  }

  @Schema(name = "LicenceException")
  record ExceptionView(String name, Truth eligible, String meaning) {}

  @Schema(name = "RuleOutcome")
  record OutcomeView(
      RuleView rule,
      Verdict verdict,
      @Schema(description = "Several when only one of them is sure") List<String> paragraphs,
      List<String> alsoMet,
      String summary,
      List<ReadingView> readings,
      @Schema(description = "What would decide it") List<String> missing,
      List<String> assumptions,
      List<InputView> inputs,
      List<String> arithmetic,
      Licence licence,
      List<ExceptionView> exceptions) {
    static OutcomeView of(RuleOutcome o) {
      return new OutcomeView(
          RuleView.of(o.rule()),
          o.verdict(),
          o.paragraphs(),
          o.alsoMet(),
          o.summary(),
          o.readings().stream().map(ReadingView::of).toList(),
          o.needs(),
          o.assumptions(),
          o.inputs().stream().map(InputView::of).toList(),
          o.arithmetic(),
          o.licence(),
          o.exceptions().stream()
              .map(e -> new ExceptionView(e.name(), e.eligible(), e.meaning()))
              .toList());
    }
  }
}
