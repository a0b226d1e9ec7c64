package org.suanwang.catalog.query;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Specification;

/** Finds items and vendors, by what they are called and what is claimed of them. */
public final class SubjectSearch {
  private final Catalog catalog;

  public SubjectSearch(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The items of a kind, ordered by id; text is part of an id, a name or an alias. */
  public List<Item> items(Item.Kind kind, Optional<String> vendor, Optional<String> text) {
    return catalog.items(kind).stream()
        .filter(i -> vendor.map(v -> v.equals(i.vendorId())).orElse(true))
        .filter(i -> text.map(t -> isNamed(i, t)).orElse(true))
        .toList();
  }

  /**
   * The vendors, ordered by id.
   *
   * @param role part of a claimed role, such as {@code server OEM}
   * @param segment part of the name or the text of a claimed segment
   */
  public List<Vendor> vendors(
      Optional<String> role,
      Optional<String> segment,
      Optional<String> country,
      Optional<String> text) {
    return catalog.vendors().stream()
        .filter(v -> country.map(v.country()::equalsIgnoreCase).orElse(true))
        .filter(v -> text.map(t -> isNamed(v, t)).orElse(true))
        .filter(v -> role.map(r -> hasRole(v, r)).orElse(true))
        .filter(v -> segment.map(s -> isIn(v, s)).orElse(true))
        .toList();
  }

  private Specification specification(Vendor vendor) {
    return catalog.findDossier(vendor.id()).map(Dossier::specification).orElseThrow();
  }

  private boolean hasRole(Vendor vendor, String role) {
    String claimed = specification(vendor).text(Plain.ROLE);
    return claimed != null && plain(claimed).contains(plain(role));
  }

  private boolean isIn(Vendor vendor, String segment) {
    return specification(vendor).texts().entrySet().stream()
        .filter(e -> e.getKey() instanceof Named n && n.family() == Named.Family.SEGMENT)
        .flatMap(e -> Stream.of(e.getKey().key(), e.getValue()))
        .anyMatch(t -> plain(t).contains(plain(segment)));
  }

  private static boolean isNamed(Subject subject, String text) {
    return Stream.concat(Stream.of(subject.id(), subject.name()), subject.aliases().stream())
        .anyMatch(name -> plain(name).contains(plain(text)));
  }

  /** Spaces, hyphens, case and full-width letters do not matter to people who look for a name. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_-]+", "");
  }
}
