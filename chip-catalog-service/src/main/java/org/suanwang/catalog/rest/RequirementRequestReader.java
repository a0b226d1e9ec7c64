package org.suanwang.catalog.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.CountryCode;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.exportcontrol.ExportControl;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.query.Efficiency;
import org.suanwang.catalog.query.Requirement;
import org.suanwang.catalog.query.Work;
import org.suanwang.catalog.rest.RequirementRequest.CandidatesPart;
import org.suanwang.catalog.rest.RequirementRequest.InferencePart;
import org.suanwang.catalog.rest.RequirementRequest.LimitsPart;
import org.suanwang.catalog.rest.RequirementRequest.TrainingPart;

/** Turns what was sent into a requirement; tells everything that is wrong with it. */
final class RequirementRequestReader {
  private static final BigDecimal TRAINING_MEMORY = new BigDecimal("0.8");
  private static final BigDecimal INFERENCE_MEMORY = new BigDecimal("0.9");

  private static final CandidatesPart NO_CANDIDATES =
      new CandidatesPart(null, null, null, null, null, null, null, null, null);

  private final Catalog catalog;
  private final ExportControl exportControl;
  private final LocalDate today;
  private final List<Violation> violations = new ArrayList<>();

  RequirementRequestReader(Catalog catalog, ExportControl exportControl, LocalDate today) {
    this.catalog = catalog;
    this.exportControl = exportControl;
    this.today = today;
  }

  Requirement read(RequirementRequest r) {
    checkWork(r);
    checkPrecisions(r);
    var filters = filters(r.candidates() == null ? NO_CANDIDATES : r.candidates(), r);
    var limits = r.limits() == null ? Requirement.Limits.NONE : limits(r.limits());
    Work work =
        r.training() != null
            ? training(r.training())
            : r.inference() != null ? inference(r.inference()) : null;
    MeasureRequest.requireNone(violations);
    if (work == null) {
      throw new IllegalStateException("checked before");
    }
    return new Requirement(
        work,
        r.precision(),
        r.mayFallBackTo() == null ? List.of() : r.mayFallBackTo(),
        stated(r.efficiency()),
        r.efficiency().workload(),
        filters,
        limits,
        r.rankBy() == null ? Requirement.Rank.DEVICES : r.rankBy());
  }

  private void checkWork(RequirementRequest r) {
    if ((r.training() == null) == (r.inference() == null)) {
      violations.add(
          new Violation(
              "training", "", "either training or inference is asked for", "give one of the two"));
    }
  }

  private void checkPrecisions(RequirementRequest r) {
    List<Precision> all = new ArrayList<>(List.of(r.precision()));
    if (r.mayFallBackTo() != null) {
      all.addAll(r.mayFallBackTo());
    }
    if (all.contains(Precision.UNSTATED)) {
      violations.add(
          new Violation(
              "precision",
              Precision.UNSTATED.name(),
              "must be a number format",
              "ask for the one that the work needs, such as BF16"));
    }
  }

  private static Efficiency.@Nullable Stated stated(RequirementRequest.EfficiencyPart part) {
    return part.workload() == null ? part.stated().require("efficiency") : null;
  }

  private @Nullable BigDecimal measure(
      String field, @Nullable MeasureRequest given, Unit... units) {
    return MeasureRequest.find(field, given, violations, units);
  }

  private Work.Model model(
      String field,
      @Nullable String id,
      @Nullable MeasureRequest parameters,
      @Nullable MeasureRequest active) {
    return new Work.Model(
        id,
        measure(field + ".parameters", parameters, Unit.BILLION),
        measure(field + ".activeParameters", active, Unit.BILLION));
  }

  private Work training(TrainingPart t) {
    BigDecimal days = measure("training.within", t.within(), Unit.DAY);
    return new Work.Training(
        model("training", t.model(), t.parameters(), t.activeParameters()),
        measure("training.tokens", t.tokens(), Unit.BILLION),
        measure("training.compute", t.compute(), Unit.ZETTAFLOP),
        days == null ? BigDecimal.ONE : days,
        positive(
            "training.bytesPerParameter", t.bytesPerParameter(), Work.Training.BYTES_PER_PARAMETER),
        share("training.usableMemory", t.usableMemory(), TRAINING_MEMORY),
        t.shardedOver());
  }

  private Work inference(InferencePart i) {
    return new Work.Inference(
        model("inference", i.model(), i.parameters(), i.activeParameters()),
        positive("inference.tokensPerSecond", i.tokensPerSecond(), BigDecimal.ONE),
        i.concurrency(),
        i.contextTokens(),
        i.keyValueBytesPerToken() == null
            ? null
            : positive(
                "inference.keyValueBytesPerToken", i.keyValueBytesPerToken(), BigDecimal.ONE),
        share("inference.usableMemory", i.usableMemory(), INFERENCE_MEMORY));
  }

  private BigDecimal positive(String field, @Nullable BigDecimal given, BigDecimal usual) {
    if (given == null) {
      return usual;
    }
    if (!MeasureRequest.isSane(given) || given.signum() <= 0) {
      violations.add(
          new Violation(field, given.toString(), "must be a number above 0", "give such a number"));
      return usual;
    }
    return given;
  }

  private BigDecimal share(String field, @Nullable BigDecimal given, BigDecimal usual) {
    BigDecimal share = positive(field, given, usual);
    if (share.compareTo(BigDecimal.ONE) > 0) {
      violations.add(
          new Violation(field, share.toString(), "must not be above 1", "give a share, as 0.8"));
    }
    return share;
  }

  private Requirement.Filters filters(CandidatesPart c, RequirementRequest r) {
    Set<String> vendors = set(c.vendors());
    Set<String> stacks = set(c.softwareStacks());
    requireKnown("candidates.vendors", vendors, catalog.vendors());
    requireKnown("candidates.softwareStacks", stacks, catalog.items(Item.Kind.SOFTWARE_STACK));
    return new Requirement.Filters(
        countries(c.countries()),
        vendors,
        stacks,
        set(c.segments()).stream().map(s -> s.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()),
        scenarios(c.scenarios(), r),
        c.releasedBy() == null ? today : c.releasedBy(),
        measure("candidates.memoryPerDevice", c.memoryPerDevice(), Unit.GIGABYTE),
        measure(
            "candidates.interconnectPerDevice",
            c.interconnectPerDevice(),
            Unit.GIGABYTE_PER_SECOND),
        exportRules(c.notExportControlled()));
  }

  /** What is sold for inference alone is no offer to who trains; who infers may take either. */
  private static Set<Scenario> scenarios(@Nullable List<Scenario> given, RequirementRequest r) {
    if (given != null) {
      return Set.copyOf(given);
    }
    return r.training() == null ? Set.of() : Set.of(Scenario.TRAINING);
  }

  private Requirement.@Nullable ExportRules exportRules(
      RequirementRequest.@Nullable ExportPart asked) {
    return asked == null
        ? null
        : new Requirement.ExportRules(
            exportControl,
            asked.on(),
            asked.destination() == null ? ExportControl.CHINA : destination(asked.destination()));
  }

  private String destination(String code) {
    requireCountry("candidates.notExportControlled.destination", code);
    return code;
  }

  private Set<String> countries(@Nullable List<String> given) {
    Set<String> codes =
        set(given).stream().map(c -> c.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    codes.stream().sorted().forEach(c -> requireCountry("candidates.countries", c));
    return codes;
  }

  private void requireCountry(String field, String code) {
    if (!CountryCode.isOne(code)) {
      violations.add(CountryCode.violation(field, code));
    }
  }

  private void requireKnown(String field, Set<String> ids, List<? extends Subject> known) {
    List<String> all = known.stream().map(Subject::id).toList();
    ids.stream()
        .sorted()
        .filter(id -> !all.contains(id))
        .forEach(id -> violations.add(Violations.unknown(field, id, all)));
  }

  private static Set<String> set(@Nullable List<String> given) {
    return given == null ? Set.of() : new HashSet<>(given);
  }

  private Requirement.Limits limits(LimitsPart l) {
    BigDecimal cost = measure("limits.budget", l.budget(), Unit.US_DOLLAR, Unit.YUAN);
    boolean isYuan = l.budget() != null && Unit.YUAN.symbol().equals(l.budget().unit());
    return new Requirement.Limits(
        l.devices(),
        measure("limits.power", l.power(), Unit.WATT),
        cost,
        isYuan ? Unit.YUAN : Unit.US_DOLLAR);
  }
}
