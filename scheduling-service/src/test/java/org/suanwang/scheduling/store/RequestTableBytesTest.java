package org.suanwang.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.inference.RequestTable;

class RequestTableBytesTest {
  @Test
  void requests_comeBackAsTheyWere() {
    RequestTable requests =
        new RequestTable.Builder()
            .add(0, 0, 0)
            .add(127, 127, 128)
            .add(128, 16_383, 16_384)
            .add(2_147_483_647_000_000L, RequestTable.TOKENS_MAX, RequestTable.TOKENS_MAX)
            .build();
    RequestTable back = RequestTableBytes.load(RequestTableBytes.render(requests));

    assertThat(back.size()).isEqualTo(4);
    for (int i = 0; i < 4; i++) {
      assertThat(back.arrivalMicros(i)).isEqualTo(requests.arrivalMicros(i));
      assertThat(back.promptTokens(i)).isEqualTo(requests.promptTokens(i));
      assertThat(back.outputTokens(i)).isEqualTo(requests.outputTokens(i));
    }
  }

  @Test
  void otherFormat_isRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(9);
    }
    assertThatThrownBy(() -> RequestTableBytes.load(bytes.toByteArray()))
        .isInstanceOf(IllegalStateException.class);
  }
}
