package org.suanwang.market.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;

/**
 * The files of a data package on the class path. The manifest lists them, because a native
 * executable cannot list a folder of resources.
 */
public final class PackageFiles {
  private PackageFiles() {}

  /**
   * The manifest and every file it lists.
   *
   * @param name the folder under {@code data/}
   * @throws InvalidInputException when the manifest or a file that it lists is missing
   */
  public static List<SourceFile> load(String name) {
    SourceFile manifest = file(name, ModelReader.MANIFEST);
    var violations = new ArrayList<Violation>();
    List<String> paths =
        YamlDocument.read(manifest, violations).map(m -> m.texts("files")).orElse(List.of());
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    var files = new ArrayList<SourceFile>(List.of(manifest));
    paths.forEach(path -> files.add(file(name, path)));
    return files;
  }

  private static SourceFile file(String name, String path) {
    String resource = "data/" + name + "/" + path;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream stream = loader.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new InvalidInputException(
            resource, path, "the file is not there", "mend \"files\" in the package.yaml");
      }
      return new SourceFile(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
