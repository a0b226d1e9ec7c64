package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.cluster.DeviceTemplate;

/** Slices are packed into as few devices as trying all ways of cutting finds. */
class SlicePackingTest {
  /** All ways of cutting one device, and the fewest devices of what was asked before. */
  private static final class AllWays {
    private final List<int[]> cuts = new ArrayList<>();
    private final Map<List<Integer>, Integer> known = new HashMap<>();

    AllWays(List<DeviceTemplate> profiles, int memoryMib) {
      addCuts(profiles, new int[profiles.size()], 0, 1000, memoryMib);
    }

    private void addCuts(List<DeviceTemplate> profiles, int[] cut, int at, int milli, int mib) {
      if (at == cut.length) {
        cuts.add(cut.clone());
        return;
      }
      DeviceTemplate one = profiles.get(at);
      for (int n = 0; n * one.computeMilli() <= milli && n * one.memoryMib() <= mib; n++) {
        cut[at] = n;
        addCuts(profiles, cut, at + 1, milli - n * one.computeMilli(), mib - n * one.memoryMib());
      }
      cut[at] = 0;
    }

    int fewest(int[] left) {
      int first = 0;
      while (first < left.length && left[first] == 0) {
        first++;
      }
      if (first == left.length) {
        return 0;
      }
      List<Integer> key = Arrays.stream(left).boxed().toList();
      Integer before = known.get(key);
      if (before != null) {
        return before;
      }
      int best = Integer.MAX_VALUE;
      for (int[] cut : cuts) {
        if (cut[first] > 0) {
          int[] rest = left.clone();
          for (int i = 0; i < rest.length; i++) {
            rest[i] = Math.max(0, rest[i] - cut[i]);
          }
          best = Math.min(best, 1 + fewest(rest));
        }
      }
      known.put(key, best);
      return best;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA-A100-SXM4-40GB, 5, 7776",
    "NVIDIA-H100-80GB-HBM3, 5, 7776",
    "NVIDIA-A100-80GB-PCIe, 3, 1024",
    "NVIDIA-A30, 12, 169"
  })
  void slices_takeTheFewestDevices(String product, int most, int cases) {
    MigModel model = Objects.requireNonNull(MigModel.find(product));
    List<DeviceTemplate> profiles = List.copyOf(model.templates().values());
    AllWays all = new AllWays(profiles, model.memoryMib());
    int[] counts = new int[profiles.size()];
    for (int number = 0; number < cases; number++) {
      int rest = number;
      List<DeviceTemplate> slices = new ArrayList<>();
      for (int i = 0; i < counts.length; i++) {
        counts[i] = rest % (most + 1);
        rest /= most + 1;
        slices.addAll(Collections.nCopies(counts[i], profiles.get(i)));
      }
      assertThat(SlicePacking.devices(slices, model.memoryMib()))
          .as(Arrays.toString(counts))
          .isEqualTo(all.fewest(counts));
      requireRoom(slices, model.memoryMib());
    }
  }

  private static void requireRoom(List<DeviceTemplate> slices, int memoryMib) {
    int[] deviceOf = SlicePacking.pack(slices, memoryMib);
    int[] milli = new int[slices.size()];
    int[] memory = new int[slices.size()];
    for (int i = 0; i < deviceOf.length; i++) {
      milli[deviceOf[i]] += slices.get(i).computeMilli();
      memory[deviceOf[i]] += slices.get(i).memoryMib();
    }
    assertThat(Arrays.stream(milli).max().orElse(0)).isLessThanOrEqualTo(1000);
    assertThat(Arrays.stream(memory).max().orElse(0)).isLessThanOrEqualTo(memoryMib);
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA-A30, 24576, 2",
    "A100-SXM4-40GB, 40960, 5",
    "NVIDIA-A100-PCIE-40GB, 40960, 5",
    "NVIDIA-A100-SXM4-80GB, 81920, 5",
    "NVIDIA-A100-80GB-PCIe, 81920, 5",
    "NVIDIA-H100-80GB-HBM3, 81920, 5",
    "NVIDIA-H100-PCIe, 81920, 5",
    "NVIDIA-H100-NVL, 0, 0",
    "NVIDIA-A300, 0, 0",
    "NVIDIA-A100-SXM-64GB, 0, 0",
    "NVIDIA-A100-SXM4-40GB-MIG-1g.5gb, 0, 0",
    "nvidia.com/gpu, 0, 0"
  })
  void models_areKnownByTheirProducts(String product, int memoryMib, int templates) {
    MigModel model = MigModel.find(product);
    assertThat(model == null ? 0 : model.memoryMib()).isEqualTo(memoryMib);
    assertThat(model == null ? 0 : model.templates().size()).isEqualTo(templates);
  }
}
