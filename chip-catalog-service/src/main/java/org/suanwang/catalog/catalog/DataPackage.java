package org.suanwang.catalog.catalog;

/**
 * A named, versioned set of sources, vendors, accelerators and claims.
 *
 * @param contentHash SHA-256 over what it says; the same package is stored once
 */
public record DataPackage(
    String id,
    String version,
    String title,
    String licence,
    CatalogContent content,
    String contentHash) {}
