package org.suanwang.catalog.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/** A catalogue's database of its own, beside that of the running service: one schema for a test. */
public final class OwnSchema implements AutoCloseable {
  private static final int CONNECTIONS = 12;

  private final String name;
  private final AgroalDataSource pool;

  private OwnSchema(String name, AgroalDataSource pool) {
    this.name = name;
    this.pool = pool;
  }

  /** An empty schema; what a former run left under its name is dropped. */
  public static OwnSchema empty(String name) throws SQLException {
    return empty(name, setting("jdbc.url"), setting("username"), setting("password"));
  }

  private static OwnSchema empty(String name, String url, String user, String password)
      throws SQLException {
    String own = url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name;
    var configuration =
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(CONNECTIONS)
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(own)
                                    .principal(new NamePrincipal(user))
                                    .credential(new SimplePassword(password))));
    var schema = new OwnSchema(name, AgroalDataSource.from(configuration));
    schema.rows("DROP SCHEMA IF EXISTS " + name + " CASCADE");
    schema.rows("CREATE SCHEMA " + name);
    return schema;
  }

  /** A schema with all tables of today. */
  public static OwnSchema migrated(String name) throws SQLException {
    OwnSchema schema = empty(name);
    schema.migrate("latest");
    return schema;
  }

  /** The same in a database that no running service has. */
  public static OwnSchema migrated(String name, String url, String user, String password)
      throws SQLException {
    OwnSchema schema = empty(name, url, user, password);
    schema.migrate("latest");
    return schema;
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
  }

  public void migrate(String target) {
    Flyway.configure()
        .dataSource(pool)
        .schemas(name)
        .defaultSchema(name)
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  public AgroalDataSource pool() {
    return pool;
  }

  Database database() {
    return new Database(pool);
  }

  public CatalogStore store() {
    return new CatalogStore(database(), Clock.systemUTC());
  }

  /** The first column of what a statement finds. */
  public List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        ResultSet found = statement.getResultSet();
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
    }
    return rows;
  }

  @Override
  public void close() {
    pool.close();
  }
}
