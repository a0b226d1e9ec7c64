package org.suanwang.catalog.query;

/**
 * Which number counts where sources disagree, or a source claims a range or a bound. Who has no
 * number at all never lies in a range.
 */
public enum Match {
  /** The one that the catalogue chooses; of a range its upper end, of a bound its limit. */
  RESOLVED,
  /** Any that a credible claim says: it may lie in the range. */
  POSSIBLE,
  /** All that credible claims say: it lies in the range whoever is right. */
  CERTAIN
}
