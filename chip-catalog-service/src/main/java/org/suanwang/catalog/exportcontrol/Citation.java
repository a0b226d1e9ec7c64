package org.suanwang.catalog.exportcontrol;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands.
 *
 * @param document the publication with its number
 * @param code the place in the Code of Federal Regulations, where there is one
 * @param readThrough who quotes it, when the publication itself was not opened
 */
public record Citation(
    String document, @Nullable String code, Tier tier, @Nullable String readThrough) {

  /** How near to the text of the rule this is. */
  public enum Tier {
    /** The text of the rule, word for word. */
    PRIMARY,
    /** What others report of it. */
    SECONDARY
  }

  /** For people, in one line. */
  public String text() {
    return code == null ? document : document + "; " + code;
  }
}
