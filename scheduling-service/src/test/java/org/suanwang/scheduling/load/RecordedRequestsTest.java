package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.inference.RequestTable;

/** Requests to language models, whole and broken. The lines are made up. */
class RecordedRequestsTest {
  private static final String AZURE =
      """
      TIMESTAMP,ContextTokens,GeneratedTokens
      2023-11-16 18:15:46.6805909,374,44
      2023-11-16 18:15:45,0,1
      2023-11-16 18:15:50.9951690,396,109""";
  private static final String MOONCAKE =
      """
      {"timestamp": 0, "input_length": 6758, "output_length": 500, "hash_ids": [0, 1]}
      {"timestamp": 27482, "input_length": 7322, "output_length": 490, "hash_ids": []}

      {"timestamp": 27482.5, "input_length": 1, "output_length": 0}
      """;

  private static RecordedRequests azure(String text) {
    return RecordedRequests.loadAzure(new StringReader(text));
  }

  private static RecordedRequests mooncake(String text) {
    return RecordedRequests.loadMooncake(new StringReader(text));
  }

  @Test
  void azureRequests_startAtTheFirst() {
    RecordedRequests read = azure(AZURE);
    assertThat(read.epoch()).isEqualTo(Instant.parse("2023-11-16T18:15:45Z"));
    RequestTable requests = read.requests();
    assertThat(requests.size()).isEqualTo(3);
    assertThat(requests.arrivalMicros(0)).isZero();
    assertThat(requests.arrivalMicros(1)).as("the seventh digit left away").isEqualTo(1_680_590);
    assertThat(requests.promptTokens(1)).isEqualTo(374);
    assertThat(requests.outputTokens(2)).isEqualTo(109);
  }

  @Test
  void mooncakeRequests_areInMilliseconds() {
    RequestTable requests = mooncake(MOONCAKE).requests();
    assertThat(requests.arrivalMicros(1)).isEqualTo(27_482_000);
    assertThat(requests.arrivalMicros(2)).isEqualTo(27_482_500);
    assertThat(requests.promptTokens(0)).isEqualTo(6758);
    assertThat(requests.outputTokens(2)).isZero();
    assertThat(
            mooncake("[" + MOONCAKE.strip().replaceAll("}\\s+\\{", "},{") + "]").requests().size())
        .as("an array is taken too")
        .isEqualTo(3);
  }

  @Test
  void requestsInAnyOrder_areSortedAndNoneIsLost() {
    var draws = new SplittableRandom(11);
    var builder = new RequestTable.Builder();
    long tokens = 0;
    for (int i = 0; i < 10_000; i++) {
      int prompt = draws.nextInt(1000);
      builder.add(draws.nextLong(5_000), prompt, i);
      tokens += prompt;
    }
    RequestTable table = builder.build();
    for (int i = 0; i < table.size(); i++) {
      tokens -= table.promptTokens(i);
      if (i > 0) {
        assertThat(table.arrivalMicros(i)).isGreaterThanOrEqualTo(table.arrivalMicros(i - 1));
        boolean isTie = table.arrivalMicros(i) == table.arrivalMicros(i - 1);
        assertThat(!isTie || table.outputTokens(i) > table.outputTokens(i - 1))
            .as("ties stay in the order they came in")
            .isTrue();
      }
    }
    assertThat(tokens).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "374, -374, 'line 2, column ContextTokens'",
    "374, NaN, 'line 2, column ContextTokens'",
    "374, 1000000000, 'line 2, column ContextTokens'",
    "44, 44.5, 'line 2, column GeneratedTokens'",
    "2023-11-16 18:15:46.6805909, soon, 'line 2, column TIMESTAMP'",
    "',44', '', 'line 2 = 2 fields'",
    "TIMESTAMP, TIME, the column TIMESTAMP",
  })
  void brokenAzureLine_isTold(String part, String broken, String told) {
    assertThatThrownBy(() -> azure(AZURE.replace(part, broken))).hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource({
    "'27482,', '-1,', 'line 2, timestamp'",
    "7322, '\"many\"', 'line 2, input_length'",
    "490, 1e9, 'line 2, output_length'",
    "'\"output_length\": 490, ', '', 'line 2, output_length'",
    "6758, Infinity, must be JSON",
    "0}, 0, ended before it was whole",
  })
  void brokenMooncakeLine_isTold(String part, String broken, String told) {
    assertThatThrownBy(() -> mooncake(MOONCAKE.replace(part, broken))).hasMessageContaining(told);
  }

  @Test
  void tracesWithoutRequests_areRefused() {
    assertThatThrownBy(() -> mooncake("")).hasMessageContaining("at least one request");
    assertThatThrownBy(() -> azure(AZURE.lines().findFirst().orElseThrow()))
        .hasMessageContaining("at least one request");
  }
}
