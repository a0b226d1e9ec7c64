package org.suanwang.scheduling.workload;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the data of a workload: the same of each id, whichever job names it. */
public final class KnownData {
  public static final String RULE = "jobs that name the same data must say the same of it";
  public static final String REMEDY = "give other data another id";

  private final Map<String, JobData> byId = new HashMap<>();

  /** Takes what a job says; null for nothing. Returns whether nothing else was said before. */
  public boolean take(@Nullable JobData data) {
    if (data == null) {
      return true;
    }
    JobData before = byId.putIfAbsent(data.id(), data);
    return before == null || before.equals(data);
  }
}
