package org.suanwang.catalog.catalog;

import java.io.IOException;
import java.io.OutputStream;

/** Writes catalogues as files from which a {@link PackageReader} reads the same content again. */
public interface CatalogWriter {
  /**
   * Writes a whole catalogue, piece by piece; the same catalogue gives the same bytes.
   *
   * @param out is flushed, and left open
   * @throws IOException when nobody reads any more
   */
  void write(Export export, ExchangeFormat format, OutputStream out) throws IOException;
}
