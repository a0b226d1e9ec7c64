package org.suanwang.catalog.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Form;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/**
 * Claims of every kind about subjects of every kind, drawn from a seed: what is drawn breaks no
 * integrity rule that refuses, unless {@link #unsound} is asked for.
 */
public final class RandomClaims {
  private static final List<String> TEXTS =
      List.of("7nm", "训练", "a \"quoted\" text", "back\\slash", "two\nlines", " spaced ", "İß", "x");
  private static final List<String> DATES = List.of("2024-03-26", "2024-02", "2019", "2024-02-29");

  private final Random random;
  private final List<Subject> subjects = subjects();
  private int drawn;

  public RandomClaims(long seed) {
    this.random = new Random(seed);
  }

  /** Sources of every tier and kind of date, and subjects of every kind, without a claim. */
  public static CatalogContent ground() {
    List<Source> sources = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      if (tier.isCitable()) {
        String id = Claims.sourceId(tier);
        sources.add(source(id, tier, "2024-03-26", DateKind.PUBLISHED, null));
        sources.add(source(id + ".read", tier, "2024", DateKind.ACCESSED, "a reader"));
      }
    }
    return new CatalogContent(sources, subjects(), List.of(), List.of());
  }

  private static Source source(
      String id, Tier tier, String date, DateKind kind, @Nullable String through) {
    String url = through == null ? null : "https://example.org/documents/" + id;
    return new Source(
        id,
        "Title of " + id,
        "出版者",
        tier,
        PartialDate.parse(date),
        kind,
        url,
        "CC BY 4.0",
        through);
  }

  private static List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(new Vendor("maker", "Maker", List.of("厂商", "M, Inc. \"M\""), "CN"));
    subjects.add(new Vendor("rival", "Rival", List.of(), "US"));
    for (Scope scope : Scope.values()) {
      String id = "chip-" + scope.name().toLowerCase(java.util.Locale.ROOT);
      subjects.add(new Accelerator(id, "芯片 " + scope, List.of("{}", ""), "maker", scope));
    }
    for (Item.Kind kind : Item.Kind.values()) {
      String id = "item-" + subjects.size();
      String vendor = subjects.size() % 2 == 0 ? "rival" : null;
      subjects.add(new Item(id, kind, "Item " + kind, List.of(id), vendor));
    }
    return List.copyOf(subjects);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private @Nullable String perhaps(List<String> texts) {
    return random.nextBoolean() ? one(texts) : null;
  }

  /** So many further claims, which may correct one another and those that are there. */
  public CatalogContent increment(Catalog before, int claims) {
    List<Claim<Fact>> more = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < claims; i++) {
      Claim<Fact> claim = claim(before);
      more.add(claim);
      if (random.nextInt(3) == 0) {
        verdicts.add(verdict(claim.id()));
      }
    }
    List<Claim<Fact>> old = before.claims().toList();
    if (!old.isEmpty() && random.nextBoolean()) {
      verdicts.add(verdict(one(old).id()));
    }
    return new CatalogContent(List.of(), List.of(), more, verdicts);
  }

  private Verdict verdict(String claimId) {
    return new Verdict(claimId, one(CellStatus.values()), perhaps(TEXTS), recorded());
  }

  /** A claim about a subject, which may correct one that is there. */
  public Claim<Fact> claim(Catalog before) {
    Subject subject = one(subjects);
    Attribute attribute = based(attribute(subject), before.findDossier(subject.id()).orElseThrow());
    Quantity quantity = quantity(attribute);
    Source source = one(List.copyOf(before.sources()));
    String id = subject.id() + "." + ++drawn;
    return new Claim<>(
        id,
        subject.id(),
        new Fact(attribute, quantity),
        perhaps(TEXTS),
        perhaps(TEXTS),
        source.id(),
        new Locator("place " + drawn, perhaps(TEXTS), perhaps(TEXTS)),
        PartialDate.parse(one(DATES)),
        source.tier(),
        basis(before.findDossier(subject.id()).orElseThrow()),
        recorded());
  }

  private Recorded recorded() {
    LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
    return new Recorded(one(List.of("package 1", "package 2", "李伟", "example-analyst")), day);
  }

  /** Any attribute; links lead to subjects that are there, and never round in a circle. */
  private Attribute attribute(Subject subject) {
    List<Subject> targets = subjects.subList(subjects.indexOf(subject) + 1, subjects.size());
    return switch (random.nextInt(targets.isEmpty() ? 2 : 4)) {
      case 0 -> one(Plain.values());
      case 1 -> new Named(one(Named.Family.values()), one(List.of("boost", "2022", "零售 (a/b)")));
      case 2 -> new Link(one(Link.Relation.values()), one(targets).id());
      default ->
          new Throughput(
              one(Precision.values()),
              one(Sparsity.values()),
              one(Circuit.values()),
              one(Scope.values()));
    };
  }

  /** No sparse peak is drawn before another one of its precision. */
  private static Attribute based(Attribute attribute, Dossier dossier) {
    boolean isAlone =
        attribute instanceof Throughput sparse
            && sparse.sparsity() == Sparsity.SPARSE_2_4
            && dossier.claims().stream()
                .map(c -> c.content().attribute())
                .noneMatch(
                    a ->
                        a instanceof Throughput other
                            && other.precision() == sparse.precision()
                            && other.sparsity() != Sparsity.SPARSE_2_4);
    return isAlone && attribute instanceof Throughput t
        ? new Throughput(t.precision(), Sparsity.DENSE, t.circuit(), t.scope())
        : attribute;
  }

  /** Any quantity that the attribute takes; sparse peaks are above dense ones. */
  private Quantity quantity(Attribute attribute) {
    Form form = attribute.form();
    if (random.nextInt(8) == 0) {
      return new Quantity.Unknown(one(Quantity.Reason.values()));
    }
    if (form.units().isEmpty() || (form.words() && random.nextBoolean())) {
      return new Quantity.Text(form.date() ? one(DATES) : one(TEXTS));
    }
    Unit unit = one(form.units().stream().sorted().toList());
    BigDecimal low = number();
    if (attribute instanceof Throughput t) {
      low =
          BigDecimal.valueOf(t.sparsity() == Sparsity.SPARSE_2_4 ? 300 : 100 + random.nextInt(50));
    }
    if (attribute.isSigned() && random.nextBoolean()) {
      low = low.negate();
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Quantity.Bound(one(Quantity.Relation.values()), low, unit);
      case 1 -> new Quantity.Range(low, low.add(BigDecimal.ONE), unit);
      default -> new Quantity.Value(low, unit);
    };
  }

  /** From 1 to 99, which is possible in every unit, with up to four decimals. */
  private BigDecimal number() {
    int decimals = random.nextInt(5);
    int one = (int) Math.pow(10, decimals);
    return BigDecimal.valueOf(one + random.nextInt(98 * one), decimals);
  }

  /** Ids of claims, some of which are there, will be there, or never are. */
  private List<String> inputs() {
    return List.of(
        one(subjects).id() + "." + (1 + random.nextInt(drawn)),
        one(subjects).id() + "." + (drawn + 1 + random.nextInt(20)));
  }

  private Basis basis(Dossier dossier) {
    return switch (random.nextInt(7)) {
      case 0 -> new Basis.Measured(one(TEXTS));
      case 1 -> new Basis.Derived(one(TEXTS), random.nextBoolean() ? TEXTS : inputs());
      case 2 -> new Basis.Estimated(one(TEXTS), new BigDecimal("0.5"), new BigDecimal("1000"));
      case 3 -> new Basis.Unknown(one(TEXTS));
      case 4 ->
          dossier.claims().isEmpty()
              ? new Basis.Reported()
              : new Basis.Corrected(one(dossier.claims()).id(), one(TEXTS));
      default -> new Basis.Reported();
    };
  }

  /** A claim that some rule refuses. */
  public Claim<Fact> unsound(Catalog before) {
    Claim<Fact> c = claim(before);
    return switch (random.nextInt(5)) {
      case 0 -> Claims.based(c, new Basis.Corrected(c.subject() + ".nothing", "x"));
      case 1 -> Claims.based(c, new Basis.Corrected("maker.x", "of another subject"));
      case 2 -> Claims.identified(c, "nothing." + drawn);
      case 3 -> said(c, new Fact(Plain.POWER, new Quantity.Value(BigDecimal.TEN, Unit.GIGABYTE)));
      default ->
          said(
              c,
              new Fact(
                  new Link(Link.Relation.CONTAINS, "nothing"), new Quantity.Text("a box of it")));
    };
  }

  private static Claim<Fact> said(Claim<Fact> c, Fact fact) {
    return new Claim<>(
        c.id(),
        c.subject(),
        fact,
        c.printed(),
        c.qualifier(),
        c.sourceId(),
        c.locator(),
        c.asOf(),
        c.tier(),
        new Basis.Reported(),
        c.recorded());
  }

  /** The names of all kinds of quantity. */
  public static List<String> kindsOfQuantity() {
    return Arrays.stream(Quantity.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .toList();
  }
}
