package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.Claims;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.QuantityReader;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/**
 * A small catalogue for questions: the boards "chip" and "other" of a Chinese maker, "foreign" of
 * an American one, the package "core", the systems "server" and "rack", two AI models, a stack.
 */
public final class SmallCatalog {
  private static final List<Subject> SUBJECTS =
      List.of(
          new Vendor("abroad", "Abroad", List.of(), "US"),
          new Accelerator("foreign", "Foreign", List.of(), "abroad", Scope.BOARD),
          new Accelerator("core", "Core", List.of(), "maker", Scope.PACKAGE),
          new Item("server", Item.Kind.SYSTEM, "Server", List.of("服务器"), "maker"),
          new Item("rack", Item.Kind.SYSTEM, "Rack", List.of(), "abroad"),
          new Item("model", Item.Kind.AI_MODEL, "Model", List.of(), null),
          new Item("mixture", Item.Kind.AI_MODEL, "Mixture", List.of(), "maker"),
          new Item("stack", Item.Kind.SOFTWARE_STACK, "Stack", List.of(), "maker"));

  private SmallCatalog() {}

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  public static Catalog catalog(Claim<Fact>... claims) {
    CatalogContent usual = Claims.content();
    List<Subject> subjects = new ArrayList<>(usual.subjects());
    subjects.addAll(SUBJECTS);
    return Catalog.of(new CatalogContent(usual.sources(), subjects, List.of(claims), List.of()));
  }

  /** A claim whose id is the subject's and the attribute's; printed as documents print. */
  public static Claim<Fact> says(String subject, Attribute attribute, String printed) {
    return says(subject, attribute, printed, Tier.VENDOR_DATASHEET);
  }

  public static Claim<Fact> says(String subject, Attribute attribute, String printed, Tier tier) {
    Quantity quantity =
        attribute.form().words() && attribute.form().units().isEmpty()
            ? new Quantity.Text(printed)
            : QuantityReader.find(printed).orElse(new Quantity.Text(printed));
    String id = subject + "." + attribute.key() + "." + tier;
    return Claims.claim(id, attribute, quantity, tier);
  }

  public static Throughput dense(Precision precision, Circuit circuit) {
    return new Throughput(precision, Sparsity.DENSE, circuit, Scope.BOARD);
  }

  /** A dense FP16 peak of matrix circuits of a board. */
  public static Claim<Fact> fp16(String subject, String printed) {
    return says(subject, dense(Precision.FP16, Circuit.MATRIX), printed);
  }

  public static Link contains(String target) {
    return new Link(Link.Relation.CONTAINS, target);
  }

  public static Link link(Link.Relation relation, String target) {
    return new Link(relation, target);
  }

  public static Named efficiency(String workload) {
    return new Named(Named.Family.EFFICIENCY, workload);
  }
}
