package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A service to be kept with its workload. */
@Schema(description = "A model that is served to classes of requests by replicas that come and go")
public record ServiceRequest(
    @Schema(description = "Unique in its workload") @Nullable String name,
    @Schema(description = "The model's name, for people") @Nullable String model,
    @Schema(description = "Seconds since the epoch; 0 when left out") @Nullable Long startSeconds,
    @Schema(description = "For how long it is served; whole steps") @Nullable Long durationSeconds,
    @Schema(
            description =
                "Length of a step, in which the load is taken as constant and after which the"
                    + " autoscaler decides; 300 when left out")
        @Nullable Long stepSeconds,
    @Schema(description = "How long a request waits before it gives up; for ever when left out")
        @Nullable Double patienceSeconds,
    @Schema(description = "The hub to try first") @Nullable String region,
    @Schema(description = "Whether no other hub will do; false when left out")
        @Nullable Boolean regionRequired,
    @Schema(
            description =
                "From where it is used, and how far away its replicas may run; left out, anywhere")
        WorkloadRequest.@Nullable LatencyRequest latency,
    @Schema(
            description =
                "The higher, the earlier the turn of its replicas under the order priority; 0 when"
                    + " left out")
        @Nullable Integer priority,
    @Schema(description = "For whom it runs; default when left out") @Nullable String tenant,
    @Nullable ReplicaRequest replica,
    @Nullable ScalingRequest scaling,
    @Nullable List<@Nullable ClassRequest> classes) {

  /** One copy of the model. */
  @Schema(description = "One copy of the model: what it holds, and how fast it is")
  public record ReplicaRequest(
      @Schema(description = "Device type it runs on, and its performance holds for")
          @Nullable String deviceType,
      @Schema(description = "Whole devices of each part; 1 when left out")
          @Nullable Integer devicesPerTask,
      @Schema(description = "Parts, each on one node; 1 when left out") @Nullable Integer tasks,
      @Schema(description = "Sequences written at once at most; 64 when left out")
          @Nullable Integer sequencesMax,
      @Schema(
              description =
                  "Prompt tokens of one iteration at most; a longer prompt is read alone; 8192 when"
                      + " left out")
          @Nullable Integer batchTokensMax,
      @Schema(
              description =
                  "Tokens whose keys and values have room; with a roofline it may be left out and"
                      + " follows from the memory")
          @Nullable Long cacheTokens,
      @Schema(description = "Measurements; or a roofline") @Nullable MeasuredRequest measured,
      @Schema(description = "Peaks and assumed efficiencies, where nothing was measured")
          @Nullable RooflineRequest roofline) {}

  /** Measurements of a replica. */
  public record MeasuredRequest(
      @Schema(description = "Who measured, when and how") @Nullable String source,
      @Nullable List<@Nullable RowRequest> rows) {}

  /** One measurement. */
  @Schema(description = "A batch of equal prompts is read, then answered token by token")
  public record RowRequest(
      @Schema(description = "Of each prompt") @Nullable Integer promptTokens,
      @Schema(description = "Prompts; 1 when left out") @Nullable Integer batchSize,
      @Schema(description = "Until the first token of all of them") @Nullable Double promptSeconds,
      @Schema(description = "Per token after the first") @Nullable Double tokenSeconds) {}

  /** Peaks of a replica. */
  @Schema(
      description =
          "Prompts bound by arithmetic, 2 FLOP a parameter and token; tokens by reading weights and"
              + " cache. What comes of it is marked as assumed")
  public record RooflineRequest(
      @Schema(description = "Parameters that take part in each token") @Nullable Double parameters,
      @Schema(description = "Of all weights; 2 a parameter when left out")
          @Nullable Double weightBytes,
      @Schema(description = "Keys and values of one token") @Nullable Double cacheBytesPerToken,
      @Schema(description = "Dense, of one device, TFLOP/s") @Nullable Double peakTflops,
      @Schema(description = "Of one device, GB/s") @Nullable Double bandwidthGigabytesPerSecond,
      @Schema(description = "Of one device, GB; for cacheTokens when left out")
          @Nullable Double memoryGigabytes,
      @Schema(description = "Share of the peak that prompts reach; 0.5, an assumption")
          @Nullable Double flopEfficiency,
      @Schema(description = "Share of the bandwidth that tokens reach; 0.6, an assumption")
          @Nullable Double bandwidthEfficiency) {}

  /** How many replicas. */
  @Schema(description = "As Kubernetes' HorizontalPodAutoscaler: ceil(replicas × load ÷ target)")
  public record ScalingRequest(
      @Schema(description = "1 when left out") @Nullable Integer replicasMin,
      @Schema(description = "replicasMin when left out: always so many")
          @Nullable Integer replicasMax,
      @Schema(description = "Work that arrives ÷ work that the replicas can do; 0.7 when left out")
          @Nullable Double targetUtilisation,
      @Schema(description = "0.1 when left out, as Kubernetes has it") @Nullable Double tolerance,
      @Schema(
              description =
                  "For a reduction the most wanted in so long counts; 300 when left out, as"
                      + " Kubernetes has it")
          @Nullable Long stabilisationSeconds,
      @Schema(description = "From getting devices until it serves; 0 when left out")
          @Nullable Long startSeconds) {}

  /** Requests that are alike. */
  public record ClassRequest(
      @Schema(description = "Unique in its service") @Nullable String name,
      @Schema(description = "Not with recorded requests, which tell it")
          @Nullable LengthRequest promptTokens,
      @Schema(description = "Not with recorded requests, which tell it")
          @Nullable LengthRequest answerTokens,
      @Nullable RateRequest rate,
      @Nullable ObjectivesRequest objectives) {}

  /** How long prompts or answers are. */
  public record LengthRequest(
      @Nullable Double mean,
      @Schema(description = "Standard deviation ÷ mean, 0 to 3; 0 when left out")
          @Nullable Double cv) {}

  /** How many requests arrive. */
  @Schema(description = "One of perSecond, steps, hourly and recorded")
  public record RateRequest(
      @Schema(description = "The same at all times") @Nullable Double perSecond,
      @Schema(description = "Constant from each second on until the next")
          @Nullable List<@Nullable RateStepRequest> steps,
      @Schema(description = "24 rates per second, every day; the first hour begins at the epoch")
          @Nullable List<@Nullable Double> hourly,
      @Schema(
              description =
                  "Id of a workload of recorded requests, which begin when the service does; means"
                      + " over its steps")
          @Nullable String recorded) {}

  /** From a second on. */
  public record RateStepRequest(
      @Schema(description = "Since the epoch") @Nullable Long fromSeconds,
      @Nullable Double perSecond) {}

  /** What requests are to be given. */
  public record ObjectivesRequest(
      @Schema(description = "Time to first token at most") @Nullable Double ttftSeconds,
      @Schema(description = "Time per output token after the first at most")
          @Nullable Double tpotSeconds,
      @Schema(description = "Of the requests that are to be given both; 0.99 when left out")
          @Nullable Double share) {}
}
