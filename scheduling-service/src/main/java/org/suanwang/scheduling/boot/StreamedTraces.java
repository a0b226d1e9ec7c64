package org.suanwang.scheduling.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.io.InputStreamReader;
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
import org.suanwang.scheduling.rest.RequestHeader;
import org.suanwang.scheduling.rest.TraceLoader;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.Workload;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads recorded traces as they come in and keeps them once they are wholly right. */
@ApplicationScoped
public class StreamedTraces implements TraceLoader {
  private static final String OPENB = "openb";

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
    checkFormat(format, findings);
    String given = name(name, findings);
    findings.throwIfAny();
    Hashed in = new Hashed(body);
    Fleet fleet = OpenbNodes.load(given, in.reader());
    return fleets.add(fleet, in.key(key, given));
  }

  @Override
  public Stored<Workload> loadWorkload(
      @Nullable String format,
      @Nullable String name,
      @Nullable String runSeconds,
      @Nullable String key,
      InputStream body) {
    Findings findings = new Findings();
    checkFormat(format, findings);
    String given = name(name, findings);
    findings.throwIfAny();
    Long run = runSeconds == null ? null : requireSeconds(runSeconds);
    Hashed in = new Hashed(body);
    JobTable jobs = OpenbPods.load(in.reader(), run);
    // The trace's own second 0 has no date; the epoch only gives its results a calendar.
    return workloads.add(
        new Workload(given, Instant.EPOCH, jobs, null), in.key(key, given + "\n" + run));
  }

  private static void checkFormat(@Nullable String format, Findings findings) {
    findings.require(
        OPENB.equals(format), "format", format, "must name a trace format", "use format=openb");
  }

  private static String name(@Nullable String name, Findings findings) {
    return name == null ? OPENB : findings.name("name", name, WorkloadLimits.NAME_LENGTH_MAX);
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
      return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    }

    /** What the query says belongs to the request like the body. */
    @Nullable RequestKey key(@Nullable String key, String query) {
      byte[] body = digest.digest();
      digest.update(body);
      return RequestHeader.of(key, digest.digest(query.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
