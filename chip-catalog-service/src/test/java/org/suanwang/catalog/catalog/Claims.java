package org.suanwang.catalog.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/** Small catalogues for tests: one accelerator "chip" (and "other"), one source a tier. */
public final class Claims {
  public static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  private Claims() {}

  public static Throughput peak(Precision precision, Sparsity sparsity, Circuit circuit) {
    return new Throughput(precision, sparsity, circuit, Scope.BOARD);
  }

  /**
   * A claim about the subject that its id begins with, dated {@link #DAY}, reported; the number in
   * a unit that the attribute takes.
   */
  public static Claim<Fact> claim(String id, Attribute attribute, String number, Tier tier) {
    var unit = attribute.form().units().iterator().next();
    return claim(id, attribute, new Quantity.Value(new BigDecimal(number), unit), tier);
  }

  public static Claim<Fact> claim(String id, Attribute attribute, Quantity quantity, Tier tier) {
    return new Claim<>(
        id,
        Catalog.subjectOf(id),
        new Fact(attribute, quantity),
        null,
        null,
        sourceId(tier),
        new Locator(id, null, null),
        PartialDate.of(DAY),
        tier,
        new Basis.Reported(),
        new Recorded("test", DAY));
  }

  public static Claim<Fact> dated(Claim<Fact> c, String asOf) {
    return new Claim<>(
        c.id(),
        c.subject(),
        c.content(),
        c.printed(),
        c.qualifier(),
        c.sourceId(),
        c.locator(),
        PartialDate.parse(asOf),
        c.tier(),
        c.basis(),
        c.recorded());
  }

  public static Claim<Fact> correcting(Claim<Fact> c, String target) {
    return based(c, new Basis.Corrected(target, "it is wrong"));
  }

  public static Claim<Fact> based(Claim<Fact> c, Basis basis) {
    return new Claim<>(
        c.id(),
        c.subject(),
        c.content(),
        c.printed(),
        c.qualifier(),
        c.sourceId(),
        c.locator(),
        c.asOf(),
        c.tier(),
        basis,
        c.recorded());
  }

  /** The same claim about another subject, as its id says too. */
  public static Claim<Fact> about(Claim<Fact> c, String subject) {
    return new Claim<>(
        subject + c.id().substring(c.id().indexOf('.')),
        subject,
        c.content(),
        c.printed(),
        c.qualifier(),
        c.sourceId(),
        c.locator(),
        c.asOf(),
        c.tier(),
        c.basis(),
        c.recorded());
  }

  public static Claim<Fact> identified(Claim<Fact> c, String id) {
    return new Claim<>(
        id,
        c.subject(),
        c.content(),
        c.printed(),
        c.qualifier(),
        c.sourceId(),
        c.locator(),
        c.asOf(),
        c.tier(),
        c.basis(),
        c.recorded());
  }

  public static Claim<Fact> recorded(Claim<Fact> c, String by, String on) {
    return new Claim<>(
        c.id(),
        c.subject(),
        c.content(),
        c.printed(),
        c.qualifier(),
        c.sourceId(),
        c.locator(),
        c.asOf(),
        c.tier(),
        c.basis(),
        new Recorded(by, LocalDate.parse(on)));
  }

  public static Verdict verdict(String claimId, CellStatus status, String by, String on) {
    return new Verdict(claimId, status, null, new Recorded(by, LocalDate.parse(on)));
  }

  public static Source source(
      String id, String title, String publisher, Tier tier, @Nullable String url) {
    return new Source(
        id, title, publisher, tier, PartialDate.of(DAY), DateKind.PUBLISHED, url, null, null);
  }

  public static String sourceId(Tier tier) {
    return tier.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  public static CatalogContent content(Claim<Fact>... claims) {
    List<Source> sources =
        Arrays.stream(Tier.values())
            .map(t -> source(sourceId(t), "title", "publisher", t, null))
            .toList();
    var subjects =
        List.<Subject>of(
            new Vendor("maker", "Maker", List.of("厂商"), "CN"),
            new Accelerator("chip", "Chip", List.of("芯片"), "maker", Scope.BOARD),
            new Accelerator("other", "Other", List.of(), "maker", Scope.BOARD));
    return new CatalogContent(sources, subjects, List.of(claims), List.of());
  }

  /** These claims and nothing else. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  public static CatalogContent added(Claim<Fact>... claims) {
    return new CatalogContent(List.of(), List.of(), List.of(claims), List.of());
  }

  @SafeVarargs
  public static Catalog catalog(Claim<Fact>... claims) {
    return Catalog.of(content(claims));
  }
}
