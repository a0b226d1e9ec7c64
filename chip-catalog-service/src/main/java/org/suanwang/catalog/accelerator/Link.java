package org.suanwang.catalog.accelerator;

import static org.suanwang.catalog.accelerator.Form.TEXT;
import static org.suanwang.catalog.accelerator.Form.numberOrText;

import java.util.Arrays;
import java.util.Optional;
import org.suanwang.catalog.measure.Unit;

/** How a subject stands to another one; its quantity says how many, how much, or in which words. */
public record Link(Relation relation, String target) implements Attribute {
  /** The ways of standing to each other; a sentence reads subject, relation, target. */
  public enum Relation {
    CONTAINS("contains", numberOrText(Unit.DEVICE)),
    OWNS("owns", numberOrText(Unit.PERCENT)),
    /** Is the next generation after. */
    SUCCEEDS("succeeds", TEXT),
    VARIANT_OF("variantOf", TEXT),
    PARTNER_OF("partnerOf", TEXT),
    COMPATIBLE_WITH("compatibleWith", TEXT),
    PART_OF("partOf", TEXT),
    /** An accelerator or a system runs a software stack. */
    RUNS("runs", TEXT),
    USES_INTERCONNECT("usesInterconnect", TEXT),
    ADAPTED_TO("adaptedTo", TEXT),
    TRAINED_ON("trainedOn", numberOrText(Unit.DEVICE)),
    TARGETS("targets", TEXT);

    private final String kind;

    @SuppressWarnings("ImmutableEnumChecker") // A record of immutable parts.
    private final Form form;

    Relation(String kind, Form form) {
      this.kind = kind;
      this.form = form;
    }

    public String kind() {
      return kind;
    }

    public static Optional<Relation> find(String kind) {
      return Arrays.stream(values()).filter(r -> r.kind.equals(kind)).findFirst();
    }
  }

  @Override
  public String kind() {
    return relation.kind;
  }

  @Override
  public Form form() {
    return relation.form;
  }

  @Override
  public String key() {
    return relation.kind + " " + target;
  }
}
