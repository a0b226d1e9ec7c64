package org.suanwang.market.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.scenario.ModelLibrary.ScenarioFork;

/** The files of a model with one scenario more. */
public final class ForkedFiles {
  private ForkedFiles() {}

  /**
   * The files of the new version; those there were stay as they are.
   *
   * @param reference the version that the files are of, {@code id@version}
   */
  public static List<SourceFile> of(List<SourceFile> files, String reference, ScenarioFork fork) {
    var all = new ArrayList<>(files);
    all.add(scenario(fork));
    if (fork.id() != null) {
      all.removeIf(file -> file.path().equals(ModelReader.FORK));
      all.add(new SourceFile(ModelReader.FORK, head(reference, fork.id(), fork.title())));
    }
    return all;
  }

  /** The file that is added. */
  public static SourceFile scenario(ScenarioFork fork) {
    return new SourceFile("scenarios/" + fork.name() + ".yaml", fork.document());
  }

  private static String head(String reference, String id, @Nullable String title) {
    String head = "id: " + quoted(id) + "\nof: " + quoted(reference) + "\n";
    return title == null ? head : head + "title: " + quoted(title) + "\n";
  }

  /** In single quotes nothing but they themselves means anything. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''").replaceAll("\\s+", " ") + "'";
  }
}
