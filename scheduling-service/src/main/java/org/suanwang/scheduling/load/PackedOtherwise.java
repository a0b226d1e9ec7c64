package org.suanwang.scheduling.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.suanwang.scheduling.check.InvalidInputException;

/** Tells files that are packed as nobody here unpacks them, by their first bytes. */
final class PackedOtherwise {
  private static final int MAGIC_BYTES = 10;

  /** What is unpacked as long as it is not packed again. */
  private static final List<Packing> OURS =
      List.of(
          new Packing("1f8b", 0, "a file of gzip", "gzip -d"),
          new Packing("504b0304", 0, "a zip archive", "unzip"));

  private static final List<Packing> OTHERS =
      List.of(
          // "BZh", a digit, and the beginning of a block or of the end
          new Packing("314159265359", 4, "a file of bzip2", "bzip2 -d"),
          new Packing("177245385090", 4, "an empty file of bzip2", "bzip2 -d"),
          new Packing("fd377a585a00", 0, "a file of xz", "xz -d"),
          new Packing("28b52ffd", 0, "a file of Zstandard", "zstd -d"),
          new Packing("04224d18", 0, "a file of LZ4", "lz4 -d"),
          new Packing("377abcaf271c", 0, "an archive of 7-Zip", "7z x"));

  private static final Packing EMPTY = new Packing("504b0506", 0, "an empty zip archive", "unzip");

  /** First bytes, written as in {@link HexFormat}, and where they stand. */
  private record Packing(String magic, int at, String name, String unpacksWith) {
    boolean begins(byte[] head) {
      int end = at + magic.length() / 2;
      return head.length >= end && HexFormat.of().formatHex(head, at, end).equals(magic);
    }
  }

  private PackedOtherwise() {}

  /**
   * Looks at the beginning of a stream without taking it.
   *
   * @param wasUnpacked whether it came out of gzip or zip
   * @throws InvalidInputException when it is packed otherwise, or once more
   */
  static void refuse(BufferedInputStream in, boolean wasUnpacked) throws IOException {
    byte[] head = head(in);
    if (EMPTY.begins(head)) {
      throw new InvalidInputException(
          "(body)", EMPTY.name(), "must hold a trace", "pack the file that is wanted");
    }
    OTHERS.forEach(packing -> refuse(packing, head, ""));
    if (wasUnpacked) {
      OURS.forEach(packing -> refuse(packing, head, ", packed once more"));
    }
  }

  private static byte[] head(BufferedInputStream in) throws IOException {
    byte[] head = new byte[0];
    in.mark(MAGIC_BYTES);
    try {
      head = in.readNBytes(MAGIC_BYTES);
    } catch (IOException e) {
      // whoever reads it comes to the same place, and tells it with the line
    }
    in.reset();
    return head;
  }

  private static void refuse(Packing packing, byte[] head, String how) {
    if (packing.begins(head)) {
      throw new InvalidInputException(
          "(body)",
          packing.name() + how,
          "must be one file, plain or packed once with gzip or zip",
          "unpack it first (%s), and send what comes out".formatted(packing.unpacksWith()));
    }
  }
}
