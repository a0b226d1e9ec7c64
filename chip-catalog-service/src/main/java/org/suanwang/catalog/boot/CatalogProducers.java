package org.suanwang.catalog.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.suanwang.catalog.catalog.CatalogWriter;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PackageReader;
import org.suanwang.catalog.exportcontrol.ExportControl;
import org.suanwang.catalog.load.CatalogFile;
import org.suanwang.catalog.load.ExportRuleFiles;
import org.suanwang.catalog.load.PackageFiles;
import org.suanwang.catalog.load.UploadFile;

/** Makes the beans that core classes cannot make of themselves. */
@Singleton
class CatalogProducers {
  @Produces
  @Singleton
  CurrentCatalog currentCatalog(CatalogMeters meters) {
    return new CurrentCatalog(meters::show);
  }

  @Produces
  @Singleton
  ExportControl exportControl() {
    return new ExportControl(ExportRuleFiles.onClasspath().load());
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  PackageReader packageReader() {
    return new UploadFile(PackageFiles.onClasspath());
  }

  @Produces
  @Singleton
  CatalogWriter catalogWriter() {
    return new CatalogFile();
  }
}
