package org.suanwang.market.rest;

/** The examples of analyses in the OpenAPI document; a test sends and compares them. */
final class AnalysisExamples {
  static final String UNCERTAINTY =
      """
      {
        "model": "dongwu-2024",
        "scenario": "uncertain-chain",
        "outputs": ["scheduling_fee_2025"],
        "worlds": 65536,
        "seed": 1,
        "quantiles": [0.05, 0.5, 0.95]
      }""";

  static final String UNCERTAINTY_ANSWER =
      """
      {
        "model": {
          "id": "dongwu-2024",
          "version": "4cbd50300845"
        },
        "scenario": "uncertain-chain",
        "method": "quasi-monte-carlo",
        "worlds": 65536,
        "seed": 1,
        "inputs": [
          {
            "name": "growth_2023_2025",
            "label": "Growth of compute from 2023 to 2025",
            "unit": "1",
            "base": 1.4,
            "drawnAs": "uniform",
            "rationale": "300/220 is the plan's own quotient, the report prints 1.4 for it and calls the result a lower bound; the high end of 1.5 is this model's choice."
          }
        ],
        "correlations": [],
        "outputs": [
          {
            "variable": "scheduling_fee_2025",
            "label": "Scheduling fees, 2025",
            "unit": "1e8 CNY",
            "count": 65536,
            "failed": 0,
            "failures": [],
            "mean": {
              "value": 703.157753028767,
              "standardError": 0.0009228559288230549,
              "low": 703.1558708516911,
              "high": 703.159635205843
            },
            "sd": 133.63561172152902,
            "quantileError": 0,
            "quantiles": [
              {
                "probability": 0.05,
                "value": 497.1522173668361
              },
              {
                "probability": 0.5,
                "value": 693.5499538481956
              },
              {
                "probability": 0.95,
                "value": 938.5976307247178
              }
            ]
          }
        ]
      }""";

  static final String SENSITIVITY =
      """
      {
        "model": "dongwu-2024",
        "scenario": "uncertain-chain",
        "outputs": ["scheduling_fee_2025"],
        "sobol": {"worlds": 16384, "seed": 1}
      }""";

  static final String SENSITIVITY_ANSWER =
      """
      {
        "model": {
          "id": "dongwu-2024",
          "version": "4cbd50300845"
        },
        "scenario": "uncertain-chain",
        "outputs": [
          {
            "variable": "scheduling_fee_2025",
            "label": "Scheduling fees, 2025",
            "unit": "1e8 CNY",
            "tornado": [
              {
                "input": "scheduling_fee_rate",
                "label": "Scheduling fee as a share of the traded compute",
                "unit": "%",
                "base": 8,
                "low": 5,
                "high": 10.0,
                "atLow": 443.68999999999994,
                "atHigh": 887.3799999999999,
                "elasticity": 1.0000000000019942
              }
            ],
            "sobol": {
              "worlds": 16384,
              "failed": 0,
              "variance": 17868.03330265654,
              "indices": [
                {
                  "input": "growth_2023_2025",
                  "label": "Growth of compute from 2023 to 2025",
                  "first": {
                    "value": 0.02115768297564931,
                    "low": 0.020726555535616753,
                    "high": 0.021570272996220358
                  },
                  "total": {
                    "value": 0.021659155784729725,
                    "low": 0.021632023447221798,
                    "high": 0.02168835538070062
                  }
                }
              ]
            }
          }
        ]
      }""";

  static final String GOAL_SEEK =
      """
      {
        "model": "dongwu-2024",
        "scenario": "neutral",
        "parameter": "utilisation_2025",
        "output": "scheduling_fee_2025",
        "target": {"value": "1000", "unit": "1e8 CNY"},
        "from": {"value": "20", "unit": "%"},
        "to": {"value": "60", "unit": "%"}
      }""";

  static final String GOAL_SEEK_ANSWER =
      """
      {
        "model": {
          "id": "dongwu-2024",
          "version": "4cbd50300845"
        },
        "scenario": "neutral",
        "parameter": "utilisation_2025",
        "unit": "%",
        "output": "scheduling_fee_2025",
        "outputUnit": "1e8 CNY",
        "from": 20.0,
        "to": 60.0,
        "summary": "the target is met at 27.653103824700132; what is known of the parameter reaches only from 30 … 40",
        "solutions": [
          {
            "value": 27.653103824700132,
            "output": 1000.0
          }
        ],
        "jumps": [],
        "monotone": true,
        "lowest": {
          "value": 60.0,
          "output": 254.8
        },
        "highest": {
          "value": 20.0,
          "output": 1528.96
        },
        "withoutResult": 0
      }""";

  private AnalysisExamples() {}
}
