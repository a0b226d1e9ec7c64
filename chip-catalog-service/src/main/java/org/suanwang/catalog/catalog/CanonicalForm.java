package org.suanwang.catalog.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/**
 * The one way to write a catalogue's content as text, so that equal content has equal hashes. One
 * line a thing; fields in a fixed order, quoted, so that no two different things write alike.
 */
public final class CanonicalForm {
  private CanonicalForm() {}

  /** The SHA-256 of a whole catalogue, 64 hexadecimal digits: of its sources and dossiers. */
  public static String hash(Catalog catalog) {
    StringBuilder text = new StringBuilder();
    catalog.sources().forEach(s -> text.append(line(s)).append('\n'));
    // Each makes its own hash when it is first asked for one.
    catalog.dossiers().parallelStream().forEach(Dossier::hash);
    catalog
        .dossiers()
        .forEach(d -> text.append(d.subject().id()).append(' ').append(d.hash()).append('\n'));
    catalog.orphans().forEach(c -> text.append(line(c)).append('\n'));
    return sha256(text.toString());
  }

  /** The SHA-256 of a package's content. */
  public static String hash(CatalogContent content) {
    StringBuilder text = new StringBuilder();
    content.sources().forEach(s -> text.append(line(s)).append('\n'));
    content.subjects().forEach(s -> text.append(line(s)).append('\n'));
    content.claims().forEach(c -> text.append(line(c)).append('\n'));
    content.verdicts().forEach(v -> text.append(line(v)).append('\n'));
    return sha256(text.toString());
  }

  /** The SHA-256 of all that is claimed about one subject. */
  static String hash(Dossier dossier) {
    StringBuilder text = new StringBuilder(line(dossier.subject())).append('\n');
    dossier.claims().forEach(c -> text.append(line(c)).append('\n'));
    dossier.verdicts().forEach(v -> text.append(line(v)).append('\n'));
    return sha256(text.toString());
  }

  /** What a claim says and where, without its id and who entered it. */
  public static String statementHash(Claim<Fact> claim) {
    return sha256(join("statement", claim.subject(), statement(claim)));
  }

  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String line(Source s) {
    return join(
        "source",
        s.id(),
        s.title(),
        s.publisher(),
        s.tier(),
        s.date(),
        s.dateKind(),
        s.url(),
        s.licence(),
        s.readThrough());
  }

  private static String line(Subject subject) {
    return switch (subject) {
      case Accelerator a ->
          join("accelerator", a.id(), a.name(), list(a.aliases()), a.vendorId(), a.scope());
      case Vendor v -> join("vendor", v.id(), v.name(), list(v.aliases()), v.country());
      case Item i -> join("item", i.id(), i.kind(), i.name(), list(i.aliases()), i.vendorId());
    };
  }

  private static String line(Verdict v) {
    return join("verdict", v.claimId(), v.status(), v.note(), v.recorded().by(), v.recorded().on());
  }

  private static String line(Claim<Fact> c) {
    return join(
        "claim", c.id(), c.subject(), statement(c), c.tier(), c.recorded().by(), c.recorded().on());
  }

  private static String statement(Claim<Fact> c) {
    return join(
        c.content().attribute().key(),
        quantity(c.content().quantity()),
        c.printed(),
        c.qualifier(),
        c.sourceId(),
        join(c.locator().place(), c.locator().row(), c.locator().column()),
        c.asOf(),
        basis(c.basis()));
  }

  private static String quantity(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Value v -> join("value", v.number().toPlainString(), v.in().symbol());
      case Quantity.Bound b ->
          join("bound", b.relation(), b.number().toPlainString(), b.in().symbol());
      case Quantity.Range r ->
          join("range", r.low().toPlainString(), r.high().toPlainString(), r.in().symbol());
      case Quantity.Text t -> join("text", t.text());
      case Quantity.Unknown u -> join("unknown", u.reason());
    };
  }

  private static String basis(Basis basis) {
    return switch (basis) {
      case Basis.Reported r -> join(r.kind());
      case Basis.Corrected c -> join(c.kind(), c.corrects(), c.why());
      case Basis.Measured m -> join(m.kind(), m.method());
      case Basis.Derived d -> join(d.kind(), d.rule(), list(d.inputs()));
      case Basis.Estimated e ->
          join(e.kind(), e.method(), e.low().toPlainString(), e.high().toPlainString());
      case Basis.Unknown u -> join(u.kind(), u.why());
    };
  }

  private static String list(List<String> parts) {
    return join(parts.toArray());
  }

  private static String join(@Nullable Object... fields) {
    var line = new StringBuilder("[");
    for (int i = 0; i < fields.length; i++) {
      quote(line.append(i == 0 ? "" : ","), fields[i]);
    }
    return line.append(']').toString();
  }

  private static void quote(StringBuilder line, @Nullable Object field) {
    if (field == null) {
      line.append("null");
      return;
    }
    String text = field.toString();
    line.append('"');
    // Texts within texts are quoted again and again: runs without marks are copied whole.
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append(text, done, i).append('\\');
        done = i;
      }
    }
    line.append(text, done, text.length()).append('"');
  }
}
