package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * Examples of the answers that are pages of details. They are added when the API's description is
 * built: named by an annotation, an example would take the place of the page's schema.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class AnswerExamples implements OASFilter {
  private static final String RUN =
      """
      "id":"simulation-977bb4d99045","state":"%s","fleet":"fleet-2216e1a11a5b",
      "workload":"workload-4b0bea1ae57b","policy":"fifo-best-fit","seed":42,"horizonSeconds":null,
      "progress":{"state":"%1$s","fraction":%s,"simulatedTime":"%s","events":%s,
                  "eventsPerSecond":%s,"etaSeconds":null},
      "result":null,"failure":null,"createdAt":"2026-11-24T08:00:00.340056Z",
      "startedAt":%s,"finishedAt":"2026-11-24T08:00:01.006148Z\"""";

  private static final String COMPLETED =
      RUN.formatted(
          "COMPLETED",
          "1.0",
          "2025-05-07T06:17:46Z",
          "6003",
          "662594.0",
          "\"2026-11-24T08:00:00.668125Z\"");

  static final String CANCELLED =
      RUN.formatted("CANCELLED", "0.0", "2025-01-01T00:00:00Z", "0", "0.0", "null");

  /** By operation; the answers of the simulation in the service's README. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "listFleets",
          """
          {"items":[{"id":"fleet-2216e1a11a5b","name":"one-hub","nodes":400,"devices":3200,
            "createdAt":"2026-11-24T08:00:00.262110Z"}],"nextCursor":"1"}""",
          "listWorkloads",
          """
          {"items":[{"id":"workload-4b0bea1ae57b","name":"one-company","jobs":2001,
            "createdAt":"2026-11-24T08:00:00.288021Z"}],"nextCursor":"1"}""",
          "listSimulations",
          "{\"items\":[{" + COMPLETED + "}],\"nextCursor\":\"1\"}",
          "cancelSimulation",
          "{" + CANCELLED + "}",
          "listPolicyParts",
          """
          {"orders":[{"name":"fifo","description":"in order of submission"},
            {"name":"sjf","description":"the shortest first, by estimate"}],
           "disciplines":[{"name":"strict","description":"strict head of line"},
            {"name":"easy","description":"whoever does not delay the head of the queue passes it (EASY backfilling)"}],
           "scores":[{"name":"first-fit","description":"the first node that fits"}],
           "depthDefault":1000,"depthMax":100000}""",
          "streamProgress",
          """
          {"state":"COMPLETED","fraction":1.0,"simulatedTime":"2025-05-07T06:17:46Z","events":6003,
           "eventsPerSecond":662594.0,"etaSeconds":null}""",
          "getTimeSeries",
          """
          {"id":"simulation-977bb4d99045","points":[{"time":"2025-01-01T00:00:00Z","fromSeconds":0,"toSeconds":45454,
            "devicesAllocated":2404.2478626743523,"allocation":0.7513274570857351,
            "jobsRunning":3.3275179302151625,"jobsWaiting":0}]}""",
          "listJobs",
          """
          {"items":[{"id":"company-01-training","class":"job","tenant":"default","state":"COMPLETED","devices":2400.0,
            "submitSeconds":0,"startSeconds":0,"endSeconds":7776000,"waitSeconds":0,
            "hub":"jing-jin-ji","deviceType":"huawei-ascend-910","waitReason":null,"preemptions":0,"failures":0,"resizes":0,"deadlineSeconds":null}],
           "nextCursor":"1"}""",
          "listEvents",
          """
          {"items":[{"sequence":0,"timeSeconds":0,"kind":"SUBMITTED","job":"company-01-training",
            "hub":null,"deviceType":null,"nodes":null,"devices":null,"firstDevices":null,
            "reason":null,"shortTasks":null,"queue":null}],"nextCursor":"1"}""",
          "listLedger",
          """
          {"items":[{"number":1,"timeSeconds":7776000,"job":"company-01-training",
            "metered":{"value":5184000.0,"unit":"device.h"},
            "postings":[
             {"account":"customer/job","amount":{"value":49248000,"unit":"CNY"}},
             {"account":"supplier/jing-jin-ji","amount":{"value":-45308160,"unit":"CNY"}},
             {"account":"operator/commission","amount":{"value":-3939840,"unit":"CNY"}}],
            "previousHash":"0000000000000000000000000000000000000000000000000000000000000000",
            "hash":"5a571faf6d0fa5d4b85e16ede761ceaff340a8c71f8395905b9c50d268652eb8"}],
           "nextCursor":"1"}""");

  @Override
  public Operation filterOperation(Operation operation) {
    String id = operation.getOperationId();
    String answer =
        Stream.of(
                ANSWERS,
                ExperimentExamples.ANSWERS,
                DetailExamples.ANSWERS,
                DetailExamples.FOR_DASHBOARDS)
            .map(answers -> answers.get(id))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (answer != null) {
      Object value = parse(answer);
      operation
          .getResponses()
          .getAPIResponse("200")
          .getContent()
          .getMediaTypes()
          .forEach((type, content) -> add(id, type, content, value));
    }
    return operation;
  }

  private static void add(String id, String type, MediaType content, Object value) {
    String table = DetailExamples.TABLES.get(id);
    Object shown = type.equals(TableForm.CSV_TYPE) && table != null ? table : value;
    shown = type.equals(TableForm.ARROW_TYPE) ? DetailExamples.STREAM : shown;
    content.addExample("answer", OASFactory.createExample().value(shown));
  }

  private static Object parse(String json) {
    try {
      return new ObjectMapper().readValue(json, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an example is no JSON: " + json, e);
    }
  }
}
