package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Jobs to be kept. */
@Schema(description = "Named jobs, a description of generated ones, and inference services")
public record WorkloadRequest(
    @Nullable String name,
    @Schema(description = "The instant of second 0; left out for the earliest instant named")
        @Nullable String epoch,
    @Nullable List<@Nullable JobRequest> jobs,
    @Nullable BackgroundRequest background,
    @Schema(description = "Inference services; their replicas are jobs of class inference/<name>")
        @Nullable List<@Nullable ServiceRequest> services) {
  /** One job. */
  public record JobRequest(
      @Nullable String id,
      @JsonProperty("class") @Nullable String jobClass,
      @Schema(description = "The hub to try first") @Nullable String region,
      @Schema(description = "Whether no other hub will do; false when left out")
          @Nullable Boolean regionRequired,
      @Schema(description = "Device type; left out for any type, or for CPU jobs")
          @Nullable String device,
      @Schema(description = "Several device types that will do, instead of device")
          @Nullable List<@Nullable String> deviceTypes,
      @Schema(
              description =
                  "Whether the gang may be spread over several of the device types it may use, in"
                      + " one hub, where no single type there has room for it; it then runs at the"
                      + " pace of the slowest. false when left out")
          @Nullable Boolean mixed,
      @Schema(description = "Device type the duration was timed on, if not the one it runs on")
          @Nullable String referenceDevice,
      @Schema(
              description =
                  "All devices of the gang. Alone, the gang is so many tasks of one device, on as"
                      + " many nodes as it takes")
          @Nullable Integer devices,
      @Schema(description = "Tasks of the gang; each keeps to one node") @Nullable Integer tasks,
      @Schema(description = "Whole devices of each task") @Nullable Integer devicesPerTask,
      @Schema(description = "Share of one device for each task, 0.001 to 0.999")
          @Nullable Double fraction,
      @Schema(
              description =
                  "Instead of a share: the template of its device type that each task takes")
          @Nullable String template,
      @Schema(
              description =
                  "Memory that a task needs on each of its devices, or on the one it shares, MiB;"
                      + " left out, it does not matter")
          @Nullable Integer deviceMemoryMib,
      @Schema(description = "How close together its tasks are to be; left out, it does not matter")
          @Nullable TopologyRequest topology,
      @Schema(description = "CPU of each task, thousandths of a core") @Nullable Integer cpuMilli,
      @Schema(description = "Host memory of each task, MiB") @Nullable Integer memoryMib,
      @Nullable Double durationHours,
      @Nullable Long durationSeconds,
      @Schema(description = "Instead of a duration: work that lasts as long as its device takes")
          @Nullable WorkRequest work,
      @Schema(
              description =
                  "Run time as its user tells it beforehand, seconds on the same device type as the"
                      + " duration; left out, the duration itself is the estimate")
          @Nullable Long estimateSeconds,
      @Schema(
              description =
                  "The higher, the earlier its turn under the order priority; 0 when left out")
          @Nullable Integer priority,
      @Schema(
              description =
                  "Whether it may be made to give way once it runs, under a policy that preempts;"
                      + " true when left out")
          @Nullable Boolean preemptible,
      @Schema(
              description =
                  "For whom it runs: the path of a queue, as research/vision; default when left"
                      + " out")
          @Nullable String tenant,
      @Schema(
              description =
                  "By when it is to have ended, seconds after its submission; it counts in the"
                      + " metrics and in the order edf")
          @Nullable Long deadlineSeconds,
      @Schema(
              description =
                  "Seconds after its submission; a job that has not started by then is withdrawn")
          @Nullable Long startTimeoutSeconds,
      @Schema(
              description =
                  "Seconds after its submission; its user cancels it then, if it has not ended")
          @Nullable Long cancelAfterSeconds,
      @Schema(
              description =
                  "How it comes to the end of its duration: completes when left out, fails (its own"
                      + " program does), or stopped (by its user)")
          @Nullable String ending,
      @Schema(
              description =
                  "With how many of its tasks it is content while there is no room for all; with n"
                      + " of N it does n/N of its work in the same time. Left out: with all only")
          @Nullable Integer tasksMin,
      @Nullable DeferrableRequest deferrable,
      @Schema(
              description =
                  "Names of the nodes on which it starts at its submission, whatever the policy:"
                      + " of each of its tasks one, or one for all. Where they have no room then,"
                      + " are out of use or kept for others, it waits in the queue like any job."
                      + " Left out, the policy says where it starts",
              examples = "[\"node-07\"]")
          @Nullable List<@Nullable String> startNodes,
      @Schema(description = "ISO 8601 with time zone") @Nullable String submitAt,
      @Schema(description = "Seconds since the epoch, instead of submitAt")
          @Nullable Long submitSeconds,
      @Schema(
              description =
                  "From where it is used, and how far away it may run; left out, anywhere")
          @Nullable LatencyRequest latency,
      @Schema(description = "What must be in the hub before it starts there; left out, nothing")
          @Nullable DataRequest data) {}

  /** How far away a job may run. */
  @Schema(
      name = "LatencyRequest",
      description =
          "It runs only in hubs whose round trip from there is stated in the fleet's links, and no"
              + " longer; the hub itself is one of them")
  public record LatencyRequest(
      @Schema(description = "The hub from which it is used") @Nullable String from,
      @Schema(description = "ms, 0 to 10,000") @Nullable Double roundTripMillisMax) {}

  /** What a job reads. */
  @Schema(
      name = "DataRequest",
      description =
          "It must be in a hub before the job starts there; jobs that name the same id read the"
              + " same data")
  public record DataRequest(
      @Schema(description = "What it is called in its workload") @Nullable String id,
      @Schema(description = "The hub in which it is from the beginning") @Nullable String hub,
      @Schema(description = "10⁹ byte, 0.001 to 10,000,000 in steps of 0.001")
          @Nullable Double gigabytes,
      @Schema(
              description =
                  "The hubs in which it may be beside its own; none when empty, any when left out")
          @Nullable List<@Nullable String> residency) {}

  /** That a job may be put off. */
  @Schema(
      description =
          "That the start may be put off to a cheaper or cleaner hour, by a policy with deferral")
  public record DeferrableRequest(
      @Schema(
              description = "At most so many seconds after the submission, from 1",
              examples = "43200")
          @Nullable Long untilSeconds) {}

  /** How close together tasks are to be. */
  @Schema(name = "TopologyRequest")
  public record TopologyRequest(
      @Schema(description = "NODE, RACK, SPINE or HUB: the unit that is to hold all of the gang")
          @Nullable String level,
      @Schema(
              description =
                  "REQUIRED (when left out): it waits for such a unit. PREFERRED: else the next"
                      + " larger one will do, and so on")
          @Nullable String mode) {}

  /** Work that is not told in time. */
  @Schema(
      description =
          "Either steps or flop, of the whole gang. How fast they are done is said in throughput of"
              + " the simulation, and derived where it is not")
  public record WorkRequest(
      @Schema(description = "Steps, as training programs count them") @Nullable Long steps,
      @Schema(description = "Floating-point operations") @Nullable Double flop,
      @Schema(
              description =
                  "FP64, FP32, TF32, BF16, FP16 or FP8; left out, that of the class in throughput,"
                      + " else FP16")
          @Nullable String precision) {}

  /** Generated jobs. */
  public record BackgroundRequest(
      @Schema(
              description =
                  "A cluster whose published statistics the jobs are fitted to: philly, helios,"
                      + " acme-seren, acme-kalos or pai; instead of fractionalShare and duration")
          @Nullable String like,
      @Schema(description = "Left out for the seed of the simulation") @Nullable Long seed,
      @Nullable Integer jobs,
      @Schema(description = "First possible arrival; left out for the epoch")
          @Nullable String start,
      @Schema(description = "Days over which they arrive on average") @Nullable Double days,
      @JsonProperty("class") @Nullable String jobClass,
      @Schema(description = "Device types to draw from; left out for the fleet's own mix")
          @Nullable List<@Nullable String> devices,
      @Schema(description = "Share of jobs that ask for a part of a device; 0.2 when left out")
          @Nullable Double fractionalShare,
      @Nullable DurationRequest duration) {}

  /** Law of the run times. */
  public record DurationRequest(
      @Schema(description = "gavel (when left out), lognormal, exponential or constant")
          @Nullable String law,
      @Schema(description = "Median, mean or value, by law") @Nullable Double seconds,
      @Schema(description = "Of lognormal: standard deviation of the logarithm")
          @Nullable Double sigma) {}
}
