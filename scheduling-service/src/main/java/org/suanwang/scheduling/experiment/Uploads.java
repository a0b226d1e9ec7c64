package org.suanwang.scheduling.experiment;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.NotFoundException;

/** Files that come in parts, kept until they are used, given up or forgotten. */
public interface Uploads {
  /** Bytes of a part at most: what is lost when the connection breaks. */
  int PART_BYTES_MAX = 4 << 20;

  /**
   * What there is room for.
   *
   * @param bytesMax of one file
   * @param allBytesMax of all of them
   * @param countMax files at once
   * @param keptSeconds how long one waits for its next part
   */
  record Limits(long bytesMax, long allBytesMax, int countMax, long keptSeconds) {}

  /** What there is room for. */
  Limits limits();

  /**
   * Begins one; what has expired is thrown away first.
   *
   * @param announced bytes that it will have; null when nobody said
   * @throws ConflictException when there are as many as there may be
   */
  Upload begin(@Nullable Long announced);

  /**
   * How far one has come.
   *
   * @throws NotFoundException when there is none, or it has expired
   */
  Upload require(String id);

  /**
   * Keeps the next part, whole or not at all.
   *
   * @param start where it begins
   * @param part its bytes; empty only to complete
   * @param completes whether it is the last
   * @throws WrongOffsetException when the file is elsewhere, or takes nothing more
   * @throws org.suanwang.scheduling.check.InvalidInputException when it would be too long, or is
   *     not as long as announced
   */
  Upload append(String id, long start, byte[] part, boolean completes);

  /** Throws one away with its parts. */
  void remove(String id);

  /**
   * The bytes of a complete one.
   *
   * @throws ConflictException when it is not complete
   */
  InputStream open(String id);

  /** A part that does not begin where the file ends. */
  final class WrongOffsetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long given;
    private final transient Upload upload;

    /**
     * Says where the file ends.
     *
     * @param given where the part began
     */
    public WrongOffsetException(Upload upload, long given) {
      super(
          upload.complete()
              ? "the upload is complete with " + upload.received() + " bytes and takes no more"
              : "the upload has " + upload.received() + " bytes, not " + given);
      this.upload = upload;
      this.given = given;
    }

    /** Where the part began. */
    public long given() {
      return given;
    }

    /** How far the file has come. */
    public Upload upload() {
      return upload;
    }
  }
}
