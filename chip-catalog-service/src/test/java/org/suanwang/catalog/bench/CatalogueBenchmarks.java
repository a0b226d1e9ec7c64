package org.suanwang.catalog.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.query.GeneratedCatalog;
import org.suanwang.local.bench.BuiltService;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.postgres.LocalPostgres;
import org.suanwang.local.service.Service;

/** All measurements of the catalogue, and one table of what came of them. */
public final class CatalogueBenchmarks {
  private static final List<String> ALL = List.of("query", "integrity", "epoch", "http", "scale");
  private static final long SEED = 7;
  private static final String ANY_SCHEMA = "public";
  private static final PrintStream OUT = System.out;

  private final Figures figures = new Figures();

  private CatalogueBenchmarks() {}

  /**
   * Measures. The working folder is the checkout.
   *
   * @param parts some of query, integrity, epoch, http and scale; none for all
   */
  public static void main(String[] parts) throws IOException, InterruptedException, SQLException {
    var benchmarks = new CatalogueBenchmarks();
    try {
      benchmarks.run(parts.length == 0 ? Set.copyOf(ALL) : Set.of(parts));
    } finally {
      // What was measured before something failed is still worth knowing.
      OUT.println();
      benchmarks.figures.print(OUT);
    }
  }

  private void run(Set<String> parts) throws IOException, InterruptedException, SQLException {
    Catalog shipped = ShippedCatalog.load();
    if (parts.contains("query")) {
      query(shipped);
    }
    if (parts.contains("integrity")) {
      IntegrityBenchmark.run(shipped, figures);
      NewAcceleratorBenchmark.run(shipped, figures);
    }
    if (parts.contains("epoch")) {
      EpochBenchmark.run(figures);
    }
    if (parts.contains("http") || parts.contains("scale")) {
      served(parts);
    }
  }

  private void query(Catalog shipped) {
    QueryBenchmark.run(shipped, "", figures);
    QueryBenchmark.run(Catalog.of(GeneratedCatalog.draw(SEED, 1_000, 50)), "<= 20 us", figures);
    QueryBenchmark.run(ScaleBenchmark.catalog(), "<= 20 us", figures);
  }

  private void served(Set<String> parts) throws IOException, InterruptedException, SQLException {
    Path folder = Path.of("chip-catalog-service", "target", "bench").toAbsolutePath();
    LocalHome home = LocalHome.open(folder);
    LocalPostgres postgres = LocalPostgres.startOrAdopt(home, 0);
    try {
      if (parts.contains("http")) {
        try (var service =
            BuiltService.start(Service.CATALOG, home, postgres, ANY_SCHEMA, List.of())) {
          HttpBenchmark.run(service, folder.resolve("nginx"), figures);
          figures.add(
              "memory of the process, shipped catalogue", "", service.residentMegabytes() + " MB");
        }
      }
      if (parts.contains("scale")) {
        ScaleBenchmark.run(home, postgres, figures);
      }
    } finally {
      postgres.stop();
    }
  }
}
