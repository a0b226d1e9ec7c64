package org.suanwang.scheduling.store;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.JobTerms;
import org.suanwang.scheduling.workload.Precision;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.TopologyRule;
import org.suanwang.scheduling.workload.WorkUnit;

/** A table of jobs as bytes: distinct requests first, then the jobs, compressed. */
final class JobTableBytes {
  /** Before jobs had estimates and priorities. */
  private static final int FIRST_FORMAT = 1;

  /** Before jobs could refuse to give way. */
  private static final int SECOND_FORMAT = 2;

  /** Before jobs had tenants. */
  private static final int THIRD_FORMAT = 3;

  /** Before jobs had deadlines, were cancelled or failed. */
  private static final int FOURTH_FORMAT = 4;

  /** Before work was told in other units than seconds. */
  private static final int FIFTH_FORMAT = 5;

  /** Before gangs could be mixed. */
  private static final int SIXTH_FORMAT = 6;

  /** Before jobs could be put off, or said in which hubs they may run. */
  private static final int SEVENTH_FORMAT = 7;

  /** Before jobs could name the nodes on which they start. */
  private static final int EIGHTH_FORMAT = 8;

  private static final int FORMAT = 9;

  private JobTableBytes() {}

  static byte[] render(JobTable jobs) {
    var bytes = new ByteArrayOutputStream();
    try (var out = PackedBytes.write(bytes)) {
      out.writeByte(FORMAT);
      out.writeInt(jobs.distinctRequests().size());
      for (TaskRequest request : jobs.distinctRequests()) {
        write(out, request);
      }
      out.writeInt(jobs.size());
      for (int job = 0; job < jobs.size(); job++) {
        write(out, jobs.job(job), jobs.requestIndex(job));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, TaskRequest request) throws IOException {
    out.writeInt(request.devices());
    out.writeInt(request.deviceMilli());
    out.writeInt(request.cpuMilli());
    out.writeInt(request.memoryMib());
    out.writeInt(request.deviceTypes().size());
    for (String type : request.deviceTypes()) {
      out.writeUTF(type);
    }
    writeOptional(out, request.referenceDevice());
    write(out, request.terms());
  }

  private static void write(DataOutputStream out, RequestTerms terms) throws IOException {
    out.writeUTF(terms.unit().name());
    Precision precision = terms.precision();
    writeOptional(out, precision == null ? null : precision.name());
    TopologyRule topology = terms.topology();
    writeOptional(out, topology == null ? null : topology.level().name());
    out.writeBoolean(topology != null && topology.required());
    out.writeInt(terms.deviceMemoryMib());
    writeOptional(out, terms.template());
    out.writeBoolean(terms.mixed());
    HubTermsBytes.write(out, terms.hubs());
  }

  private static void write(DataOutputStream out, Job job, int request) throws IOException {
    out.writeUTF(job.id());
    out.writeUTF(job.jobClass());
    writeOptional(out, job.region());
    out.writeBoolean(job.regionRequired());
    out.writeInt(job.tasks());
    out.writeInt(request);
    out.writeLong(job.submitSeconds());
    out.writeLong(job.work());
    write(out, job.terms());
  }

  private static void write(DataOutputStream out, JobTerms terms) throws IOException {
    writeSeconds(out, terms.estimateSeconds());
    out.writeInt(terms.priority());
    out.writeBoolean(terms.preemptible());
    out.writeUTF(terms.tenant());
    writeSeconds(out, terms.deadlineSeconds());
    writeSeconds(out, terms.startTimeoutSeconds());
    writeSeconds(out, terms.cancelAfterSeconds());
    out.writeByte(terms.ending().code());
    Integer atLeast = terms.tasksMin();
    out.writeInt(atLeast == null ? 0 : atLeast);
    writeSeconds(out, terms.deferrableSeconds());
    out.writeInt(terms.startNodes().size());
    for (String node : terms.startNodes()) {
      out.writeUTF(node);
    }
  }

  private static void writeSeconds(DataOutputStream out, @Nullable Long seconds)
      throws IOException {
    out.writeInt(seconds == null ? 0 : seconds.intValue());
  }

  private static void writeOptional(DataOutputStream out, @Nullable String text)
      throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  static JobTable load(byte[] bytes) {
    try (var in = PackedBytes.read(bytes)) {
      int format = in.readByte();
      if (format < FIRST_FORMAT || format > FORMAT) {
        throw new IllegalStateException("jobs were kept in a format of another version");
      }
      List<TaskRequest> requests = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        requests.add(readRequest(in, format));
      }
      JobTable.Builder jobs = new JobTable.Builder();
      for (int left = in.readInt(); left > 0; left--) {
        Job job = readJob(in, requests);
        jobs.add(job.withTerms(readTerms(in, format)));
      }
      return jobs.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TaskRequest readRequest(DataInputStream in, int format) throws IOException {
    int devices = in.readInt();
    int deviceMilli = in.readInt();
    int cpuMilli = in.readInt();
    int memoryMib = in.readInt();
    List<String> types = readNames(in);
    return new TaskRequest(
        devices,
        deviceMilli,
        cpuMilli,
        memoryMib,
        types,
        readOptional(in),
        readRequestTerms(in, format));
  }

  /** What requests did not have in all formats. */
  private static RequestTerms readRequestTerms(DataInputStream in, int format) throws IOException {
    if (format <= FIFTH_FORMAT) {
      return RequestTerms.USUAL;
    }
    WorkUnit unit = WorkUnit.valueOf(in.readUTF());
    String precision = readOptional(in);
    String level = readOptional(in);
    boolean isRequired = in.readBoolean();
    return RequestTerms.USUAL
        .withWork(unit, precision == null ? null : Precision.valueOf(precision))
        .withTopology(
            level == null ? null : new TopologyRule(TopologyLevel.valueOf(level), isRequired))
        .withDeviceMemory(in.readInt())
        .withTemplate(readOptional(in))
        .withMixed(format > SIXTH_FORMAT && in.readBoolean())
        .withHubs(format > SEVENTH_FORMAT ? HubTermsBytes.read(in) : HubTerms.ANY);
  }

  private static Job readJob(DataInputStream in, List<TaskRequest> requests) throws IOException {
    String id = in.readUTF();
    String jobClass = in.readUTF();
    String region = readOptional(in);
    boolean regionRequired = in.readBoolean();
    int tasks = in.readInt();
    TaskRequest request = requests.get(in.readInt());
    return new Job(
        id, jobClass, region, regionRequired, tasks, request, in.readLong(), in.readLong());
  }

  /** What jobs did not have in all formats. */
  private static JobTerms readTerms(DataInputStream in, int format) throws IOException {
    JobTerms terms = JobTerms.USUAL;
    if (format > FIRST_FORMAT) {
      terms = terms.withEstimate(readSeconds(in)).withPriority(in.readInt());
    }
    if (format > SECOND_FORMAT) {
      terms = terms.withPreemptible(in.readBoolean());
    }
    if (format > THIRD_FORMAT) {
      terms = terms.withTenant(in.readUTF());
    }
    if (format > FOURTH_FORMAT) {
      terms = terms.withTimes(readSeconds(in), readSeconds(in), readSeconds(in));
      terms = terms.withEnding(JobEnding.of(in.readByte()));
      int atLeast = in.readInt();
      terms = terms.withTasksMin(atLeast == 0 ? null : (Integer) atLeast);
    }
    if (format > SEVENTH_FORMAT) {
      terms = terms.withDeferrable(readSeconds(in));
    }
    if (format > EIGHTH_FORMAT) {
      terms = terms.withStartNodes(readNames(in));
    }
    return terms;
  }

  private static List<String> readNames(DataInputStream in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    return names;
  }

  private static @Nullable Long readSeconds(DataInputStream in) throws IOException {
    int seconds = in.readInt();
    return seconds == 0 ? null : (long) seconds;
  }

  private static @Nullable String readOptional(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
