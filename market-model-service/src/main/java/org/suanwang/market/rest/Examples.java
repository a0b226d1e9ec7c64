package org.suanwang.market.rest;

/**
 * The examples of the OpenAPI document. A test sends every request and compares every answer, so
 * that they stay true.
 */
final class Examples {
  static final String EVALUATION =
      """
      {
        "model": "dongwu-2024",
        "scenario": "neutral",
        "outputs": ["idle_compute_2025", "scheduling_fee_2025"],
        "mode": "exact"
      }""";

  static final String UNROUNDED =
      """
      {
        "model": "dongwu-2024",
        "scenario": "neutral",
        "overrides": {
          "utilisation_2025": {"value": "0.3", "unit": "1", "rationale": "what was said of 2022"}
        },
        "rounding": [
          {"variable": "iaas_2025", "flow": "EXACT", "rationale": "carry 4778.2 on, not 4778"}
        ],
        "outputs": ["idle_compute_2025"]
      }""";

  static final String EVALUATION_ANSWER =
      """
      {
        "model": {"id": "dongwu-2024", "version": "f7c2228ce1cd"},
        "scenario": "neutral",
        "mode": "exact",
        "values": [
          {
            "variable": "idle_compute_2025",
            "label": "Compute to be put to use, 2025",
            "exact": "62114/7",
            "value": 8873.42857142857,
            "printed": "8873",
            "flowing": "8873",
            "unit": "1e8 CNY"
          },
          {
            "variable": "scheduling_fee_2025",
            "label": "Scheduling fees, 2025",
            "exact": "709.84",
            "value": 709.84,
            "printed": "710",
            "unit": "1e8 CNY"
          }
        ]
      }""";

  static final String EXPLANATION =
      """
      {"model": "dongwu-2024", "outputs": ["growth_2023_2025"]}""";

  static final String EXPLANATION_ANSWER =
      """
      {
        "model": {"id": "dongwu-2024", "version": "f7c2228ce1cd"},
        "scenario": "base",
        "mode": "exact",
        "explanations": [
          {
            "name": "growth_2023_2025",
            "label": "Growth of compute from 2023 to 2025",
            "kind": "variable",
            "value": "1.36363636364…",
            "printed": "1.4",
            "flowing": "1.4",
            "unit": "1",
            "rounding": "printed with 1 decimals, up; the printed value flows on",
            "formula": "compute_capacity@2025 / compute_capacity@2023",
            "computation": "300 [EFLOP/s] / 220 [EFLOP/s]",
            "meaning": "The planned capacity of 2025 as a multiple of that of 2023.",
            "source": "Soochow Securities, Domestic AI compute industry report, section 7, text before figure 16 (2024-03-26, BROKER)",
            "remarks": ["Rounded up: 300/220 is 1.3636…, so what follows from it is 2.67 % too high."],
            "inputs": [
              {
                "name": "compute_capacity@2025",
                "label": "Compute capacity of China",
                "kind": "parameter",
                "value": "300",
                "printed": "300",
                "flowing": "300",
                "unit": "EFLOP/s",
                "source": "MIIT and five ministries, Action plan for compute infrastructure, as quoted by Soochow Securities, Domestic AI compute industry report, figure 16 (2024-03-26, OFFICIAL)"
              }
            ]
          }
        ]
      }""";

  static final String MODELS_ANSWER =
      """
      {
        "items": [
          {
            "id": "compute-demand",
            "version": "3e48ef1d8ac2",
            "publishedAt": "2026-11-29T14:11:31.490Z",
            "title": "Accelerators for training and inference in China, from the profiles of AI models",
            "parameters": 26,
            "variables": 38,
            "scenarios": ["risk-ai", "risk-policy", "risk-technology"]
          }
        ],
        "nextCursor": "1",
        "total": 7
      }""";

  static final String MODEL_ANSWER =
      """
      {
        "id": "dongwu-2024",
        "version": "f7c2228ce1cd",
        "publishedAt": "2026-11-23T22:41:55.491298379Z",
        "title": "China's compute scheduling market and the demand behind it, after a broker's report of March 2024",
        "licence": "Apache-2.0",
        "parameters": [
          {
            "name": "ai_server_market_2023",
            "label": "AI-server market of China, 2023",
            "topic": "ai-servers",
            "unit": "1e8 USD",
            "assumption": false,
            "values": [
              {
                "key": "ai_server_market_2023",
                "value": "91",
                "bound": "EXACTLY",
                "low": "90.5",
                "high": "91.5",
                "source": {
                  "title": "IDC, as quoted by Soochow Securities, Domestic AI compute industry report",
                  "locator": "section 3.5",
                  "date": "2024-03-26",
                  "tier": "RESEARCH"
                }
              }
            ]
          }
        ],
        "variables": [
          {
            "name": "ai_server_market_2022",
            "label": "AI-server market of China, 2022",
            "topic": "ai-servers",
            "unit": "1e8 USD",
            "definition": "The market of 2023 before its growth.",
            "formula": "ai_server_market_2023 / (1 + ai_server_market_growth_2023)",
            "rounding": {"decimals": 1, "mode": "HALF_UP", "flow": "EXACT"},
            "source": {
              "title": "Suanwang, method page \\"models\\"",
              "locator": "whose formula it is",
              "date": "2026-11-24",
              "tier": "OWN"
            },
            "rationale": "The report prints the market of 2023 and its growth; the year before follows from them."
          }
        ],
        "scenarios": [
          {
            "name": "cooling-by-level",
            "label": "Liquid cooling by level",
            "description": "Table 1 read as the share of 2025, not what is added to that of 2024.",
            "overrides": [
              {
                "name": "liquid_cooling_penetration@2024",
                "value": "0",
                "unit": "%",
                "rationale": "The table prints 50 %, and a reader multiplies by what is printed."
              }
            ],
            "rounding": []
          }
        ]
      }""";

  static final String FINDINGS_ANSWER =
      """
      {
        "items": [
          {
            "severity": "WARNING",
            "rule": "rounding-decides",
            "subject": "new_server_market_2027_immersion",
            "file": "variables/liquid-cooling/new_server_market_2027_immersion.yaml",
            "line": 1,
            "message": "is printed 715 when immersion_cost_per_server flows on as printed (110000), and 768 when it flows on exactly (118180)",
            "remedy": "cite both, or ask for the reading you mean with \\"rounding\\" in the request"
          }
        ],
        "total": 66
      }""";

  static final String MODEL_POST =
      """
      id: rack-cooling
      title: "Cooling of a rack"
      licence: CC0-1.0
      parameters:
        - name: rack_power
          label: "Power of a rack"
          unit: kW/rack
          values:
            - value: 40
              source: {title: "Own measurement", locator: "sheet 1", date: 2026-01-15, tier: PRIMARY}
        - name: cooling_cost_per_power
          label: "Cost of cooling per power"
          unit: CNY/kW
          assumption: true
          rationale: "The offer of one maker; two more are asked for."
          values:
            - value: 4000
              source: {title: "Offer", locator: "page 2", date: 2026-02-01, tier: PRIMARY}
      variables:
        - name: cooling_cost_per_rack
          label: "Cost of cooling a rack"
          unit: CNY/rack
          definition: "Power times cost per power."
          formula: "rack_power * cooling_cost_per_power"
          rounding: {decimals: 0, mode: HALF_UP, flow: EXACT}
          source: {title: "This model", locator: "its formula", date: 2026-02-01, tier: OWN}
          rationale: "Coolers are offered by power."
      """;

  static final String MODEL_POST_JSON =
      """
      {
        "id": "rack-fans",
        "title": "Fans of a rack",
        "licence": "CC0-1.0",
        "parameters": [
          {
            "name": "fans", "label": "Fans of a rack", "unit": "1",
            "values": [{"value": 12, "source": {"title": "Own count", "locator": "sheet 1", "date": "2026-01-15", "tier": "PRIMARY"}}]
          }
        ],
        "variables": [
          {
            "name": "fans_kept", "label": "Fans to be kept", "unit": "1",
            "definition": "The fans and a spare one.", "formula": "fans + 1",
            "rounding": {"decimals": 0, "mode": "HALF_UP", "flow": "EXACT"},
            "source": {"title": "This model", "locator": "its formula", "date": "2026-02-01", "tier": "OWN"},
            "rationale": "One spare serves while a broken one is mended."
          }
        ]
      }""";

  static final String MODEL_POST_ANSWER =
      """
      {
        "id": "rack-cooling",
        "version": "fca4062db434",
        "publishedAt": "2026-11-23T22:42:09.899678588Z",
        "title": "Cooling of a rack",
        "parameters": 2,
        "variables": 1,
        "scenarios": []
      }""";

  static final String PROBLEM =
      """
      {
        "type": "urn:suanwang:problem:invalid-input",
        "title": "Bad Request",
        "status": 400,
        "detail": "The input breaks 1 rule(s)",
        "violations": [
          {
            "field": "overrides.utilization_2025",
            "value": "utilization_2025",
            "rule": "unknown-name: the model has no parameter or variable of this name",
            "remedy": "did you mean \\"utilisation_2025\\"?"
          }
        ]
      }""";

  private Examples() {}
}
