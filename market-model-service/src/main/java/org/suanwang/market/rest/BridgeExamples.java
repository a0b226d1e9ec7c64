package org.suanwang.market.rest;

/** The examples of the calls to and from the scheduler; true as those of {@link Examples} are. */
final class BridgeExamples {
  static final String DEMAND =
      """
      {
        "model": "dongwu-2024",
        "scenario": "neutral",
        "device": "huawei-ascend-910",
        "start": "2025-01-01",
        "regions": ["jing-jin-ji", "yangtze-delta"]
      }""";

  static final String DEMAND_SNAPSHOT =
      """
      {
        "model": "dongwu-2024",
        "device": "huawei-ascend-910",
        "start": "2025-01-01",
        "regions": ["jing-jin-ji"],
        "equivalence": {
          "catalogVersion": {"id": "2026-11-23-e1561cd41c51", "publishedAt": "2026-11-23T22:45:46.543922Z"},
          "from": {"accelerator": "nvidia-h100-sxm", "count": {"value": 8000, "unit": "device"}},
          "to": {
            "accelerator": "huawei-ascend-910",
            "count": {"value": 30919, "low": 24735, "high": 30919, "unit": "device"}
          }
        }
      }""";

  static final String INFERENCE =
      """
      {
        "model": "compute-demand",
        "device": "huawei-ascend-910",
        "start": "2025-01-01",
        "classes": ["foundation-model-training", "inference-serving"],
        "share": {"value": 0.0001, "source": "a fleet of a ten thousandth of the country's devices"},
        "serving": {"days": 90}
      }""";

  static final String DEMAND_ANSWER =
      """
      {
        "model": {"id": "dongwu-2024", "version": "f7c2228ce1cd"},
        "scenario": "neutral",
        "catalogVersion": {"id": "2026-11-23-e1561cd41c51", "stale": false, "origin": "catalogue"},
        "device": "huawei-ascend-910",
        "reference": {"device": "nvidia-h100-sxm", "companies": 10, "devicesPerCompany": 8000, "days": 90},
        "equivalence": {
          "catalogVersion": {"id": "2026-11-23-e1561cd41c51", "publishedAt": "2026-11-23T22:45:46.543922Z"},
          "from": {"accelerator": "nvidia-h100-sxm", "count": {"value": 8000, "unit": "device"}},
          "to": {
            "accelerator": "huawei-ascend-910",
            "count": {"value": 30919, "low": 24735, "high": 30919, "unit": "device"}
          },
          "bindingConstraint": "throughput",
          "constraints": [
            {
              "name": "throughput",
              "state": "COMPARED",
              "from": {"value": 989.4, "low": 989.4, "high": 989.4, "unit": "TFLOP/s"},
              "to": {"value": 256, "low": 256, "high": 320, "unit": "TFLOP/s"},
              "ratio": {"value": 3.86484375, "low": 3.091875, "high": 3.86484375},
              "missing": []
            }
          ]
        },
        "totals": {
          "referenceDeviceHours": {"value": 172800000, "unit": "device.h"},
          "deviceHours": {"value": 667850400, "low": 534276000, "high": 667850400, "unit": "device.h"}
        },
        "classes": [
          {
            "class": "foundation-model-training",
            "catalogVersion": {"id": "2026-11-23-e1561cd41c51", "stale": false, "origin": "catalogue"},
            "referenceDeviceHoursInAll": {"value": 172800000, "unit": "device.h"},
            "referenceDeviceHours": {"value": 172800000, "unit": "device.h"},
            "deviceHours": {"value": 667850400, "low": 534276000, "high": 667850400, "unit": "device.h"}
          }
        ],
        "monthly": [
          {
            "class": "foundation-model-training",
            "region": "jing-jin-ji",
            "month": "2025-01",
            "device": "huawei-ascend-910",
            "deviceHours": {"value": 115018680, "unit": "device.h"}
          }
        ],
        "jobs": [
          {
            "id": "company-01-training",
            "class": "foundation-model-training",
            "region": "jing-jin-ji",
            "device": "huawei-ascend-910",
            "devices": 30919,
            "durationHours": 2160,
            "submitAt": "2025-01-01T00:00:00Z"
          }
        ],
        "assumptions": [
          {
            "name": "efficiency-ratio-foundation-model-training",
            "statement": "Devices are exchanged by peak alone: ratio of efficiencies 1.",
            "rationale": "The model does not say what domestic devices reach of their peak in this work.",
            "source": "Suanwang, method page \\"bridge\\", demand"
          }
        ]
      }""";

  static final String RECONCILIATION =
      """
      {
        "model": "dongwu-2024",
        "commissionRate": 0.08,
        "simulations": [
          {
            "simulation": "5f0c1a",
            "policy": "fifo-best-fit",
            "resultHash": "9a41c0de",
            "utilisation": 0.62,
            "settledAmount": {"value": 1.2e10, "unit": "CNY"},
            "fee": {"value": 9.6e8, "unit": "CNY"},
            "periodDays": 365,
            "fleetThroughput": {"value": 25.3, "unit": "EFLOP/s"}
          }
        ]
      }""";

  static final String RECONCILIATION_ANSWER =
      """
      {
        "model": {"id": "dongwu-2024", "version": "f7c2228ce1cd"},
        "topDown": [
          {
            "scenario": "pessimistic",
            "rate": 0.05,
            "fee": {"exact": "443.65", "value": 443.65, "printed": "444", "unit": "1e8 CNY"}
          }
        ],
        "bottomUp": [
          {
            "simulation": "5f0c1a",
            "policy": "fifo-best-fit",
            "resultHash": "9a41c0de",
            "utilisation": 0.62,
            "scenarioFees": [
              {
                "scenario": "pessimistic",
                "upliftValue": {
                  "exact": "129006/35",
                  "value": 3685.885714285714,
                  "printed": "3686",
                  "unit": "1e8 CNY"
                },
                "fee": {
                  "exact": "64503/350",
                  "value": 184.2942857142857,
                  "printed": "184",
                  "unit": "1e8 CNY"
                },
                "ratioToTopDown": 0.41540467872035547
              }
            ],
            "measured": {
              "annualFee": {"value": 9.6, "unit": "1e8 CNY"},
              "annualSettledAmount": {"value": 120, "unit": "1e8 CNY"},
              "scaledToNational": {"value": 39.841897233202, "unit": "1e8 CNY"},
              "effectiveRate": 0.08,
              "scaleFactor": 4.150197628458498
            }
          }
        ],
        "assumptions": [
          {
            "name": "iaas_private_2022",
            "statement": "Private-cloud IaaS market of China, 2022: 971 1e8 CNY",
            "rationale": "The report calls it its own estimate and names no source or method.",
            "source": "Soochow Securities, Domestic AI compute industry report, section 7, text before figure 14 (2024-03-26, BROKER)"
          }
        ]
      }""";

  private BridgeExamples() {}
}
