package org.suanwang.market.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 of a model's files in the order of their paths; the same files, the same hash. */
public final class ContentHash {
  private static final int DIGITS = 12;

  private ContentHash() {}

  /** The first 12 hex digits. */
  public static String of(List<SourceFile> files) {
    MessageDigest digest = sha256();
    files.stream()
        .sorted(Comparator.comparing(SourceFile::path))
        .forEach(
            file -> {
              update(digest, file.path());
              update(digest, file.text());
            });
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
