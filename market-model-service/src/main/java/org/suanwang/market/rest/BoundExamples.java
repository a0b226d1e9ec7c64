package org.suanwang.market.rest;

/** Examples of numbers that are known only as bounds; a test keeps them true. */
final class BoundExamples {
  static final String QUESTION =
      """
      {"model": "dongwu-2024", "outputs": ["hub_new_capacity_2025"]}""";

  static final String ANSWER =
      """
      {
        "model": {"id": "dongwu-2024", "version": "f7c2228ce1cd"},
        "scenario": "base",
        "mode": "exact",
        "values": [
          {
            "variable": "hub_new_capacity_2025",
            "label": "New compute of 2025 in the hub nodes",
            "exact": "24",
            "value": 24.0,
            "printed": "24",
            "bound": "at least",
            "boundedBy": ["hub_share_of_new_compute"],
            "unit": "EFLOP/s"
          }
        ]
      }""";

  private BoundExamples() {}
}
