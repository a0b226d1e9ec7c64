package org.suanwang.scheduling.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue's list of accelerators, as far as the scheduler reads it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AcceleratorPage(
    @Nullable Version catalogVersion, @Nullable List<Item> items, @Nullable String nextCursor) {
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Version(@Nullable String id) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(
      @Nullable String id, @Nullable Vendor vendor, @Nullable Specification specification) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Vendor(@Nullable String id, @Nullable String country) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Specification(
      @Nullable List<Peak> throughputs,
      @Nullable Resolved power,
      @Nullable Resolved memoryBandwidth,
      @Nullable Resolved memoryCapacity) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Peak(
      @Nullable String precision,
      @Nullable String sparsity,
      @Nullable String scope,
      @Nullable Resolved peak) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Resolved(@Nullable Double value, @Nullable String unit) {}
}
