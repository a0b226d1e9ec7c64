package org.suanwang.catalog.catalog;

/**
 * A named, versioned set of sources, vendors, accelerators and claims.
 *
 * @param contentHash SHA-256 over what it says; the same package is stored once
 * @param filesHash SHA-256 over the files as they stand, which tells without reading them that they
 *     were taken in before
 */
public record DataPackage(
    String id,
    String version,
    String title,
    String licence,
    CatalogContent content,
    String contentHash,
    String filesHash) {}
