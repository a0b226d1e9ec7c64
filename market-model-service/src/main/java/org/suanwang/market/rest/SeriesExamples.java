package org.suanwang.market.rest;

/** The examples about years; a test keeps them true, as those of {@link Examples}. */
final class SeriesExamples {
  static final String SERIES =
      """
      {"model": "dongwu-2024", "scenario": "neutral", "families": ["iaas"]}""";

  static final String SERIES_ANSWER =
      """
      {
        "model": {"id": "dongwu-2024", "version": "f7c2228ce1cd"},
        "scenario": "neutral",
        "mode": "exact",
        "series": [
          {
            "family": "iaas",
            "unit": "1e8 CNY",
            "years": [2022, 2025],
            "variables": ["iaas_2022", "iaas_2025"],
            "values": [3413.0, 4778.2],
            "exact": ["3413", "4778.2"],
            "printed": ["3413", "4778"]
          }
        ]
      }""";

  static final String BANDS =
      """
      {
        "model": "dongwu-2024",
        "scenario": "uncertain-chain",
        "families": ["iaas"],
        "worlds": 1024,
        "quantiles": [0.05, 0.95]
      }""";

  static final String BANDS_ANSWER =
      """
      {
        "model": {"id": "dongwu-2024", "version": "f7c2228ce1cd"},
        "scenario": "uncertain-chain",
        "method": "quasi-monte-carlo",
        "worlds": 1024,
        "seed": 1,
        "series": [
          {
            "family": "iaas",
            "unit": "1e8 CNY",
            "years": [2022, 2025],
            "variables": ["iaas_2022", "iaas_2025"],
            "base": [3413.0, 4778.2],
            "failed": [0, 0]
          }
        ]
      }""";

  private SeriesExamples() {}
}
