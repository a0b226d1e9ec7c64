package org.suanwang.catalog.store;

import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;

/** Data packages that were never files. */
final class Packages {
  private Packages() {}

  static DataPackage of(String id, CatalogContent content) {
    String hash = CanonicalForm.hash(content);
    return new DataPackage(
        id, "1", "title", "licence", content, hash, CanonicalForm.sha256(id + hash));
  }
}
