package org.suanwang.catalog.load;

import java.util.List;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.Increment;

/** The data packages that the service is shipped with, as one catalogue. */
public final class ShippedData {
  /** In the order of {@code suanwang.catalog.packages}. */
  public static final List<String> PACKAGES =
      List.of("report-figure-5", "report-2024", "accelerators-international", "accelerators-china");

  private static final Catalog CATALOG = load();

  private ShippedData() {}

  public static Catalog catalog() {
    return CATALOG;
  }

  private static Catalog load() {
    var loader = new DataPackageLoader(PackageFiles.onClasspath());
    Catalog catalog = Catalog.of(CatalogContent.empty());
    for (String name : PACKAGES) {
      catalog = catalog.with(Increment.of(catalog, loader.load(name).content()));
    }
    return catalog;
  }
}
