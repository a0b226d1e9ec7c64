package org.suanwang.catalog.exportcontrol;

import java.util.List;
import org.suanwang.catalog.measure.Quantity.Relation;

/** One test that a rule file can express. */
public sealed interface Condition {

  /** The test, for people. */
  default String text() {
    return switch (this) {
      case Limit l ->
          l.parameter().label() + " " + l.symbol() + " " + l.threshold().value().toPlainString();
      case Has h -> (h.value() ? "" : "not ") + h.property().label();
      case ClassifiedAs c -> "classified under " + String.join(" or ", c.paragraphs());
      case Named n -> "named: " + String.join(", ", n.accelerators());
    };
  }

  /** A quantity on one side of a threshold. */
  record Limit(Parameter parameter, Relation relation, Threshold threshold) implements Condition {
    String symbol() {
      return switch (relation) {
        case AT_LEAST -> ">=";
        case MORE_THAN -> ">";
        case AT_MOST -> "<=";
        case LESS_THAN -> "<";
      };
    }

    /** Where the threshold parts the numbers. */
    Cut cut() {
      boolean isAfter = relation == Relation.MORE_THAN || relation == Relation.AT_MOST;
      return new Cut(threshold.value(), isAfter);
    }
  }

  /** A property that is there, or is not. */
  record Has(Property property, boolean value) implements Condition {}

  /**
   * Controlled under one of these paragraphs, or under a part of one, by the rule that this one
   * builds upon.
   */
  record ClassifiedAs(List<String> paragraphs) implements Condition {
    public ClassifiedAs {
      paragraphs = List.copyOf(paragraphs);
    }

    boolean includes(String paragraph) {
      return paragraphs.stream()
          .anyMatch(p -> paragraph.equals(p) || paragraph.startsWith(p + "."));
    }
  }

  /** One of these accelerators, by id. */
  record Named(List<String> accelerators) implements Condition {
    public Named {
      accelerators = List.copyOf(accelerators);
    }
  }
}
