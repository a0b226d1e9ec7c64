package org.suanwang.scheduling.throughput;

/**
 * How fast a gang is, and how that is known.
 *
 * @param perSecond work done in a second, in the unit of the work
 * @param basis whether somebody measured it
 * @param formula how it comes about
 * @param source who says what it is made of
 */
public record Rate(double perSecond, Basis basis, String formula, String source) {
  /** Of a job that needs no device: it lasts as long as was told. */
  static final Rate OF_HOST = new Rate(1, Basis.MEASURED, "1: it needs no device", "workload");

  /** How a rate is known. */
  public enum Basis {
    MEASURED,
    ASSUMED
  }

  /** The one divided by the other: measured if both are. */
  Rate over(Rate other) {
    boolean isMeasured = basis == Basis.MEASURED && other.basis == Basis.MEASURED;
    return new Rate(
        perSecond / other.perSecond,
        isMeasured ? Basis.MEASURED : Basis.ASSUMED,
        "(" + formula + ") ÷ (" + other.formula + ")",
        together(source, other.source));
  }

  /** Multiplied by what somebody says. */
  Rate times(double factor, String text, String said) {
    return new Rate(perSecond * factor, basis, formula + text, together(source, said));
  }

  Rate assumed() {
    return new Rate(perSecond, Basis.ASSUMED, formula, source);
  }

  private static String together(String one, String other) {
    return one.equals(other) || other.isEmpty() ? one : one.isEmpty() ? other : one + "; " + other;
  }
}
