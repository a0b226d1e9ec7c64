package org.suanwang.scheduling.load;

import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.suanwang.scheduling.check.Findings;

/**
 * Names that a list of Kubernetes gives, as a sentence repeats them: some, and proper ones only.
 */
final class FewNames {
  private static final int LABEL_LENGTH_MAX = 100;

  private FewNames() {}

  /** In their order, each once. */
  static String told(
      Collection<String> names, int most, Predicate<String> isProper, String otherwise) {
    TreeSet<String> told =
        names.stream()
            .map(name -> isProper.test(name) ? name : otherwise)
            .collect(Collectors.toCollection(TreeSet::new));
    String few = told.stream().limit(most).collect(Collectors.joining(", "));
    return told.size() > most ? few + " and others" : few;
  }

  /** Keys of labels and taints. */
  static String ofLabels(Collection<String> names, int most) {
    return told(names, most, FewNames::isProperLabel, "without a proper name");
  }

  private static boolean isProperLabel(String label) {
    return !label.isBlank() && label.length() <= LABEL_LENGTH_MAX && Findings.isPrintable(label);
  }
}
