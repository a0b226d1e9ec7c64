package org.suanwang.kubernetes.manifest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a left-out list or map of a manifest means: an empty one. */
public final class Absent {

  private Absent() {}

  public static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  public static <K, V> Map<K, V> orNone(@Nullable Map<K, V> map) {
    return map == null ? Map.of() : map;
  }
}
