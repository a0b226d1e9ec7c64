package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.Export;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.catalog.PackageReader.Reading;
import org.suanwang.catalog.catalog.PackageReader.Upload;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;

/** What is exported and taken in again is what it was: the same content hash, in every format. */
class RoundTripTest {
  private static final int CATALOGUES = 60;

  private static final Catalog EMPTY = Catalog.of(CatalogContent.empty());

  static byte[] export(Catalog catalog, ExchangeFormat format) {
    var out = new ByteArrayOutputStream();
    try {
      new CatalogFile().write(new Export("2026-11-25-0123456789ab", "t", catalog), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Reading read(byte[] body, ExchangeFormat format, Catalog known) {
    var upload = new Upload(format, "example-analyst", RandomCatalogs.TODAY, Optional.empty());
    return new UploadFile(PackageFiles.onClasspath()).read(upload, body, known);
  }

  private static Catalog reread(Catalog catalog, ExchangeFormat format) {
    Reading reading = read(export(catalog, format), format, EMPTY);
    return EMPTY.with(Increment.of(EMPTY, reading.data().content()));
  }

  /** All packages that the service loads. */
  static Catalog packages() {
    Properties settings = new Properties();
    try (InputStream in = RoundTripTest.class.getResourceAsStream("/application.properties")) {
      settings.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var loader = new DataPackageLoader(PackageFiles.onClasspath());
    Catalog catalog = EMPTY;
    for (String id : settings.getProperty("suanwang.catalog.packages").split(",", -1)) {
      catalog = catalog.with(Increment.of(catalog, loader.load(id.strip()).content()));
    }
    return catalog;
  }

  /** A round trip of what is never there would prove nothing. */
  @Test
  void randomCatalogues_holdEveryKindOfThing() {
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = 0; seed < CATALOGUES; seed++) {
      CatalogContent content = RandomCatalogs.of(seed).content();
      content.subjects().forEach(s -> kinds.add(s.getClass()));
      for (Claim<Fact> claim : content.claims()) {
        kinds.add(claim.content().attribute().getClass());
        kinds.add(claim.content().quantity().getClass());
        kinds.add(claim.basis().getClass());
      }
    }
    for (Class<?> type : List.of(Subject.class, Attribute.class, Quantity.class, Basis.class)) {
      assertThat(kinds).contains(type.getPermittedSubclasses());
    }
  }

  @ParameterizedTest
  @EnumSource(names = "EPOCH", mode = EnumSource.Mode.EXCLUDE)
  void randomCatalogues_comeBackAsTheyWere(ExchangeFormat format) {
    for (long seed = 0; seed < CATALOGUES; seed++) {
      Catalog catalog = RandomCatalogs.of(seed);
      Catalog again = reread(catalog, format);
      assertThat(again.content()).as("seed %d", seed).isEqualTo(catalog.content());
      assertThat(CanonicalForm.hash(again))
          .as("seed %d", seed)
          .isEqualTo(CanonicalForm.hash(catalog));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "EPOCH", mode = EnumSource.Mode.EXCLUDE)
  void loadedPackages_comeBackAsTheyWere(ExchangeFormat format) {
    Catalog catalog = packages();
    assertThat(catalog.claimCount()).isPositive();
    assertThat(CanonicalForm.hash(reread(catalog, format))).isEqualTo(CanonicalForm.hash(catalog));
  }

  @ParameterizedTest
  @EnumSource(names = "EPOCH", mode = EnumSource.Mode.EXCLUDE)
  void exportTakenInAgain_holdsNothingNew(ExchangeFormat format) {
    for (long seed = 0; seed < CATALOGUES; seed++) {
      Catalog catalog = RandomCatalogs.of(seed);
      Reading reading = read(export(catalog, format), format, catalog);
      assertThat(Increment.of(catalog, reading.data().content()))
          .as("seed %d", seed)
          .isEqualTo(CatalogContent.empty());
    }
  }

  @ParameterizedTest
  @EnumSource(names = "EPOCH", mode = EnumSource.Mode.EXCLUDE)
  void sameCatalogue_isWrittenInTheSameBytes(ExchangeFormat format) {
    assertThat(export(RandomCatalogs.of(7), format))
        .isEqualTo(export(RandomCatalogs.of(7), format));
  }

  @Test
  void table_holdsNothingThatSpreadsheetsTakeForAFormula() {
    for (long seed = 0; seed < CATALOGUES; seed++) {
      String text =
          new String(export(RandomCatalogs.of(seed), ExchangeFormat.CSV), StandardCharsets.UTF_8);
      CsvTable table = CsvTable.read("f", text, new ArrayList<>()).orElseThrow();
      List<String> texts =
          table.rows().stream()
              .flatMap(
                  row ->
                      IntStream.range(0, row.cells().size())
                          .filter(i -> !CsvColumns.NUMBERS.contains(table.columns().get(i)))
                          .mapToObj(row.cells()::get))
              .toList();
      assertThat(texts).as("seed %d", seed).noneMatch(t -> t.matches("(?s)[=+@-].*"));
    }
  }
}
