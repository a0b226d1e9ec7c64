package org.suanwang.market.load;

/** A file of a model: its path inside the package, with slashes, and its text. */
public record SourceFile(String path, String text) {}
