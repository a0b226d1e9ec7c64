package org.suanwang.scheduling.store;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps nothing: the queue's tasks carry no data. The library's default is Java serialisation,
 * which this house and a native image do without.
 */
final class NoDataSerializer implements Serializer {
  private static final byte[] NOTHING = {};

  @Override
  public byte[] serialize(@Nullable Object data) {
    if (data != null) {
      throw new IllegalArgumentException("tasks of this queue carry no data");
    }
    return NOTHING;
  }

  @Override
  @SuppressWarnings("NullAway") // null is how the library says "no data"
  public <T> T deserialize(Class<T> type, byte @Nullable [] bytes) {
    return null;
  }
}
