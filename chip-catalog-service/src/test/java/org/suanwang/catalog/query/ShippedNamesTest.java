package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.load.ShippedData;

/** The name of a chip finds the boards that carry it, in the shipped data. */
class ShippedNamesTest {
  private static final SearchIndex INDEX = SearchIndex.of(ShippedData.catalog());

  private static List<String> find(String text) {
    var query =
        new AcceleratorQuery(Map.of(), List.of(), Match.RESOLVED, Optional.of(text), List.of());
    return Arrays.stream(INDEX.run(query, -1, 1000).places())
        .mapToObj(p -> INDEX.accelerators().get(p).id())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "思元370, cambricon-siyuan-370 cambricon-mlu370-s8 cambricon-mlu370-s4 cambricon-mlu370-x4"
        + " cambricon-mlu370-x8",
    "思元290, cambricon-siyuan-290 cambricon-mlu290-m5",
    "思元270, cambricon-siyuan-270 cambricon-mlu270-f4 cambricon-mlu270-s4",
    "邃思2.0, enflame-dtu-2 enflame-cloudblazer-t20 enflame-cloudblazer-t21",
    "昆仑芯2代, kunlunxin-2 kunlunxin-r200 kunlunxin-r300",
    "昇腾310B, huawei-ascend-310b huawei-atlas-200i-a2-20t huawei-atlas-200i-a2-8t"
        + " huawei-atlas-200i-dk-a2",
    "昇腾950PR, huawei-ascend-950pr huawei-atlas-350"
  })
  void chip_isFoundFirstAndThenWhatCarriesIt(String name, String ids) {
    assertThat(find(name)).containsExactly(ids.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "昇腾310, huawei-ascend-310 huawei-ascend-310b huawei-ascend-310p huawei-atlas-300i-3000"
        + " huawei-atlas-300i-duo huawei-atlas-300i-pro",
    "昇腾910, huawei-ascend-910 huawei-ascend-910b huawei-ascend-910b3 huawei-ascend-910c"
        + " huawei-ascend-910-pro-a"
  })
  void family_isFoundWhole(String name, String ids) {
    assertThat(find(name)).contains(ids.split(" ", -1)).startsWith(ids.split(" ", -1)[0]);
  }
}
