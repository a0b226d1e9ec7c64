package org.suanwang.catalog.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.query.GeneratedCatalog;
import org.suanwang.catalog.store.OwnSchema;
import org.suanwang.local.bench.BuiltService;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.postgres.LocalPostgres;
import org.suanwang.local.service.Service;

/**
 * The built service on 10,000 generated accelerators with 50 claims each, besides the shipped ones:
 * how long a start takes, and what a read and a write cost then.
 */
final class ScaleBenchmark {
  private static final String SCHEMA = "bench_scale";
  private static final long SEED = 20261125;
  private static final int ACCELERATORS = 10_000;
  private static final int CLAIMS_EACH = 50;
  private static final int WRITES = 11;

  /** The launcher's limit is for the shipped catalogue. */
  private static final String HEAP = "-Xmx1g";

  private static final PrintStream OUT = System.out;

  private ScaleBenchmark() {}

  static void run(LocalHome home, LocalPostgres postgres, Figures figures)
      throws IOException, InterruptedException, SQLException {
    List<String> ids = store(postgres);
    // The first start writes the archive of classes that later ones read.
    BuiltService.start(Service.CATALOG, home, postgres, SCHEMA, List.of(HEAP)).close();
    try (var service = BuiltService.start(Service.CATALOG, home, postgres, SCHEMA, List.of(HEAP))) {
      double seconds = service.untilReady().toMillis() / 1e3;
      figures.add("start on 500,000 claims until ready", "<= 10 s", "%.1f s", seconds);
      long before = System.nanoTime();
      service.get(HttpBenchmark.PAGE);
      figures.add("first page after a start", "", "%.0f ms", (System.nanoTime() - before) / 1e6);
      String one = "/v1/accelerators/" + ids.getFirst();
      // A stored catalogue is served while the rules look at it again; findings wait for them.
      HttpBenchmark.latency(service, "GET one of 10,000 while it is checked", one, figures);
      service.get("/v1/findings?limit=1");
      HttpBenchmark.latency(service, "GET one of 10,000", one, figures);
      HttpBenchmark.latency(service, "GET page of 10,000", HttpBenchmark.PAGE, figures);
      writes(service, ids, figures);
      figures.add(
          "memory of the process at 500,000 claims",
          "",
          service.residentMegabytes() + " MB with " + HEAP);
    }
  }

  /** Stores the shipped packages and the generated accelerators; returns the ids of the latter. */
  private static List<String> store(LocalPostgres postgres) throws SQLException {
    CatalogContent content = GeneratedCatalog.draw(SEED, ACCELERATORS, CLAIMS_EACH);
    String hash = CanonicalForm.hash(content);
    List<DataPackage> packages = new ArrayList<>(ShippedCatalog.packages());
    packages.add(new DataPackage("generated", "1", "generated", "none", content, hash, hash));
    long before = System.nanoTime();
    String url =
        BuiltService.url(Service.CATALOG, postgres, SCHEMA) + "&reWriteBatchedInserts=true";
    try (OwnSchema schema = OwnSchema.migrated(SCHEMA, url, "postgres", "postgres")) {
      schema.store().take(packages);
    }
    OUT.printf(
        Locale.ROOT,
        "%,d generated claims checked and stored in %.1f s%n",
        content.claims().size(),
        (System.nanoTime() - before) / 1e9);
    return content.subjects().stream()
        .filter(Accelerator.class::isInstance)
        .map(subject -> subject.id())
        .toList();
  }

  private static void writes(BuiltService service, List<String> ids, Figures figures)
      throws IOException, InterruptedException {
    double[] writes = new double[WRITES];
    double[] reads = new double[WRITES];
    for (int i = 0; i < WRITES; i++) {
      long before = System.nanoTime();
      service.post("/v1/claims", claim(ids.get(i * ids.size() / WRITES), i));
      long between = System.nanoTime();
      service.get(HttpBenchmark.PAGE);
      writes[i] = (between - before) / 1e6;
      reads[i] = (System.nanoTime() - between) / 1e6;
      OUT.printf(Locale.ROOT, "write %.0f ms, first page after it %.0f ms%n", writes[i], reads[i]);
    }
    figures.add("write of one claim at 500,000, median", "", "%.0f ms", median(writes));
    figures.add("first page after a write, median", "", "%.0f ms", median(reads));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String claim(String subject, int number) {
    LocalDate today = LocalDate.now(Clock.systemUTC());
    return """
        {"subject":"%s","attribute":{"kind":"memoryCapacity"},
         "quantity":{"value":%d,"unit":"GB"},"printed":"%d GB",
         "source":{"id":"bench-sheet-%d","title":"A datasheet","publisher":"The vendor",
                   "tier":"VENDOR_DATASHEET","date":"%s"},
         "locator":{"place":"page 2","row":"Memory"},
         "asOf":"%s","basis":{"kind":"REPORTED"}}"""
        .formatted(subject, 32 + number, 32 + number, number, today, today);
  }

  /** The catalogue in process: what a query costs at this size. */
  static Catalog catalog() {
    return Catalog.of(GeneratedCatalog.draw(SEED, ACCELERATORS, CLAIMS_EACH));
  }
}
