package org.suanwang.scheduling.load;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.Violation;

/**
 * Files as publishers send them: plain, with gzip, or in a zip archive. Told by their first bytes.
 * Of an archive the one file is taken that is no description, program or picture.
 */
public final class Unpacked {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAGIC_BYTES = 4;
  private static final int NAME_LENGTH_MAX = 100;
  private static final Pattern NO_TRACE =
      Pattern.compile(
          "(?i)\\..*|(readme|licen[cs]e|notice|copying|changelog|citation)(\\.\\w+)?"
              + "|.*\\.(md|rst|pdf|html?|py|sh|ipynb|png|jpe?g|svg)");

  private final InputStream content;
  private final @Nullable String name;

  private Unpacked(InputStream content, @Nullable String name) {
    this.content = content;
    this.name = name;
  }

  /**
   * The bytes of a file, unpacked while they are read.
   *
   * @throws IOException when it is packed and cannot be unpacked
   * @throws InvalidInputException when it is an archive of tar, or packed otherwise or twice
   */
  public static InputStream of(InputStream file) throws IOException {
    return open(file).content;
  }

  private static Unpacked open(InputStream file) throws IOException {
    CountedBytes packed = new CountedBytes(file);
    BufferedInputStream in = new BufferedBytes(packed, BUFFER_BYTES);
    if (startsWith(magic(in), 0x1f, 0x8b)) {
      return checked(new UnpackedBytes(new GzipMembers(in, BUFFER_BYTES), packed), null);
    }
    if (isZip(in)) {
      ZipInputStream archive = new ZipInputStream(in);
      UnpackedBytes files = new UnpackedBytes(archive, packed);
      String name = firstTrace(archive, files);
      return checked(new OnlyTrace(archive, files, name), name);
    }
    TarArchive.refuse(in);
    PackedOtherwise.refuse(in, false);
    return new Unpacked(in, null);
  }

  private static Unpacked checked(InputStream unpacked, @Nullable String name) throws IOException {
    BufferedInputStream in = new BufferedBytes(unpacked, BUFFER_BYTES);
    TarArchive.refuse(in);
    PackedOtherwise.refuse(in, true);
    return new Unpacked(in, name);
  }

  /**
   * Reads a file as text. Bytes that are no UTF-8 are an error, not question marks. Of an archive
   * findings name the file in it.
   *
   * @throws InvalidInputException when it is packed and cannot be unpacked, or as the reader says
   */
  static <T> T read(InputStream file, Function<Reader, T> reader) {
    Unpacked opened = opened(file);
    try {
      return reader.apply(new Utf8Text(opened.content));
    } catch (InvalidInputException e) {
      throw opened.withPlace(e);
    }
  }

  private static Unpacked opened(InputStream file) {
    try {
      return open(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          "(body)",
          String.valueOf(e.getMessage()),
          "must be text, or text packed with gzip or zip",
          "send it again");
    }
  }

  private InvalidInputException withPlace(InvalidInputException e) {
    if (name == null) {
      return e;
    }
    List<Violation> placed = new ArrayList<>();
    for (Violation each : e.violations()) {
      String field = name + " in the archive, " + each.field();
      placed.add(new Violation(field, each.value(), each.rule(), each.remedy()));
    }
    return new InvalidInputException(placed);
  }

  /** Whether a zip archive comes next; nothing is taken of the stream. */
  static boolean isZip(BufferedInputStream in) throws IOException {
    return startsWith(magic(in), 'P', 'K', 3, 4);
  }

  private static byte[] magic(BufferedInputStream in) throws IOException {
    in.mark(MAGIC_BYTES);
    byte[] magic = in.readNBytes(MAGIC_BYTES);
    in.reset();
    return magic;
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    boolean holds = bytes.length >= magic.length;
    for (int i = 0; holds && i < magic.length; i++) {
      holds = bytes[i] == (byte) magic[i];
    }
    return holds;
  }

  /** The file of an archive that is taken: at its end, there must be no other. */
  private static final class OnlyTrace extends FilterInputStream {
    private final ZipInputStream archive;
    private final String name;
    private boolean isOver;

    OnlyTrace(ZipInputStream archive, UnpackedBytes files, String name) {
      super(files);
      this.archive = archive;
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      return checked(super.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return checked(super.read(bytes, from, length));
    }

    private int checked(int read) throws IOException {
      if (read < 0 && !isOver) {
        isOver = true;
        Passed rest = pass(archive, in);
        if (rest.trace != null) {
          throw new InvalidInputException(
              "(body)",
              name + ", " + rest.trace,
              "an archive must have one trace",
              "pack one only, or send them one after the other");
        }
      }
      return read;
    }
  }

  /** The next trace of an archive, and the first file that was passed over before it. */
  private record Passed(@Nullable String trace, @Nullable String passed) {}

  /** Goes to the file that is taken; returns its name. */
  private static String firstTrace(ZipInputStream archive, InputStream files) throws IOException {
    Passed found = pass(archive, files);
    if (found.trace == null) {
      throw new IOException(
          found.passed == null
              ? "the archive has no file"
              : "the archive has no trace beside " + found.passed);
    }
    return found.trace;
  }

  /** What is passed over counts as unpacked. */
  private static Passed pass(ZipInputStream archive, InputStream files) throws IOException {
    String passed = null;
    for (ZipEntry e = archive.getNextEntry(); e != null; e = archive.getNextEntry()) {
      if (!e.isDirectory()) {
        if (!isNoTrace(e.getName())) {
          return new Passed(told(e.getName()), passed);
        }
        passed = passed == null ? told(e.getName()) : passed;
        files.transferTo(OutputStream.nullOutputStream());
      }
    }
    return new Passed(null, passed);
  }

  private static boolean isNoTrace(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith("__MACOSX/") || NO_TRACE.matcher(name).matches();
  }

  private static String told(String name) {
    return name.length() <= NAME_LENGTH_MAX && Findings.isPrintable(name) ? name : "a file";
  }
}
