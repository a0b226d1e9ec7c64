package org.suanwang.scheduling.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.experiment.Fleets;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.experiment.Workloads;
import org.suanwang.scheduling.load.OpenbNodes;
import org.suanwang.scheduling.load.OpenbPods;
import org.suanwang.scheduling.load.SwfLog;
import org.suanwang.scheduling.load.Unpacked;
import org.suanwang.scheduling.rest.RequestHeader;
import org.suanwang.scheduling.rest.TraceLoader;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.Workload;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads recorded traces as they come in and keeps them once they are wholly right. */
@ApplicationScoped
public class StreamedTraces implements TraceLoader {
  private static final String OPENB = "openb";
  private static final String SWF = "swf";

  private final Fleets fleets;
  private final Workloads workloads;

  StreamedTraces(Fleets fleets, Workloads workloads) {
    this.fleets = fleets;
    this.workloads = workloads;
  }

  @Override
  public Stored<Fleet> loadFleet(
      @Nullable String format, @Nullable String name, @Nullable String key, InputStream body) {
    Findings findings = new Findings();
    String known = format(format, findings);
    String given = name(name, known, findings);
    findings.throwIfAny();
    Hashed in = new Hashed(body);
    Fleet fleet =
        known.equals(SWF)
            ? SwfLog.load(in.reader()).fleet(given)
            : OpenbNodes.load(given, in.reader());
    return fleets.add(fleet, in.key(key, given));
  }

  @Override
  public Loaded loadWorkload(
      @Nullable String format,
      @Nullable String name,
      @Nullable String runSeconds,
      @Nullable String key,
      InputStream body) {
    Findings findings = new Findings();
    String known = format(format, findings);
    String given = name(name, known, findings);
    findings.require(
        known.equals(OPENB) || runSeconds == null,
        "runSeconds",
        runSeconds,
        "is for openb lists without times",
        "leave it out");
    findings.throwIfAny();
    Long run = runSeconds == null ? null : requireSeconds(runSeconds);
    Hashed in = new Hashed(body);
    if (known.equals(SWF)) {
      SwfLog log = SwfLog.load(in.reader());
      Workload workload = new Workload(given, log.epoch(), log.jobs(), null);
      return new Loaded(workloads.add(workload, in.key(key, given)), log.leftOut());
    }
    JobTable jobs = OpenbPods.load(in.reader(), run);
    // The trace's own second 0 has no date; the epoch only gives its results a calendar.
    Workload workload = new Workload(given, Instant.EPOCH, jobs, null);
    return new Loaded(workloads.add(workload, in.key(key, given + "\n" + run)), null);
  }

  private static String format(@Nullable String format, Findings findings) {
    findings.require(
        OPENB.equals(format) || SWF.equals(format),
        "format",
        format,
        "must name a trace format",
        "use format=openb or format=swf");
    return SWF.equals(format) ? SWF : OPENB;
  }

  private static String name(@Nullable String name, String format, Findings findings) {
    return name == null ? format : findings.name("name", name, WorkloadLimits.NAME_LENGTH_MAX);
  }

  private static long requireSeconds(String text) {
    try {
      long seconds = Long.parseLong(text);
      if (seconds >= 1 && seconds <= WorkloadLimits.SECONDS_MAX) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words as a value out of range
    }
    throw new InvalidInputException(
        "runSeconds", text, "must be from 1 to " + WorkloadLimits.SECONDS_MAX, "give seconds");
  }

  /** A body whose bytes are hashed while it is read. */
  private static final class Hashed {
    private final MessageDigest digest = RequestHeader.sha256();
    private final InputStream in;

    Hashed(InputStream in) {
      this.in = new DigestInputStream(in, digest);
    }

    /** Bytes that are no UTF-8 are an error, not question marks. */
    Reader reader() {
      try {
        return new InputStreamReader(
            Unpacked.of(new KeptOpen(in)), StandardCharsets.UTF_8.newDecoder());
      } catch (IOException e) {
        throw new InvalidInputException(
            "(body)",
            String.valueOf(e.getMessage()),
            "must be text, or text packed with gzip or zip",
            "send it again");
      }
    }

    /** What the query says belongs to the request like the body. */
    @Nullable RequestKey key(@Nullable String key, String query) {
      readToEnd();
      byte[] body = digest.digest();
      digest.update(body);
      return RequestHeader.of(key, digest.digest(query.getBytes(StandardCharsets.UTF_8)));
    }

    /** Behind the text, an archive has its list of files. */
    private void readToEnd() {
      try {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new InvalidInputException(
            "(body)",
            String.valueOf(e.getMessage()),
            "the body ended before it was whole",
            "send it again");
      }
    }
  }

  /** Readers close what they have read, and the hash wants the rest. */
  private static final class KeptOpen extends FilterInputStream {
    KeptOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
