package org.suanwang.market.rest;

/** Examples of the OpenAPI document; a test sends each and compares the answers. */
final class BackTestExamples {
  private BackTestExamples() {}

  static final String QUESTION =
      """
      {
        "model": "compute-outlook-2024",
        "names": ["racks-2025-06"]
      }""";

  static final String ANSWER =
      """
      {
        "model": {
          "id": "compute-outlook-2024",
          "version": "3f9956a1caaa"
        },
        "seed": 1,
        "forecasts": [
          {
            "name": "racks-2025-06",
            "variable": "racks_2025_06",
            "label": "Racks in use, June 2025",
            "scenario": "base",
            "forecastDate": "2024-03-26",
            "unit": "1e4 rack",
            "forecast": 1135.503269824112,
            "mean": 1081.400361344518,
            "median": 1089.7002620527705,
            "low": 938.0622178344106,
            "high": 1202.7027768646108,
            "realised": {
              "value": 1085,
              "source": {
                "title": "CAICT, report on the computing power industry at the China Computing Power Conference 2025, as reported by People's Daily",
                "locator": "end of June 2025",
                "date": "2025-08-25",
                "tier": "RESEARCH"
              }
            },
            "worlds": 65536,
            "failed": 0,
            "crps": 20.651218306975075,
            "absoluteError": 50.50326982411207,
            "pit": 0.4798736572265625,
            "inside": true,
            "chosenLater": [
              "racks_growth"
            ],
            "remarks": []
          }
        ]
      }""";
}
