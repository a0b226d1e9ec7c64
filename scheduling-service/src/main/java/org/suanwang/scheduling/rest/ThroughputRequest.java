package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of how fast jobs are. */
@Schema(
    description =
        "How fast jobs of a class are on devices of a type. What is measured counts before what is"
            + " derived; result.rates tells which was used. Left out, work in seconds goes by the"
            + " ratio of dense FP16 peaks, and the rest by the factors that are assumed")
public record ThroughputRequest(
    @Schema(description = "What was measured, at most 20000 rows")
        @Nullable List<@Nullable RowRequest> rows,
    @Schema(description = "What is known of job classes where nothing was measured")
        @Nullable List<@Nullable ClassRequest> classes,
    @Schema(
            description =
                "Device types that are not in the fleet, on which something was measured or timed;"
                    + " as deviceTypes of a fleet")
        @Nullable List<FleetRequest.@Nullable DeviceTypeRequest> referenceDevices,
    @Schema(description = "Shares of the roofline that are reached; left out, 0.4 is assumed")
        @Nullable List<@Nullable EfficiencyRequest> efficiencies,
    @Schema(
            description =
                "Shares of their speed that programs keep on another stack; left out, as assumed")
        @Nullable List<@Nullable PortingRequest> portings,
    @Schema(
            description =
                "Shares of their speed that gangs keep which only a unit of this level holds; left"
                    + " out, all of it")
        @Nullable List<@Nullable LevelRequest> levels,
    @Schema(
            description =
                "What jobs keep of their speed beside others on the same devices, for policies that"
                    + " let two share them; of two classes both directions, or they share none")
        @Nullable List<@Nullable SharingRequest> sharing,
    @Schema(
            type = SchemaType.OBJECT,
            implementation = Object.class,
            description =
                "simulation_throughputs.json of Gavel as it is: by device type and job type, steps"
                    + " per second alone, under null, and beside other job types. Its job types are"
                    + " classes. Becomes rows and sharing",
            examples = GAVEL_EXAMPLE)
        @Nullable Map<String, @Nullable Map<String, @Nullable Map<String, JsonNode>>> gavel) {
  private static final String GAVEL_EXAMPLE =
      "{\"v100\":{\"('A3C', 1)\":{\"null\":5.2,\"('A3C', 1)\":[3.1,3.1]}}}";

  /** One measurement. */
  @Schema(name = "ThroughputRowRequest")
  public record RowRequest(
      @Nullable String jobClass,
      @Nullable String deviceType,
      @Schema(description = "Of the whole gang; 1 when left out") @Nullable Integer devices,
      @Schema(
              description =
                  "Whether the gang was on as few nodes as will hold it; left out for either")
          @Nullable Boolean consolidated,
      @Schema(description = "Of the whole gang") @Nullable Double stepsPerSecond,
      @Schema(description = "Who measured it, or where it is printed") @Nullable String source) {}

  /** One job class. */
  @Schema(name = "ThroughputClassRequest")
  public record ClassRequest(
      @Nullable String jobClass,
      @Schema(description = "Operations of one step of the whole gang")
          @Nullable Double flopPerStep,
      @Schema(
              description =
                  "Arithmetic intensity; left out, memory bandwidth is taken to bound nothing")
          @Nullable Double flopPerByte,
      @Schema(description = "FP64, FP32, TF32, BF16, FP16 or FP8; FP16 when left out")
          @Nullable String precision,
      @Schema(description = "For which it is written, as cuda; left out, it needs no porting")
          @Nullable String softwareStack,
      @Nullable String source) {}

  /** One efficiency. */
  @Schema(
      name = "EfficiencyRequest",
      description = "Of several that match, the one that says more counts, else the first")
  public record EfficiencyRequest(
      @Schema(description = "On which; left out for any") @Nullable String deviceType,
      @Schema(description = "Of whose devices, as huawei; left out for anybody's")
          @Nullable String vendor,
      @Schema(description = "Of which jobs; left out for any") @Nullable String jobClass,
      @Schema(description = "Above 0, at most 1") @Nullable Double share,
      @Nullable String source) {}

  /** One pair of stacks. */
  @Schema(name = "PortingRequest")
  public record PortingRequest(
      @Schema(description = "The stack a program is written for, as cuda") @Nullable String from,
      @Schema(description = "The stack of the device, as cann") @Nullable String to,
      @Schema(description = "Above 0, at most 1") @Nullable Double share,
      @Nullable String source) {}

  /** One level. */
  @Schema(name = "LevelRequest")
  public record LevelRequest(
      @Schema(description = "NODE, RACK, SPINE or HUB: the smallest unit that holds the gang")
          @Nullable String level,
      @Schema(description = "Above 0, at most 1") @Nullable Double share,
      @Nullable String source) {}

  /** One direction of a pair of classes. */
  @Schema(name = "SharingRequest")
  public record SharingRequest(
      @Nullable String jobClass,
      @Schema(description = "The class of the other job; may be the same") @Nullable String beside,
      @Schema(description = "Of the shared devices; left out for any that no other row names")
          @Nullable String deviceType,
      @Schema(description = "Of the speed alone, above 0, at most 1") @Nullable Double share,
      @Schema(description = "Who measured it, or where it is printed") @Nullable String source) {}
}
