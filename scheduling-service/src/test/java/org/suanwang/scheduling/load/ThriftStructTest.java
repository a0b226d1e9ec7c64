package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Structures of Thrift's compact protocol, written by hand. */
class ThriftStructTest {
  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.flip();
  }

  private static int skipped(int... values) {
    ByteBuffer in = bytes(values);
    ThriftStruct.skip(in);
    return in.position();
  }

  @Test
  void everyType_isPassedOver() {
    assertThat(skipped(0)).isEqualTo(1);
    // true, a byte, 300 as a number, a double, "ab"; the last byte belongs to somebody else
    assertThat(
            skipped(
                0x11, 0x13, 9, 0x15, 0xd8, 0x04, 0x17, 1, 2, 3, 4, 5, 6, 7, 8, 0x18, 2, 'a', 'b', 0,
                7))
        .isEqualTo(20);
    // a list of two truths, a long list of sixteen bytes
    assertThat(skipped(0x19, 0x21, 1, 2, 0)).isEqualTo(5);
    assertThat(skipped(0x19, 0xf3, 16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 0))
        .isEqualTo(20);
    // an empty map, a map of one text to one number
    assertThat(skipped(0x1b, 0, 0x1b, 1, 0x85, 1, 'k', 4, 0)).isEqualTo(9);
    // a structure in field 20, with its number in long
    assertThat(skipped(0x0c, 40, 0x15, 2, 0, 0)).isEqualTo(6);
  }

  @Test
  void whatIsLongerThanItsBytes_isRefused() {
    assertThatThrownBy(() -> skipped(0x18, 3, 'a', 'b'))
        .hasMessage("a text is longer than its file");
    assertThatThrownBy(() -> skipped(0x18, 0xff, 0xff, 0xff, 0xff, 0x07, 0))
        .hasMessage("a text is longer than its file");
    assertThatThrownBy(() -> skipped(0x19, 0xf1, 0xff, 0xff, 0xff, 0xff, 0x07, 0))
        .hasMessage("a list is longer than its file");
    assertThatThrownBy(() -> skipped(0x1b, 0xff, 0x7f, 0x11, 0))
        .hasMessage("a list is longer than its file");
    assertThatThrownBy(() -> skipped(0x15, 2)).isInstanceOf(BufferUnderflowException.class);
    assertThatThrownBy(() -> skipped(0x17, 2, 0)).hasMessage("a text is longer than its file");
  }

  @Test
  void whatCannotBe_isRefused() {
    assertThatThrownBy(() -> skipped(0x1e, 0)).hasMessage("there is no Thrift type 14");
    int[] longNumber = {0x15, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0};
    assertThatThrownBy(() -> skipped(longNumber)).hasMessage("a number is too long");
    int[] nested = new int[200];
    Arrays.fill(nested, 0x1c);
    assertThatThrownBy(() -> skipped(nested)).hasMessage("structures are nested too deeply");
    int[] lists = new int[200];
    Arrays.fill(lists, 0x19);
    assertThatThrownBy(() -> skipped(lists)).hasMessage("lists are nested too deeply");
  }
}
