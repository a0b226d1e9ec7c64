package org.suanwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

  @Test
  void functionsGroupingsLabelsAndNumbers_areNoMetrics() {
    String query =
        "topk(10, 60 * sum by (job, uri) (rate(a_total{job=~\"b_c\", uri!=\"\"}[5m])) > 1e-9)";

    assertThat(PromQl.metrics(query)).containsExactly("a_total");
  }

  @Test
  void operatorsBetweenMetrics_areNoMetrics() {
    String query = "a and on (job) b or c unless ignoring (x) d offset 5m > bool e:f:g";

    assertThat(PromQl.metrics(query)).containsExactly("a", "b", "c", "d", "e:f:g");
  }

  @Test
  void groupingBehindTheAggregation_isNoMetric() {
    assertThat(PromQl.metrics("sum(a) by (job)")).containsExactly("a");
  }

  @Test
  void macrosAndVariables_areFilledIn() {
    String query = "rate(a{job=~\"$job\", policy=~\"$policy\"}[$__rate_interval])[$__range]";

    assertThat(PromQl.substitute(query))
        .isEqualTo("rate(a{job=~\".+-service\", policy=~\".+\"}[1m])[1h]");
  }
}
