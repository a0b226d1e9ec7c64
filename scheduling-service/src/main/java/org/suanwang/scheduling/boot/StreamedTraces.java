package org.suanwang.scheduling.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.experiment.Fleets;
import org.suanwang.scheduling.experiment.Uploads;
import org.suanwang.scheduling.experiment.Workloads;
import org.suanwang.scheduling.load.RecordedFleet;
import org.suanwang.scheduling.load.RecordedRequests;
import org.suanwang.scheduling.load.RecordedWorkload;
import org.suanwang.scheduling.load.RequestFormat;
import org.suanwang.scheduling.load.TraceFormat;
import org.suanwang.scheduling.load.TraceOptions;
import org.suanwang.scheduling.rest.RequestHeader;
import org.suanwang.scheduling.rest.TraceLoader;
import org.suanwang.scheduling.workload.Workload;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads recorded traces as they come in and keeps them once they are wholly right. */
@ApplicationScoped
public class StreamedTraces implements TraceLoader {
  private final Fleets fleets;
  private final Workloads workloads;
  private final Uploads uploads;
  private final ReadingTurns turns;

  StreamedTraces(Fleets fleets, Workloads workloads, Uploads uploads, ReadingTurns turns) {
    this.fleets = fleets;
    this.workloads = workloads;
    this.uploads = uploads;
    this.turns = turns;
  }

  @Override
  public LoadedFleet loadFleet(Query query, InputStream body) {
    Findings findings = new Findings();
    TraceFormat format = format(query.format(), TraceFormat.fleetIds(), List.of());
    String given = name(query.name(), format.id(), findings);
    TraceOptions options =
        TraceOptions.read(query.options(), format.fleetOptions(), format.id(), findings);
    findings.throwIfAny();
    return turns.read(
        source(query, body), bytes -> loadFleet(format, given, options, query, new Hashed(bytes)));
  }

  private LoadedFleet loadFleet(
      TraceFormat format, String given, TraceOptions options, Query query, Hashed in) {
    RecordedFleet read = format.loadFleet(given, in.bytes(), options);
    return new LoadedFleet(
        fleets.add(read.fleet(), in.key(query.key(), said(format.id(), given, query))),
        read.leftOut(),
        read.changed());
  }

  @Override
  public Loaded loadWorkload(Query query, InputStream body) {
    Findings findings = new Findings();
    RequestFormat recorded = RequestFormat.find(query.format()).orElse(null);
    if (recorded != null) {
      return loadRequests(recorded, query, body, findings);
    }
    TraceFormat format = format(query.format(), TraceFormat.ids(), RequestFormat.ids());
    String given = name(query.name(), format.id(), findings);
    TraceOptions options =
        TraceOptions.read(query.options(), format.options(), format.id(), findings);
    findings.throwIfAny();
    return turns.read(
        source(query, body), bytes -> loadJobs(format, given, options, query, new Hashed(bytes)));
  }

  private Loaded loadJobs(
      TraceFormat format, String given, TraceOptions options, Query query, Hashed in) {
    RecordedWorkload read = format.loadWorkload(in.bytes(), options);
    Workload workload = new Workload(given, read.epoch(), read.jobs(), null);
    return new Loaded(
        workloads.add(workload, in.key(query.key(), said(format.id(), given, query))),
        read.leftOut(),
        read.changed());
  }

  /** What was uploaded before, or the body. */
  private InputStream source(Query query, InputStream body) {
    String upload = query.upload();
    if (upload == null) {
      return body;
    }
    if (!isEmpty(body)) {
      throw new InvalidInputException(
          "(body)", "not empty", "must be empty beside upload", "leave one of them out");
    }
    return uploads.open(upload);
  }

  private static boolean isEmpty(InputStream body) {
    try {
      return body.read() < 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Loaded loadRequests(
      RequestFormat format, Query query, InputStream body, Findings findings) {
    String given = name(query.name(), format.id(), findings);
    TraceOptions.read(query.options(), Set.of(), format.id(), findings);
    findings.throwIfAny();
    return turns.read(
        source(query, body), bytes -> loadRequests(format, given, query, new Hashed(bytes)));
  }

  private Loaded loadRequests(RequestFormat format, String given, Query query, Hashed in) {
    RecordedRequests read = format.load(in.bytes());
    Workload workload = Workload.recorded(given, read.epoch(), read.requests());
    return new Loaded(
        workloads.add(workload, in.key(query.key(), said(format.id(), given, query))),
        Map.of(),
        Map.of());
  }

  /** The same bytes are another trace in another format. */
  private static String said(String format, String name, Query query) {
    return format + "\n" + name + "\n" + new TreeMap<>(query.options());
  }

  private static TraceFormat format(@Nullable String id, List<String> known, List<String> others) {
    return TraceFormat.find(id)
        .filter(f -> known.contains(f.id()))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "format",
                    String.valueOf(id),
                    "must name a trace format",
                    "use format="
                        + Stream.concat(known.stream(), others.stream())
                            .collect(Collectors.joining(", "))));
  }

  private static String name(@Nullable String name, String format, Findings findings) {
    return name == null ? format : findings.name("name", name, WorkloadLimits.NAME_LENGTH_MAX);
  }

  /** A body whose bytes are hashed while it is read. */
  private static final class Hashed {
    private final MessageDigest digest = RequestHeader.sha256();
    private final InputStream in;

    Hashed(InputStream in) {
      this.in = new DigestInputStream(in, digest);
    }

    /** What was sent; closing it leaves the rest to be hashed. */
    InputStream bytes() {
      return new KeptOpen(in);
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
