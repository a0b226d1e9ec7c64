package org.suanwang.catalog.accelerator;

/** What checking a claim against other sources found. */
public enum CellStatus {
  OK,
  NOT_CHECKED,
  /** The number belongs to another attribute. */
  WRONG_MISLABELLED,
  /** The number is right on another basis than its neighbours' (sparse instead of dense). */
  WRONG_BASIS,
  /** The row or the name belongs to another product. */
  MISLABELLED,
  MISLABELLED_UNIT,
  /** Right by itself, but not comparable with other cells of its column. */
  MIXED_BASIS,
  /** Two readings are possible, and the source does not say which. */
  AMBIGUOUS,
  /** Sources disagree. */
  CONFLICT,
  /** A range, which must stay one. */
  RANGE,
  /** The copy that was read has lost part of the text. */
  LOST_IN_EXTRACTION,
  /** It is another product's number. */
  WRONG,
  /** Two numbers side by side that cannot both be compared: a vector peak and a matrix peak. */
  BASIS_MISMATCH,
  /** It does not follow from what the same source says elsewhere. */
  INCONSISTENT,
  /** It looks wrong, and nobody could say what is right. */
  SUSPECT,
  /** It cannot be so. It stays visible and has no say in any result. */
  IMPLAUSIBLE,
  /** No other source was found. */
  UNVERIFIED,
  /** Blank although the value is known, or printed elsewhere in the same document. */
  MISSING,
  NOT_PRINTED
}
