// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedPayloadTest {

  @Provide
  Arbitrary<Payload> payloads() {
    return Payloads.payloads();
  }

  @Property(tries = 1_000)
  void anyBytesAreReadOrRefusedAndReaderAndDecoderAgree(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aSpoiltPayloadIsReadOrRefused(@ForAll("payloads") Payload payload, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = Payloads.encode(payload);
    for (int round = 0; round < 20 && bytes.length > 0; round++) {
      byte[] spoilt = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
      }
      readOrRefuse(spoilt);
    }
  }

  private static void readOrRefuse(byte[] bytes) {
    PayloadReader reader = new PayloadReader();
    boolean sound = reader.open(bytes, 0, bytes.length) && reader.check();
    assertThat(reader.refusal() == null).isEqualTo(sound);
    switch (new PayloadDecoder().decode(bytes)) {
      case Decoded.Good<Payload>(Payload payload) -> {
        assertThat(sound).isTrue();
        assertThat(payload.metrics()).hasSize(reader.metricCount());
        assertThat(PayloadJson.render(payload)).startsWith("{");
      }
      case Decoded.Refused<Payload>(var refusal) ->
          assertThat(refusal.code()).startsWith("SPARKPLUG-");
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyCutInsideTheLastFieldIsTruncated(@ForAll("payloads") Payload payload) {
    byte[] bytes = Payloads.encode(new Payload(1L, 1L, payload.metrics(), "end", null));
    for (int cut = 1; cut <= 4; cut++) {
      PayloadReader reader = new PayloadReader();
      assertThat(reader.open(bytes, 0, bytes.length - cut)).isFalse();
      assertThat(reader.fault()).isEqualTo(Fault.TRUNCATED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'08', TRUNCATED",
    "'08ffffffffffffffffffff01', VARINT",
    "'00', TAG",
    "'0f', TAG",
    "'0c', TAG",
    "'12ffffffff07', TRUNCATED",
    "'12ffffffffffffffffff01', TRUNCATED",
    "'120265ff', TRUNCATED",
    "'12030a05ff', TRUNCATED",
    "'0b0b0b', TRUNCATED",
  })
  void namesTheFaultOfEachKindOfBrokenWire(String hex, Fault fault) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    PayloadReader reader = new PayloadReader();

    assertThat(reader.open(bytes, 0, bytes.length) && reader.check()).isFalse();
    assertThat(reader.fault()).isEqualTo(fault);
    assertThat(reader.next()).isFalse();
  }

  @Test
  void refusesAPayloadAboveTheLimitBeforeReadingIt() {
    PayloadReader reader = new PayloadReader(8);

    assertThat(reader.open(new byte[9], 0, 9)).isFalse();
    assertThat(reader.fault()).isEqualTo(Fault.OVERSIZED);
    assertThat(reader.open(ByteBuffer.allocateDirect(9))).isFalse();
    assertThat(reader.refusal().code()).isEqualTo("SPARKPLUG-OVERSIZED");
    assertThat(reader.open(new byte[] {8, 1}, 0, 2)).isTrue();
  }

  @Test
  void refusesTemplatesNestedWithoutEnd() {
    Value value = new Value.Bool(true);
    for (int depth = 0; depth < 40; depth++) {
      value = new Template(null, null, true, List.of(), List.of(Metric.of("m", 0, value)));
    }
    byte[] bytes = Payloads.encode(Payload.of(0, 0L, List.of(Metric.of("m", 0, value))));

    assertThat(refusalOf(bytes)).isEqualTo("SPARKPLUG-DEPTH");
  }

  @Test
  void refusesGroupsNestedWithoutEnd() {
    byte[] bytes = new byte[1_000_000];
    Arrays.fill(bytes, (byte) (7 << 3 | 3));

    assertThat(refusalOf(bytes)).isEqualTo("SPARKPLUG-DEPTH");
  }

  @Test
  void passesOverUnknownFieldsOfEveryWireType() {
    String unknown = "38ff01" + "39" + "00".repeat(8) + "3a03616263" + "3b080144" + "3d00000000";
    // 3b opens group 7; 3c closes it.
    byte[] bytes = HexFormat.of().parseHex(unknown.replace("080144", "0801" + "3c") + "1805");
    PayloadReader reader = new PayloadReader();

    assertThat(reader.open(bytes, 0, bytes.length)).isTrue();
    assertThat(reader.seq()).isEqualTo(5);
  }

  @Test
  void refusesANameThatIsNotUtf8WhenItMustBecomeText() {
    assertThat(refusalOf(HexFormat.of().parseHex("12040a02c328"))).isEqualTo("SPARKPLUG-UTF8");
  }

  @Test
  void refusesAValueInTheFieldOfAnotherKind() {
    // datatype 10 (Double), value in field 15 (string).
    assertThat(refusalOf(HexFormat.of().parseHex("1205200a7a0141"))).isEqualTo("SPARKPLUG-VALUE");
  }

  @Test
  void refusesAnArrayWhoseBytesDoNotDivide() {
    // datatype 24 (Int32Array) of three bytes.
    assertThat(refusalOf(HexFormat.of().parseHex("120820188201" + "03010203")))
        .isEqualTo("SPARKPLUG-ARRAY");
  }

  @Test
  void refusesABooleanArrayThatClaimsMoreThanItHolds() {
    assertThat(refusalOf(HexFormat.of().parseHex("120920208201" + "04ffffff7f")))
        .isEqualTo("SPARKPLUG-ARRAY");
  }

  private static String refusalOf(byte[] bytes) {
    return switch (new PayloadDecoder().decode(bytes)) {
      case Decoded.Good<Payload> good -> good.toString();
      case Decoded.Refused<Payload>(var refusal) -> refusal.code();
    };
  }
}
