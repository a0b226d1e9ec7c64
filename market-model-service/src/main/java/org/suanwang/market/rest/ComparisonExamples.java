package org.suanwang.market.rest;

/**
 * The examples about versions and scenarios; a test keeps them true, as those of {@link Examples}.
 */
final class ComparisonExamples {
  static final String VERSIONS_ANSWER =
      """
      {
        "items": [{"version": "f7c2228ce1cd", "publishedAt": "2026-11-23T22:41:55.491Z"}],
        "nextCursor": null,
        "total": 1
      }""";

  static final String MODEL_DIFF_ANSWER =
      """
      {
        "from": {"id": "rack-diff", "version": "5b4d9bd7ae5d"},
        "to": {"id": "rack-diff", "version": "a53e6b8e0f3c"},
        "scenario": "base",
        "parts": [
          {
            "kind": "PARAMETER",
            "name": "rack_power",
            "how": "CHANGED",
            "fields": [{"field": "value", "from": "40", "to": "50"}]
          }
        ],
        "outputs": [
          {
            "variable": "cooling_cost_per_rack",
            "label": "Cost of cooling a rack",
            "from": {"exact": "160000", "value": 160000.0, "printed": "160000", "unit": "CNY/rack"},
            "to": {"exact": "200000", "value": 200000.0, "printed": "200000", "unit": "CNY/rack"},
            "difference": 40000.0,
            "percent": "25.0000"
          }
        ]
      }""";

  static final String SCENARIO_DIFF_ANSWER =
      """
      {
        "model": {"id": "dongwu-2024", "version": "f7c2228ce1cd"},
        "from": "pessimistic",
        "to": "optimistic",
        "assumptions": [
          {
            "name": "scheduling_fee_rate",
            "label": "Scheduling fee as a share of the traded compute",
            "unit": "%",
            "from": {
              "value": "5",
              "rationale": "The report's pessimistic rate, still above the commission of online shops.",
              "givenBy": "scenario pessimistic"
            },
            "to": {
              "value": "10",
              "rationale": "The report's optimistic rate, a third of what the grid keeps of the price of power.",
              "givenBy": "scenario optimistic"
            }
          }
        ],
        "rounding": [],
        "outputs": [
          {
            "variable": "bottom_up_fee",
            "difference": 443.6714285714286,
            "percent": "100.0000"
          }
        ]
      }""";

  static final String FORK =
      """
      {
        "as": "my-market",
        "title": "The report's market, with a fee that small users can pay",
        "scenario": {
          "name": "small-users",
          "label": "Fee for small users",
          "description": "The pessimistic case with a fee of 4 %.",
          "parent": "pessimistic",
          "overrides": [
            {
              "name": "scheduling_fee_rate",
              "value": "4",
              "unit": "%",
              "distribution": {
                "form": "TRIANGULAR", "low": "3", "mode": "4", "high": "6",
                "rationale": "Three offers, of 3, 4 and 6 %."
              },
              "rationale": "The middle of three offers."
            }
          ]
        }
      }""";

  static final String FORK_ANSWER =
      """
      {
        "id": "my-market",
        "version": "a7f2da0e54a4",
        "publishedAt": "2026-11-29T14:00:00Z",
        "title": "The report's market, with a fee that small users can pay",
        "parameters": 67,
        "variables": 70
      }""";

  static final String IMPORT_ANSWER =
      """
      {
        "model": {
          "id": "from-workbook",
          "version": "0d2f0a6b7c1e",
          "publishedAt": "2026-11-29T14:00:00Z",
          "title": "China's compute scheduling market and the demand behind it, after a broker's report of March 2024",
          "parameters": 67,
          "variables": 70,
          "scenarios": ["cooling-by-level"]
        },
        "changesOf": "neutral",
        "changes": [
          {"cell": "Parameters!D57", "name": "utilisation_2025", "from": "35", "to": "40", "unit": "%"}
        ]
      }""";

  private ComparisonExamples() {}
}
