package org.suanwang.catalog.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Resolved;

/** Whether two numbers side by side are like for like, and if not, why; mildest first. */
public enum Likeness {
  COMPARABLE,
  /** Like for like, but the sources disagree so much that nobody can say which is greater. */
  CONFLICTING,
  /** Words, which are read and not compared. */
  TEXT,
  /** One of the two is a mere bound, or may be zero. */
  BOUND_ONLY,
  /** One source does not say of which circuits, or at which precision. */
  UNSTATED,
  DIFFERENT_UNIT,
  /** Of a die or a package against a whole device, or of a device against a system. */
  DIFFERENT_SCOPE,
  VECTOR_AGAINST_MATRIX,
  SPARSE_AGAINST_DENSE,
  /** One of the two is not claimed. */
  UNKNOWN;

  /** Whether a ratio of the two means something. */
  public boolean hasRatio() {
    return this == COMPARABLE || this == CONFLICTING;
  }

  /**
   * A number with what it is a number of.
   *
   * @param of the peak, where it is one
   * @param isWhole whether it is of the whole device or system, not of a part
   * @param isSystem whether that is a system
   */
  record Sample(
      @Nullable Throughput of,
      boolean isWhole,
      boolean isSystem,
      @Nullable Resolved resolved,
      @Nullable String text) {
    boolean isKnown() {
      return resolved != null || text != null;
    }
  }

  static Likeness of(Sample one, Sample other) {
    if (!one.isKnown() || !other.isKnown()) {
      return UNKNOWN;
    }
    Resolved a = one.resolved();
    Resolved b = other.resolved();
    if (a == null || b == null) {
      return TEXT;
    }
    Likeness basis = basis(one, other);
    if (basis != COMPARABLE) {
      return basis;
    }
    if (a.unit() != b.unit()) {
      return DIFFERENT_UNIT;
    }
    if (!a.isComparable() || !b.isComparable()) {
      return BOUND_ONLY;
    }
    return isUndecided(a, b) ? CONFLICTING : COMPARABLE;
  }

  private static Likeness basis(Sample one, Sample other) {
    Throughput p = one.of();
    Throughput q = other.of();
    if (p != null && q != null) {
      if (p.sparsity() != q.sparsity()) {
        return p.sparsity() == Sparsity.UNSTATED || q.sparsity() == Sparsity.UNSTATED
            ? UNSTATED
            : SPARSE_AGAINST_DENSE;
      }
      if (p.circuit() != q.circuit()
          && p.circuit() != Circuit.UNSTATED
          && q.circuit() != Circuit.UNSTATED) {
        return VECTOR_AGAINST_MATRIX;
      }
    }
    if (one.isSystem() != other.isSystem() || differsInWhole(one, other)) {
      return DIFFERENT_SCOPE;
    }
    return leavesOut(p) || leavesOut(q) ? UNSTATED : COMPARABLE;
  }

  /** Parts are alike only when both are dies, or both packages; whole devices always. */
  private static boolean differsInWhole(Sample one, Sample other) {
    if (one.isWhole() && other.isWhole()) {
      return false;
    }
    Throughput p = one.of();
    Throughput q = other.of();
    return one.isWhole() != other.isWhole() || (p != null && q != null && p.scope() != q.scope());
  }

  private static boolean leavesOut(@Nullable Throughput peak) {
    return peak != null
        && (peak.circuit() == Circuit.UNSTATED || peak.precision() == Precision.UNSTATED);
  }

  /** Equal numbers on which all sources agree are no conflict. */
  private static boolean isUndecided(Resolved a, Resolved b) {
    BigDecimal low = a.low().max(b.low());
    BigDecimal high = a.high().min(b.high());
    boolean spread = a.low().compareTo(a.high()) != 0 || b.low().compareTo(b.high()) != 0;
    return spread && low.compareTo(high) <= 0;
  }

  /** The worse of two. */
  Likeness and(Likeness other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
