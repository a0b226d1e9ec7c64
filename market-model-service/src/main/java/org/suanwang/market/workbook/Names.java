package org.suanwang.market.workbook;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a spreadsheet calls the parameters and variables. {@code iaas_2025} stays as it is; {@code
 * share@2025-06} becomes {@code share_2025_06}. A name without an underscore gets one at its end,
 * because spreadsheets read {@code h100} as a cell, {@code r} as a row and {@code true} as a value;
 * no cell, row or value of theirs has an underscore.
 */
final class Names {
  /** The scenario that is computed; models' names begin with a letter. */
  static final String SCENARIO = "_scenario";

  /** Which column of the scenarios it is. */
  static final String SCENARIO_NUMBER = "_scenario_number";

  private final Map<String, String> byKey;

  private Names(Map<String, String> byKey) {
    this.byKey = Collections.unmodifiableMap(byKey);
  }

  static Names of(List<String> keys) {
    var byKey = new LinkedHashMap<String, String>();
    var taken = new HashSet<String>();
    // First those that need no change, so that they keep their name.
    keys.stream().filter(key -> plain(key).equals(key)).forEach(key -> take(key, byKey, taken));
    keys.stream().filter(key -> !byKey.containsKey(key)).forEach(key -> take(key, byKey, taken));
    return new Names(byKey);
  }

  private static void take(String key, Map<String, String> byKey, Set<String> taken) {
    var name = new StringBuilder(plain(key));
    while (!taken.add(name.toString())) {
      name.append('_');
    }
    byKey.put(key, name.toString());
  }

  private static String plain(String key) {
    String name = key.replace('@', '_').replace('-', '_');
    return name.contains("_") ? name : name + "_";
  }

  String of(String key) {
    return Objects.requireNonNull(byKey.get(key), key);
  }
}
