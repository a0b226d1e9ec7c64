package org.suanwang.scheduling.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.JobData;

/** In which hubs jobs may run, as bytes. */
final class HubTermsBytes {
  /** Stands for data that may be anywhere. */
  private static final int ANYWHERE = -1;

  private HubTermsBytes() {}

  static void write(DataOutputStream out, HubTerms terms) throws IOException {
    LatencyBound latency = terms.latency();
    out.writeBoolean(latency != null);
    if (latency != null) {
      out.writeUTF(latency.from());
      out.writeDouble(latency.roundTripMillisMax());
    }
    JobData data = terms.data();
    out.writeBoolean(data != null);
    if (data != null) {
      out.writeUTF(data.id());
      out.writeUTF(data.hub());
      out.writeLong(data.megabytes());
      writeResidency(out, data.residency());
    }
  }

  private static void writeResidency(DataOutputStream out, @Nullable List<String> hubs)
      throws IOException {
    out.writeInt(hubs == null ? ANYWHERE : hubs.size());
    if (hubs != null) {
      for (String hub : hubs) {
        out.writeUTF(hub);
      }
    }
  }

  static HubTerms read(DataInputStream in) throws IOException {
    LatencyBound latency =
        in.readBoolean() ? new LatencyBound(in.readUTF(), in.readDouble()) : null;
    JobData data =
        in.readBoolean()
            ? new JobData(in.readUTF(), in.readUTF(), in.readLong(), readResidency(in))
            : null;
    return new HubTerms(latency, data);
  }

  private static @Nullable List<String> readResidency(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size == ANYWHERE) {
      return null;
    }
    List<String> hubs = new ArrayList<>();
    for (int left = size; left > 0; left--) {
      hubs.add(in.readUTF());
    }
    return hubs;
  }
}
