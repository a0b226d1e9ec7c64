package org.suanwang.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.load.DataPackageLoader;
import org.suanwang.catalog.load.PackageFiles;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.local.testing.PostgresTestResource;

/** A database that version 1 of the package was loaded into takes version 2. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class MigrationTest {
  private static final String SCHEMA = "of_version_1";

  private static final String SOURCE =
      "concat_ws('|', id, title, publisher, tier, dated, date_kind, url, licence, read_through)";

  @Inject DataSource database;

  private Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(database)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .locations("classpath:db/migration")
        .target(target)
        .load();
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + SCHEMA);
      List<String> rows = new ArrayList<>();
      if (statement.execute(sql)) {
        ResultSet found = statement.getResultSet();
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
      statement.execute("RESET search_path");
      return rows;
    }
  }

  private static String row(Source s) {
    return Stream.of(
            s.id(),
            s.title(),
            s.publisher(),
            s.tier(),
            s.date(),
            s.dateKind(),
            s.url(),
            s.licence(),
            s.readThrough())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining("|"));
  }

  @Test
  void databaseOfVersion1_isLeftWithTheSourcesAndDatesOfVersion2() throws Exception {
    flyway("1").migrate();
    rows(Files.readString(Path.of("src/test/resources/version-1.sql")));
    flyway("2").migrate();
    CatalogContent now =
        new DataPackageLoader(PackageFiles.onClasspath()).load("report-figure-5").content();
    assertThat(rows("SELECT " + SOURCE + " FROM source"))
        .containsExactlyInAnyOrderElementsOf(
            now.sources().stream().map(MigrationTest::row).toList());
    assertThat(
            rows(
                "SELECT concat_ws('|', id, as_of, place) FROM claim WHERE recorded_by <> 'li.wei'"))
        .isNotEmpty()
        .isSubsetOf(
            now.claims().stream()
                .map(c -> c.id() + "|" + c.asOf() + "|" + c.locator().place())
                .toList());
    assertThat(rows("SELECT as_of FROM claim WHERE id = 'mine'")).containsExactly("2021-12-01");
    assertThat(rows("SELECT quantity FROM claim WHERE id = 'jingjia-jm9.press.power'"))
        .containsExactly("VALUE");
  }
}
