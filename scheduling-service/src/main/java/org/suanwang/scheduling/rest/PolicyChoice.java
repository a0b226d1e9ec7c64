package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy by its name, or composed of named parts. */
@Schema(
    description = "The name of a policy, or the parts of one",
    oneOf = {String.class, PolicyChoice.Parts.class})
public record PolicyChoice(@Nullable String name, @Nullable Parts parts) {
  /** The parts of a policy; what is left out is that of fifo-first-fit. */
  @Schema(
      name = "PolicyParts",
      description =
          "GET /v1/policies/parts lists what can be chosen; left out: none, fifo, strict,"
              + " first-fit")
  public record Parts(
      @Schema(description = "Which queue's turn it is; with the discipline rounds only none")
          @Nullable String fairness,
      @Schema(
              description =
                  "Whose turn it is in a queue: the name of an order, fifo when left out; or a list"
                      + " of up to 4, of which each tells apart those that the ones before it find"
                      + " equal, at last arrival. In a list no order of rounds, and las only where"
                      + " running jobs give way",
              examples = "[\"priority\", \"sjf\"]")
          @Nullable OrderNames order,
      @Nullable String discipline,
      @Schema(
              description =
                  "Whether running jobs give way to the job that the discipline lets start next:"
                      + " by-turn, or none when left out. The discipline preempt is skip with"
                      + " by-turn; rounds go with none only",
              examples = "by-turn")
          @Nullable String preemption,
      @Schema(
              description =
                  "Which of the nodes that take a task is taken: the name of a score, first-fit when"
                      + " left out; or a list of scores with weights, of which the sum counts, each"
                      + " from 0 to 100 as /v1/policies/parts says. Not in a list: first-fit,"
                      + " consolidate and random",
              examples = "[{\"name\": \"best-fit\", \"weight\": 2}, {\"name\": \"worst-fit\"}]")
          @Nullable ScoreNames score,
      @Schema(
              description =
                  "How many jobs behind the head that cannot start are asked, or have a"
                      + " reservation, at a time; 1,000 when left out")
          @Nullable Integer depth,
      @Schema(
              description =
                  "How long a job runs after each start before it can be made to give way, seconds;"
                      + " 0 when left out. With the preemption by-turn only, so also with the discipline"
                      + " preempt")
          @Nullable Long minRunSeconds,
      @Schema(
              description =
                  "After how long usage counts half, seconds; 604,800 when left out. For the"
                      + " fairness fair-share and fair-tree only")
          @Nullable Long halfLifeSeconds,
      @Schema(
              description =
                  "To which hours jobs that say deferrable are put off: cheapest-tariff,"
                      + " lowest-carbon, or none when left out",
              examples = "cheapest-tariff")
          @Nullable String deferral,
      @Schema(
              description =
                  "How long shares of device time last at least when jobs have come or gone,"
                      + " seconds; 0 finds them anew in each round. 1,920 when left out, under"
                      + " matching 360. For the discipline rounds only",
              examples = "0")
          @Nullable Long shareSecondsMin,
      @Schema(
              description =
                  "How long a round lasts, seconds, 1 to 86,400; 360 when left out, as in Gavel"
                      + " (OSDI 2020). For the discipline rounds only",
              examples = "600")
          @Nullable Long roundSeconds,
      @Schema(
              description =
                  "Up to how much attained service each level goes, device-seconds, each more than"
                      + " the one before, 1 to 100 of them; 1, 10, 100 … 100,000,000 device-hours"
                      + " when left out. For the order las only (Tiresias, NSDI 2019)",
              examples = "[3600, 36000]")
          @Nullable List<@Nullable Long> levelsDeviceSeconds,
      @Schema(
              description =
                  "Which nodes may take a task beside those that have what it asks for; all must"
                      + " accept. Not with the discipline rounds")
          @Nullable List<@Nullable Filter> filters,
      @Schema(
              description =
                  "Which of nodes with the same score is taken: fixed-order, the first in an order"
                      + " of all nodes that is drawn from the seed once, as when left out;"
                      + " used-node-first, one in use before that; lowest-number, the first in the"
                      + " fleet's order. Not with first-fit, best-fit, consolidate and random",
              examples = "fixed-order")
          @Nullable String tieBreak) {}

  /** A filter of nodes. */
  @Schema(name = "PolicyFilter", description = "A filter of nodes; /v1/policies/parts lists them")
  public record Filter(
      @Schema(examples = "device-types") @Nullable String name,
      @Schema(
              description =
                  "What is let through: ids of device types, or of hubs; none for"
                      + " device-nodes-for-devices",
              examples = "[\"huawei-ascend-910\"]")
          @Nullable List<@Nullable String> values) {}

  /** A text is a name. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static PolicyChoice named(String name) {
    return new PolicyChoice(name, null);
  }

  /** An object has the parts. */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static PolicyChoice composed(
      @JsonProperty("fairness") @Nullable String fairness,
      @JsonProperty("order") @Nullable OrderNames order,
      @JsonProperty("discipline") @Nullable String discipline,
      @JsonProperty("preemption") @Nullable String preemption,
      @JsonProperty("score") @Nullable ScoreNames score,
      @JsonProperty("depth") @Nullable Integer depth,
      @JsonProperty("minRunSeconds") @Nullable Long minRunSeconds,
      @JsonProperty("halfLifeSeconds") @Nullable Long halfLifeSeconds,
      @JsonProperty("deferral") @Nullable String deferral,
      @JsonProperty("shareSecondsMin") @Nullable Long shareSecondsMin,
      @JsonProperty("roundSeconds") @Nullable Long roundSeconds,
      @JsonProperty("levelsDeviceSeconds") @Nullable List<@Nullable Long> levelsDeviceSeconds,
      @JsonProperty("filters") @Nullable List<@Nullable Filter> filters,
      @JsonProperty("tieBreak") @Nullable String tieBreak) {
    return new PolicyChoice(
        null,
        new Parts(
            fairness,
            order,
            discipline,
            preemption,
            score,
            depth,
            minRunSeconds,
            halfLifeSeconds,
            deferral,
            shareSecondsMin,
            roundSeconds,
            levelsDeviceSeconds,
            filters,
            tieBreak));
  }
}
