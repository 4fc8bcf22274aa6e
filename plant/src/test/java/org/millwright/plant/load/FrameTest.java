// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.millwright.sparkplug.Decoded;
import org.millwright.sparkplug.Metric;
import org.millwright.sparkplug.Payload;
import org.millwright.sparkplug.PayloadDecoder;
import org.millwright.sparkplug.Value;

class FrameTest {

  @Property(tries = 200)
  void aPatchedFrameIsAValidDataMessageWithNewValues(
      @ForAll @IntRange(min = 1, max = 60) int metrics,
      @ForAll @IntRange(min = 1, max = 200_000) int firstAlias,
      @ForAll @LongRange(min = 1L << 36, max = (1L << 42) - 1) long millis,
      @ForAll @IntRange(max = 255) int seq) {
    List<FrameLayout> layouts = List.of(new FrameLayout(0, metrics));
    LoadDevice device = new LoadDevice(layouts, metrics, firstAlias, 7, 0);

    Payload one = decode(device.next(millis, seq), firstAlias);
    Payload two = decode(device.next(millis + 1, (seq + 1) & 0xFF), firstAlias);

    assertThat(one.timestamp()).isEqualTo(millis);
    assertThat(one.seq()).isEqualTo(seq);
    assertThat(one.metrics()).hasSize(metrics);
    for (int i = 0; i < metrics; i++) {
      Metric metric = one.metrics().get(i);
      assertThat(metric.alias()).isEqualTo(firstAlias + i);
      assertThat(metric.timestamp()).isEqualTo(millis);
      assertThat(metric.value()).isNotInstanceOf(Value.Absent.class);
      if (i > 0) { // the state stays in Execute most of the time
        assertThat(two.metrics().get(i).value()).isNotEqualTo(metric.value());
      }
    }
  }

  private static Payload decode(byte[] bytes, int firstAlias) {
    Decoded<Payload> decoded =
        new PayloadDecoder()
            .decode(
                bytes,
                0,
                bytes.length,
                metric -> LoadMetric.of((int) metric.alias() - firstAlias).type());
    assertThat(decoded).isInstanceOf(Decoded.Good.class);
    return ((Decoded.Good<Payload>) decoded).value();
  }
}
