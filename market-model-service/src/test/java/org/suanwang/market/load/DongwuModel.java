package org.suanwang.market.load;

import java.time.Instant;
import java.util.List;
import org.suanwang.market.scenario.PublishedModel;

/** The report's model as the tests use it. */
public final class DongwuModel {
  public static final String ID = "dongwu-2024";
  public static final List<SourceFile> FILES = PackageFiles.load(ID);
  public static final PublishedModel MODEL =
      ModelReader.read(FILES, Instant.parse("2026-01-01T00:00:00Z"));

  private DongwuModel() {}
}
