// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes worked out by hand from the .proto of Sparkplug 3.0, chapter 6.4.1. */
class GoldenBytesTest {

  private static final String BIRTH =
      "08e807" // timestamp 1000
          + "1210" // a metric of 16 bytes
          + "0a055370656564" // name "Speed"
          + "1007" // alias 7
          + "200a" // datatype 10, Double
          // 7 + 2 + 2 bytes so far; a double needs 9
          + "";

  @Test
  void writesADoubleUnderItsNameAndAlias() {
    PayloadWriter writer = new PayloadWriter();
    writer.begin(1000, 255);
    writer
        .openMetric()
        .name("Speed")
        .alias(7)
        .type(DataType.DOUBLE)
        .real(DataType.DOUBLE, 1.5)
        .close();

    assertThat(HexFormat.of().formatHex(writer.toByteArray()))
        .isEqualTo(
            BIRTH.replace("1210", "1214")
                + "69000000000000f83f" // double_value 1.5, little-endian
                + "18ff01"); // seq 255
  }

  @Test
  void writesANegativeInt8AsThirtyTwoBitsAndReadsItEitherWay() {
    Metric metric = Metric.of("a", 1, new Value.Whole(DataType.INT8, -1));
    byte[] bytes = Payloads.encode(Payload.of(1, 0L, List.of(metric)));

    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo("0801" + "120d" + "0a0161" + "1801" + "2001" + "50ffffffff0f" + "1800");
    byte[] narrow =
        HexFormat.of().parseHex("0801" + "120a" + "0a0161" + "1801" + "2001" + "50ff01" + "1800");
    assertThat(Payloads.decode(narrow).metrics()).containsExactly(metric);
  }

  @Test
  void writesABooleanArrayAsCountAndBitsFromTheTop() {
    Value value =
        new Value.BoolArray(
            new boolean[] {
              false, false, true, true, false, true, false, false, true, true, false, true
            });
    byte[] bytes = Payloads.encode(Payload.of(1, null, List.of(Metric.of("a", 1, value))));

    // The example of Sparkplug 3.0, 6.4.17 "BooleanArray": 12 elements, 0x34 0xD0.
    assertThat(HexFormat.of().formatHex(bytes)).endsWith("8201" + "06" + "0c000000" + "34d0");
  }

  @Test
  void writesAStringArrayWithAZeroByteAfterEach() {
    Value value = new Value.TextArray(List.of("ABC", "hello"));
    byte[] bytes = Payloads.encode(Payload.of(1, null, List.of(Metric.of("a", 1, value))));

    // The example of Sparkplug 3.0, 6.4.17 "StringArray".
    assertThat(HexFormat.of().formatHex(bytes))
        .endsWith("8201" + "0a" + "41424300" + "68656c6c6f00");
  }

  @Test
  void aMetricOfMoreThan127BytesGetsALongerLength() {
    String text = "x".repeat(200);
    Metric metric = Metric.of("a", 1, new Value.Text(DataType.STRING, text));
    byte[] bytes = Payloads.encode(Payload.of(1, 5L, List.of(metric)));

    assertThat(HexFormat.of().formatHex(bytes, 0, 7)).isEqualTo("0801" + "12d201" + "0a01");
    assertThat(Payloads.decode(bytes).metrics()).containsExactly(metric);
  }
}
