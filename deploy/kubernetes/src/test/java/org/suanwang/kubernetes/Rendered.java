package org.suanwang.kubernetes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.suanwang.kubernetes.manifest.Kustomization;
import org.suanwang.kubernetes.manifest.Manifests;

/** The folders that are rendered, each run through kubectl once a test run. */
final class Rendered {

  static final List<String> SERVICES =
      List.of("chip-catalog-service", "market-model-service", "scheduling-service");
  static final String OVERLAY = "overlays/local";
  static final List<String> FOLDERS =
      List.of(
          "base/chip-catalog-service",
          "base/market-model-service",
          "base/scheduling-service",
          OVERLAY);

  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  private Rendered() {}

  static String text(String folder) {
    return TEXTS.computeIfAbsent(folder, f -> new Kustomization(Path.of(f)).render());
  }

  /** Parsed anew each time, so that a test may change it. */
  static Manifests of(String folder) {
    return Manifests.parse(text(folder));
  }

  static Manifests overlay() {
    return of(OVERLAY);
  }
}
