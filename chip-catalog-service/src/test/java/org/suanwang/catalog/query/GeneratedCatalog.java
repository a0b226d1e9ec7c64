package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
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
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Quantity.Relation;
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
 * A catalogue drawn from a seed, shaped like a real one: most accelerators lack most attributes,
 * sources disagree, some claim ranges or bounds. It breaks no integrity rule.
 */
public final class GeneratedCatalog {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final int SOURCES = 60;
  private static final List<String> CHINESE = List.of("昇腾", "思元", "深算", "摩尔线程", "壁砺", "天垓");
  private static final List<String> LATIN =
      List.of("Ascend", "MLU", "DCU", "MTT", "BR", "BI", "Tesla", "Instinct", "Gaudi", "TPU");
  private static final List<Plain> NUMBERS =
      List.of(
          Plain.MEMORY_CAPACITY,
          Plain.MEMORY_BANDWIDTH,
          Plain.POWER,
          Plain.DIE_AREA,
          Plain.TRANSISTORS,
          Plain.INTERCONNECT_BANDWIDTH,
          Plain.MEMORY_BUS_WIDTH);
  private static final List<Plain> TEXTS =
      List.of(
          Plain.PROCESS,
          Plain.FOUNDRY,
          Plain.MEMORY_TYPE,
          Plain.FORM_FACTOR,
          Plain.MARKET_SEGMENT,
          Plain.SCENARIO,
          Plain.INTERCONNECT);
  private static final List<Precision> PRECISIONS =
      List.of(Precision.FP64, Precision.FP32, Precision.FP16, Precision.BF16, Precision.INT8);

  private final Random random;
  private final int accelerators;
  private final int claimsEach;
  private final List<Source> sources = new ArrayList<>();
  private final List<Subject> subjects = new ArrayList<>();
  private final List<Claim<Fact>> claims = new ArrayList<>();
  private String lastAccelerator = "";

  private GeneratedCatalog(long seed, int accelerators, int claimsEach) {
    this.random = new Random(seed);
    this.accelerators = accelerators;
    this.claimsEach = claimsEach;
  }

  /** Draws a content; the same arguments draw the same one. */
  public static CatalogContent draw(long seed, int accelerators, int claimsEach) {
    return new GeneratedCatalog(seed, accelerators, claimsEach).draw();
  }

  private CatalogContent draw() {
    for (int i = 0; i < SOURCES; i++) {
      sources.add(
          new Source(
              "source-" + i,
              "Datasheet " + i,
              "Publisher " + i,
              List.of(Tier.values()).get(i % 6),
              PartialDate.of(DAY),
              DateKind.PUBLISHED,
              "https://example.org/sheet/" + i,
              null,
              null));
    }
    int vendors = Math.max(2, Math.min(60, accelerators / 12));
    for (int i = 0; i < vendors; i++) {
      String country = List.of("CN", "US", "GB").get(random.nextInt(3));
      subjects.add(new Vendor("vendor-" + i, "Vendor " + i, List.of("厂商" + i), country));
    }
    for (int i = 0; i < 8; i++) {
      subjects.add(new Item("stack-" + i, Item.Kind.SOFTWARE_STACK, "Stack " + i, List.of(), null));
      subjects.add(new Item("system-" + i, Item.Kind.SYSTEM, "System " + i, List.of(), null));
    }
    for (int i = 0; i < accelerators; i++) {
      accelerator(i, random.nextInt(vendors));
    }
    return new CatalogContent(sources, subjects, claims, List.of());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void accelerator(int number, int vendor) {
    String latin = pick(LATIN);
    String model =
        latin + " " + (100 + random.nextInt(900)) + (random.nextBoolean() ? " PCIe" : "");
    String id = "vendor-" + vendor + "-" + latin.toLowerCase(Locale.ROOT) + "-" + number;
    List<String> aliases =
        random.nextInt(3) == 0 ? List.of(pick(CHINESE) + (100 + number)) : List.of();
    Scope scope = pick(List.of(Scope.PACKAGE, Scope.PACKAGE, Scope.BOARD));
    subjects.add(new Accelerator(id, model, aliases, "vendor-" + vendor, scope));
    int before = claims.size();
    double strength = 10 * Math.pow(200, random.nextDouble());
    List<Attribute> attributes = attributes(scope);
    for (int i = 0; claims.size() - before < claimsEach; i++) {
      claim(id, attributes.get(i % attributes.size()), i, strength);
    }
    if (random.nextInt(4) == 0) {
      link("system-" + random.nextInt(8), new Link(Link.Relation.CONTAINS, id));
      link(id, new Link(Link.Relation.RUNS, "stack-" + random.nextInt(8)));
    }
    if (number % 7 == 6) {
      link(id, new Link(Link.Relation.CONTAINS, lastAccelerator));
    }
    lastAccelerator = id;
  }

  /** What is claimed about one accelerator; the rest stays unknown. */
  private List<Attribute> attributes(Scope scope) {
    List<Attribute> all = new ArrayList<>();
    for (Precision precision : PRECISIONS) {
      if (random.nextInt(3) > 0) {
        Circuit circuit = pick(List.of(Circuit.MATRIX, Circuit.MATRIX, Circuit.VECTOR));
        all.add(new Throughput(precision, Sparsity.DENSE, circuit, scope));
      }
    }
    NUMBERS.stream().filter(_ -> random.nextInt(3) > 0).forEach(all::add);
    TEXTS.stream().filter(_ -> random.nextInt(2) > 0).forEach(all::add);
    List.of(Plain.RELEASE_DATE, Plain.ANNOUNCEMENT_DATE).stream()
        .filter(_ -> random.nextInt(2) > 0)
        .forEach(all::add);
    if (random.nextInt(3) == 0) {
      all.add(new Named(Named.Family.PRICE, "release"));
    }
    all.add(new Named(Named.Family.CLOCK, "boost"));
    return all;
  }

  private void claim(String subject, Attribute attribute, int round, double strength) {
    String id = subject + ".source-" + round + "." + attribute.kind() + "-" + claims.size();
    add(id, subject, new Fact(attribute, quantity(attribute, strength)));
  }

  private void link(String subject, Link link) {
    add(
        subject + ".link-" + claims.size(),
        subject,
        new Fact(link, new Quantity.Text("as its page says")));
  }

  private void add(String id, String subject, Fact fact) {
    Source source = pick(sources);
    claims.add(
        new Claim<>(
            id,
            subject,
            fact,
            "printed",
            null,
            source.id(),
            // No two claims about one accelerator stand in one row, so none is entered twice.
            new Locator(
                "page " + (1 + random.nextInt(9)), "row " + claims.size() % claimsEach, null),
            source.date(),
            source.tier(),
            new Basis.Reported(),
            new Recorded("generated 1", DAY)));
  }

  private Quantity quantity(Attribute attribute, double strength) {
    if (attribute == Plain.RELEASE_DATE || attribute == Plain.ANNOUNCEMENT_DATE) {
      return new Quantity.Text(date());
    }
    if (attribute.form().units().isEmpty()) {
      return new Quantity.Text(text((Plain) attribute));
    }
    Unit unit = attribute.form().units().stream().sorted().toList().get(0);
    if (attribute instanceof Named n && n.family() == Named.Family.PRICE && random.nextBoolean()) {
      unit = Unit.YUAN;
    }
    BigDecimal number = number(attribute, strength);
    return switch (random.nextInt(12)) {
      case 0 -> new Quantity.Range(number, number.multiply(new BigDecimal("1.5")), unit);
      case 1 -> new Quantity.Bound(List.of(Relation.values()).get(random.nextInt(4)), number, unit);
      default -> new Quantity.Value(number, unit);
    };
  }

  /** Of few different sizes, so that equal ones are frequent. */
  private BigDecimal number(Attribute attribute, double strength) {
    if (attribute instanceof Named n && n.family() == Named.Family.CLOCK) {
      return BigDecimal.valueOf(5 + random.nextInt(30), 1);
    }
    double digits =
        attribute instanceof Throughput t
            ? strength * (t.precision() == Precision.INT8 ? 2 : 1)
            : 8 * Math.pow(2, random.nextInt(6));
    return BigDecimal.valueOf(Math.round(digits * (random.nextInt(5) == 0 ? 1.1 : 1)) + 1);
  }

  private String date() {
    int year = 2016 + random.nextInt(10);
    int month = 1 + random.nextInt(12);
    return switch (random.nextInt(3)) {
      case 0 -> String.valueOf(year);
      case 1 -> "%d-%02d".formatted(year, month);
      default -> "%d-%02d-%02d".formatted(year, month, 1 + random.nextInt(28));
    };
  }

  private String text(Plain attribute) {
    return switch (attribute) {
      case PROCESS -> pick(List.of("7 nm", "5 nm", "TSMC N7", "12nm FinFET"));
      case SCENARIO -> pick(List.of("训练/推理", "TRAINING", "INFERENCE"));
      case MARKET_SEGMENT -> pick(List.of("DATACENTER", "EDGE", "CONSUMER"));
      case MEMORY_TYPE -> pick(List.of("HBM2e", "HBM2E", "GDDR6", "LPDDR5"));
      default -> attribute.kind() + " " + random.nextInt(5);
    };
  }
}
