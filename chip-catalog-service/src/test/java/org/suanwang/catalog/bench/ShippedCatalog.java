package org.suanwang.catalog.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.load.DataPackageLoader;
import org.suanwang.catalog.load.PackageFiles;

/** The data packages that the service loads by itself. */
final class ShippedCatalog {
  private ShippedCatalog() {}

  /** The packages in the order in which they are loaded. */
  static List<DataPackage> packages() {
    Properties settings = new Properties();
    try (InputStream in = ShippedCatalog.class.getResourceAsStream("/application.properties")) {
      settings.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var loader = new DataPackageLoader(PackageFiles.onClasspath());
    String names = settings.getProperty("suanwang.catalog.packages");
    return Arrays.stream(names.split(",", -1)).map(String::strip).map(loader::load).toList();
  }

  /** The catalogue that they make. */
  static Catalog load() {
    Catalog catalog = Catalog.of(CatalogContent.empty());
    for (DataPackage data : packages()) {
      catalog = catalog.with(Increment.of(catalog, data.content()));
    }
    return catalog;
  }
}
