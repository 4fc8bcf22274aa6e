// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PayloadRoundTripTest {

  @Provide
  Arbitrary<Payload> payloads() {
    return Payloads.payloads();
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void everyPayloadComesBackAsItWas(@ForAll("payloads") Payload payload) {
    assertThat(Payloads.decode(Payloads.encode(payload))).isEqualTo(payload);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aPayloadReadsTheSameFromTheMiddleOfAnArrayAndFromADirectBuffer(
      @ForAll("payloads") Payload payload) {
    byte[] encoded = Payloads.encode(payload);
    byte[] framed = new byte[encoded.length + 7];
    System.arraycopy(encoded, 0, framed, 3, encoded.length);
    ByteBuffer direct = ByteBuffer.allocateDirect(encoded.length).put(encoded).flip();

    PayloadReader reader = new PayloadReader();
    assertThat(reader.open(framed, 3, encoded.length)).isTrue();
    assertSame(reader, payload);
    assertThat(reader.open(direct)).isTrue();
    assertSame(reader, payload);
    assertThat(direct.remaining()).isEqualTo(encoded.length);
  }

  private static void assertSame(PayloadReader reader, Payload payload) {
    assertThat(reader.check()).isTrue();
    assertThat(reader.metricCount()).isEqualTo(payload.metrics().size());
    assertThat(reader.hasSeq() ? reader.seq() : null).isEqualTo(payload.seq());
    assertThat(reader.hasTimestamp() ? reader.timestamp() : null).isEqualTo(payload.timestamp());
    for (Metric metric : payload.metrics()) {
      assertThat(reader.next()).isTrue();
      assertSame(reader.metric(), metric);
    }
    assertThat(reader.next()).isFalse();
    assertThat(reader.refusal()).isNull();
  }

  private static void assertSame(MetricView view, Metric metric) {
    assertThat(view.hasName() ? view.name() : null).isEqualTo(metric.name());
    assertThat(view.hasAlias() ? view.alias() : null).isEqualTo(metric.alias());
    assertThat(view.hasTimestamp() ? view.timestamp() : null).isEqualTo(metric.timestamp());
    assertThat(view.type()).isEqualTo(metric.type());
    assertThat(view.isHistorical()).isEqualTo(metric.historical());
    assertThat(view.isTransient()).isEqualTo(metric.transientValue());
    assertThat(view.isNull()).isEqualTo(metric.value() instanceof Value.Absent);
    switch (metric.value()) {
      case Value.Whole(DataType type, long value) -> assertThat(view.asLong(type)).isEqualTo(value);
      case Value.Real(DataType type, double value) ->
          assertThat(Double.valueOf(view.asDouble(type))).isEqualTo(Double.valueOf(value));
      case Value.Bool(boolean value) ->
          assertThat(view.asDouble(DataType.BOOLEAN)).isEqualTo(value ? 1 : 0);
      case Value.Time(long millis) -> assertThat(view.asLong(DataType.DATE_TIME)).isEqualTo(millis);
      case Value.Text(DataType _, String value) -> assertThat(view.text()).isEqualTo(value);
      default -> {}
    }
  }
}
