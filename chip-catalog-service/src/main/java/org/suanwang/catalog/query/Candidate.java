package org.suanwang.catalog.query;

import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Specification;

/** An accelerator with everything about it that can be searched. */
record Candidate(Accelerator accelerator, Vendor vendor, Dossier dossier) {
  static List<Candidate> all(Catalog catalog) {
    return catalog.accelerators().stream()
        .map(
            a ->
                new Candidate(
                    a,
                    catalog.findVendor(a.vendorId()).orElseThrow(),
                    catalog.findDossier(a.id()).orElseThrow()))
        .toList();
  }

  Specification specification() {
    return dossier.specification();
  }

  /** Whose names in other subjects' claims speak of it. */
  Stream<String> about(CategoryField field) {
    return field == CategoryField.RUNS
        ? Stream.of(accelerator.id(), vendor.id())
        : Stream.of(accelerator.id());
  }

  /** What a relation leads to, in the order of ids. */
  static Stream<String> targets(Specification specification, Link.Relation relation) {
    return Stream.concat(
            specification.numbers().keySet().stream(), specification.texts().keySet().stream())
        .filter(a -> a instanceof Link link && link.relation() == relation)
        .map(a -> ((Link) a).target())
        .distinct()
        .sorted();
  }

  /** Every name of a thing: its id, name and aliases. */
  static Stream<String> names(Subject subject) {
    return Stream.concat(Stream.of(subject.id(), subject.name()), subject.aliases().stream());
  }
}
