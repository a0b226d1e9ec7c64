package org.suanwang.catalog.provenance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** On what ground a claim says what it says. */
public sealed interface Basis {

  /** The claim that this one corrects, where it corrects one. */
  default Optional<String> correctedClaim() {
    return this instanceof Corrected c ? Optional.of(c.corrects()) : Optional.empty();
  }

  /** The name that the API and the metrics use. */
  default String kind() {
    return switch (this) {
      case Reported _ -> "REPORTED";
      case Corrected _ -> "CORRECTED";
      case Measured _ -> "MEASURED";
      case Derived _ -> "DERIVED";
      case Estimated _ -> "ESTIMATED";
      case Unknown _ -> "UNKNOWN";
    };
  }

  /** The source prints it. */
  record Reported() implements Basis {}

  /** The source shows that another claim is wrong, or leaves out what matters. */
  record Corrected(String corrects, String why) implements Basis {}

  /** Somebody measured it, in this way. */
  record Measured(String method) implements Basis {}

  /** It follows from other claims, or from stated inputs, by this rule. */
  record Derived(String rule, List<String> inputs) implements Basis {
    public Derived {
      inputs = List.copyOf(inputs);
    }
  }

  /** It is estimated by this method; the truth is believed between low and high. */
  record Estimated(String method, BigDecimal low, BigDecimal high) implements Basis {}

  /** The source does not say how it knows. */
  record Unknown(String why) implements Basis {}
}
