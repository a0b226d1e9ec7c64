package org.suanwang.catalog.load;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
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
 * Catalogues with every kind of subject, attribute, quantity and basis, and with texts that formats
 * stumble over. They need not make sense.
 */
final class RandomCatalogs {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "null",
          "~",
          "true",
          "1e5",
          "-10.13",
          "=1+1",
          "+1",
          "-",
          "@cmd",
          "'",
          "''quoted''",
          "\"",
          "a \"quoted\" word",
          "back\\slash\\n",
          "two\nlines",
          "\n",
          "\ttab",
          "ends with a line end\n",
          "昇腾910 · 训练+推理",
          "emoji 🧮 and 𠮷",
          "key: value # no comment",
          "- item",
          "? a",
          "{a: b}",
          "[1, 2]",
          "&anchor *alias !!tag",
          "%YAML 1.2",
          "---",
          "...",
          "comma, semicolon; bar|",
          "no-break\u00a0space, \u2028 line separator \u2029, \ufeff mark",
          "<script>alert(1)</script>",
          "  spaces around  ",
          "2024-03-26",
          "0x1F",
          "1_000",
          "source",
          "record,id");

  private final SplittableRandom random;
  private final List<String> sourceIds = new ArrayList<>();
  private final List<String> subjectIds = new ArrayList<>();

  private RandomCatalogs(long seed) {
    random = new SplittableRandom(seed);
  }

  static Catalog of(long seed) {
    return new RandomCatalogs(seed).catalog();
  }

  private Catalog catalog() {
    List<Source> sources = list(1 + random.nextInt(5), this::source);
    List<Subject> subjects = list(1 + random.nextInt(8), this::subject);
    List<Claim<Fact>> claims = list(random.nextInt(60), this::claim);
    List<Verdict> verdicts = new ArrayList<>();
    claims.forEach(c -> verdicts.addAll(verdicts(c.id())));
    return Catalog.of(new CatalogContent(sources, subjects, claims, verdicts));
  }

  private static <T> List<T> list(int size, Supplier<T> make) {
    return IntStream.range(0, size).mapToObj(_ -> make.get()).toList();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <E extends Enum<E>> E one(Class<E> type) {
    return one(List.of(type.getEnumConstants()));
  }

  /** A text of any kind, no longer than the database takes. */
  private String text(int lengthMax) {
    String text =
        switch (random.nextInt(8)) {
          case 0 -> one(ODD) + one(ODD);
          case 1 -> "长".repeat(lengthMax);
          case 2 -> "word ".repeat(lengthMax / 5);
          default -> one(ODD);
        };
    return text.length() > lengthMax ? text.substring(0, lengthMax) : text;
  }

  private String filled(int lengthMax) {
    String text = text(lengthMax);
    return text.isBlank() ? "x" : text;
  }

  private @Nullable String maybe(int lengthMax) {
    return random.nextInt(3) == 0 ? null : text(lengthMax);
  }

  private PartialDate date() {
    LocalDate day = TODAY.minusDays(random.nextInt(3000));
    return switch (random.nextInt(3)) {
      case 0 -> PartialDate.of(day);
      case 1 -> PartialDate.parse(day.toString().substring(0, 7));
      default -> PartialDate.parse(day.toString().substring(0, 4));
    };
  }

  private Recorded recorded() {
    return new Recorded(filled(300), TODAY.minusDays(random.nextInt(1000)));
  }

  private Source source() {
    String id = "source." + sourceIds.size() + "-a";
    sourceIds.add(id);
    return new Source(
        id,
        filled(500),
        filled(300),
        one(Tier.class),
        date(),
        one(DateKind.class),
        maybe(2000),
        maybe(500),
        maybe(500));
  }

  private Subject subject() {
    String id = "thing-" + subjectIds.size();
    subjectIds.add(id);
    String name = filled(300);
    List<String> aliases = list(random.nextInt(4), () -> text(500));
    return switch (random.nextInt(4)) {
      case 0 -> new Vendor(id, name, aliases, one(List.of("CN", "US", "JP")));
      case 1 -> new Accelerator(id, name, aliases, one(subjectIds), one(Scope.class));
      default ->
          new Item(
              id,
              one(Item.Kind.class),
              name,
              aliases,
              random.nextBoolean() ? null : one(subjectIds));
    };
  }

  private Attribute attribute() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Attribute.Throughput(
              one(Precision.class), one(Sparsity.class), one(Circuit.class), one(Scope.class));
      case 1 -> one(Attribute.Plain.class);
      case 2 -> new Named(one(Named.Family.class), filled(100).strip());
      default -> new Link(one(Link.Relation.class), one(subjectIds));
    };
  }

  private BigDecimal number() {
    BigInteger digits = BigInteger.valueOf(random.nextLong(1_000_000_000_000L));
    BigDecimal number = new BigDecimal(digits, random.nextInt(10));
    return random.nextInt(5) == 0 ? number.negate() : number;
  }

  private Quantity quantity() {
    Unit unit = one(Unit.class);
    return switch (random.nextInt(5)) {
      case 0 -> new Quantity.Value(number(), unit);
      case 1 -> new Quantity.Bound(one(Quantity.Relation.class), number(), unit);
      case 2 -> {
        BigDecimal low = number();
        yield new Quantity.Range(low, low.add(number().abs()).min(new BigDecimal("1e12")), unit);
      }
      case 3 -> new Quantity.Text(text(500));
      default -> new Quantity.Unknown(one(Quantity.Reason.class));
    };
  }

  private Basis basis() {
    return switch (random.nextInt(6)) {
      case 0 -> new Basis.Reported();
      case 1 -> new Basis.Corrected(one(subjectIds) + ".0.x", text(1000));
      case 2 -> new Basis.Measured(text(1000));
      case 3 -> new Basis.Derived(text(1000), list(random.nextInt(4), () -> text(300)));
      // Trailing zeros are kept as they are.
      case 4 -> new Basis.Estimated(text(1000), new BigDecimal("1.50"), number());
      default -> new Basis.Unknown(text(1000));
    };
  }

  private int claimNumber;

  private Claim<Fact> claim() {
    String subject = one(subjectIds);
    return new Claim<>(
        subject + "." + claimNumber++ + "." + one(List.of("x", "昇腾", "a b", "A.B", "'q'")),
        subject,
        new Fact(attribute(), quantity()),
        maybe(500),
        maybe(1000),
        one(sourceIds),
        new Locator(filled(300), maybe(300), maybe(300)),
        date(),
        one(Tier.class),
        basis(),
        recorded());
  }

  /** Each says something else than the one before it, as a catalogue takes them. */
  private List<Verdict> verdicts(String claimId) {
    List<Verdict> all = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      var recorded = new Recorded("who" + i, TODAY.minusDays(i));
      CellStatus status = one(CellStatus.class);
      String note = String.format(Locale.ROOT, "%d %s", i, text(500));
      all.add(
          new Verdict(claimId, status, random.nextInt(9) == 0 && i == 1 ? null : note, recorded));
    }
    return all;
  }
}
