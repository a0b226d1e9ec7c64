package org.suanwang.scheduling.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Enumeration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.experiment.Upload;
import org.suanwang.scheduling.experiment.Uploads;

/**
 * Uploads in PostgreSQL. A part and the new length are one transaction, so a replica that dies
 * leaves the length of the last whole part behind.
 */
@ApplicationScoped
public class UploadRepository implements Uploads, PanacheRepositoryBase<UploadEntity, String> {
  private final Limits limits;

  UploadRepository(
      @ConfigProperty(name = "suanwang.uploads.bytes-max") long bytesMax,
      @ConfigProperty(name = "suanwang.uploads.all-bytes-max") long allBytesMax,
      @ConfigProperty(name = "suanwang.uploads.count-max") int countMax,
      @ConfigProperty(name = "suanwang.uploads.kept-seconds") long keptSeconds) {
    limits = new Limits(bytesMax, allBytesMax, countMax, keptSeconds);
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  @Transactional
  public Upload begin(@Nullable Long announced) {
    if (announced != null) {
      requireRoom(announced);
    }
    Instant now = EdgeClock.now();
    delete("expiresAt < ?1", now);
    if (count() >= limits.countMax()) {
      throw new ConflictException(
          "there are "
              + limits.countMax()
              + " uploads already; DELETE those that are used or given up");
    }
    UploadEntity row = new UploadEntity();
    row.id = EdgeClock.freshId("upload");
    row.announced = announced;
    row.expiresAt = now.plusSeconds(limits.keptSeconds());
    persist(row);
    return row.toUpload();
  }

  private void requireRoom(long bytes) {
    if (bytes > limits.bytesMax()) {
      throw new InvalidInputException(
          "Upload-Length",
          bytes + " bytes",
          "an upload has at most " + limits.bytesMax() + " bytes",
          "pack it with gzip, or send a smaller trace");
    }
  }

  @Override
  @Transactional
  public Upload require(String id) {
    return living(id, LockModeType.NONE).toUpload();
  }

  private UploadEntity living(String id, LockModeType lock) {
    UploadEntity row = findById(id, lock);
    if (row == null || row.expiresAt.isBefore(EdgeClock.now())) {
      throw new NotFoundException("upload", id, "POST /v1/uploads begins one; it may have expired");
    }
    return row;
  }

  @Override
  @Transactional
  public Upload append(String id, long start, byte[] part, boolean completes) {
    UploadEntity row = living(id, LockModeType.PESSIMISTIC_WRITE);
    if (row.complete || row.received != start) {
      throw new WrongOffsetException(row.toUpload(), start);
    }
    long end = start + part.length;
    checkLength(row, end, completes);
    if (part.length > 0) {
      checkDisk(part.length);
      UploadPartEntity next = new UploadPartEntity();
      next.id = new UploadPartEntity.Id(id, start);
      next.bytes = part;
      getEntityManager().persist(next);
    }
    row.received = end;
    row.complete = completes;
    row.announced = completes ? (Long) end : row.announced;
    row.expiresAt = EdgeClock.now().plusSeconds(limits.keptSeconds());
    return row.toUpload();
  }

  private void checkLength(UploadEntity row, long end, boolean completes) {
    requireRoom(end);
    Long announced = row.announced;
    if (announced != null && (end > announced || (completes && end < announced))) {
      throw new InvalidInputException(
          "Upload-Length",
          end + " bytes",
          "must be the " + announced + " bytes that were announced",
          "begin anew with the right length, or without one");
    }
  }

  private void checkDisk(int more) {
    Long all =
        getEntityManager()
            .createQuery("select coalesce(sum(u.received), 0) from UploadEntity u", Long.class)
            .getSingleResult();
    if (all + more > limits.allBytesMax()) {
      throw new ConflictException(
          "all uploads together have at most "
              + limits.allBytesMax()
              + " bytes; DELETE those that are used or given up");
    }
  }

  @Override
  @Transactional
  public void remove(String id) {
    if (!deleteById(id)) {
      throw new NotFoundException("upload", id, "it may have expired");
    }
  }

  @Override
  public InputStream open(String id) {
    Upload upload = QuarkusTransaction.joiningExisting().call(() -> require(id));
    if (!upload.complete()) {
      throw new ConflictException(
          "upload " + id + " is not complete: " + upload.received() + " bytes are there so far");
    }
    return new SequenceInputStream(parts(upload));
  }

  /** Each part is read when the one before it is used up. */
  @SuppressWarnings("JdkObsolete") // what SequenceInputStream takes
  private Enumeration<InputStream> parts(Upload upload) {
    return new Enumeration<>() {
      private long next;

      @Override
      public boolean hasMoreElements() {
        return next < upload.received();
      }

      @Override
      public InputStream nextElement() {
        byte[] part = part(new UploadPartEntity.Id(upload.id(), next));
        next += part.length;
        return new ByteArrayInputStream(part);
      }
    };
  }

  private byte[] part(UploadPartEntity.Id id) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                getEntityManager()
                    .createQuery(
                        "select p.bytes from UploadPartEntity p where p.id = :id", byte[].class)
                    .setParameter("id", id)
                    .getResultStream()
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new ConflictException(
                                "upload "
                                    + id.upload()
                                    + " was removed while it was read; send it again")));
  }
}
