package org.suanwang.catalog.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files of data packages, by the name they have below {@code data/}. */
@FunctionalInterface
public interface PackageFiles {
  Optional<String> find(String name);

  /** The packages that are built into the service. */
  static PackageFiles onClasspath() {
    return name -> {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      try (InputStream in = loader.getResourceAsStream("data/" + name)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("data/" + name + " cannot be read", e);
      }
    };
  }
}
