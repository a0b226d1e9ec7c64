package org.suanwang.scheduling.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.CatalogVersion;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.DeviceTypeSnapshot;
import org.suanwang.scheduling.cluster.Throughput;

/** Asks the catalogue for all accelerators, with retries, a time limit and a circuit breaker. */
@ApplicationScoped
public class CatalogClient {
  private static final int PAGE = 1000;
  private static final int PAGES_MAX = 20;

  private final CatalogApi api;

  CatalogClient(@RestClient CatalogApi api) {
    this.api = api;
  }

  /** All device types of the catalogue's present version; any failure of the call is thrown. */
  @Retry(maxRetries = 2, delay = 200)
  @Timeout(5_000)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5_000)
  public DeviceTypeSnapshot fetch() {
    List<DeviceType> types = new ArrayList<>();
    AcceleratorPage page = api.accelerators(PAGE, null);
    String version = version(page);
    addAll(types, page);
    for (int i = 1; page.nextCursor() != null && i < PAGES_MAX; i++) {
      page = api.accelerators(PAGE, page.nextCursor());
      addAll(types, page);
    }
    return new DeviceTypeSnapshot(new CatalogVersion(version, false), types);
  }

  private static String version(AcceleratorPage page) {
    AcceleratorPage.Version version = page.catalogVersion();
    if (version == null || version.id() == null) {
      throw new IllegalStateException("the catalogue's answer has no catalogVersion.id");
    }
    return version.id();
  }

  private static void addAll(List<DeviceType> types, AcceleratorPage page) {
    for (AcceleratorPage.Item item :
        Objects.requireNonNullElse(page.items(), List.<AcceleratorPage.Item>of())) {
      String id = item.id();
      if (id != null) {
        types.add(deviceType(id, item.vendor(), item.specification()));
      }
    }
  }

  private static DeviceType deviceType(
      String id,
      AcceleratorPage.@Nullable Vendor vendor,
      AcceleratorPage.@Nullable Specification spec) {
    String maker = vendor == null ? null : vendor.id();
    String country = vendor == null ? null : vendor.country();
    if (spec == null) {
      return new DeviceType(
          id,
          null,
          null,
          DeviceType.Source.CATALOGUE,
          maker,
          null,
          null,
          null,
          Map.of(),
          List.of(),
          null,
          country);
    }
    Double gigabytes = in("GB", spec.memoryCapacity());
    List<Throughput> throughputs =
        Objects.requireNonNullElse(spec.throughputs(), List.<AcceleratorPage.Peak>of()).stream()
            .map(CatalogClient::throughput)
            .filter(t -> t.teraflops() > 0)
            .toList();
    return new DeviceType(
        id,
        Throughput.findFp16Dense(throughputs).orElse(null),
        in("W", spec.power()),
        DeviceType.Source.CATALOGUE,
        maker,
        null,
        in("GB/s", spec.memoryBandwidth()),
        gigabytes == null ? null : (Integer) DeviceType.memoryMib(gigabytes),
        Throughput.densePeaks(throughputs),
        List.of(),
        null,
        country);
  }

  private static Throughput throughput(AcceleratorPage.Peak peak) {
    Double teraflops = in("TFLOP/s", peak.peak());
    return new Throughput(
        Objects.requireNonNullElse(peak.precision(), ""),
        Objects.requireNonNullElse(peak.sparsity(), ""),
        Objects.requireNonNullElse(peak.scope(), ""),
        teraflops == null ? 0 : teraflops);
  }

  /** A number in another unit is worse than none: it would be read a thousand times too large. */
  private static @Nullable Double in(String unit, AcceleratorPage.@Nullable Resolved resolved) {
    return resolved != null && unit.equals(resolved.unit()) ? resolved.value() : null;
  }
}
