package org.suanwang.catalog.provenance;

/** What the date of a source is the date of. */
public enum DateKind {
  /** It was published, or last changed, then. */
  PUBLISHED,
  /** It bears no date; it was read then, and said then what is claimed. */
  ACCESSED
}
