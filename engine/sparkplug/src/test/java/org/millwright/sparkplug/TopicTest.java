// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

  @Test
  void readsTheParts() {
    assertThat(Topic.parse("spBv1.0/Mill 1/DDATA/Line/Saw").orNull())
        .isEqualTo(new Topic.Edge(Topic.MessageType.DDATA, "Mill 1", "Line", "Saw"));
    assertThat(Topic.parse("spBv1.0/STATE/host").orNull()).isEqualTo(new Topic.State("host"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spBv1.0/g/NBIRTH/n",
        "spBv1.0/g/DCMD/n/d",
        "spBv1.0/STATE/主机",
        "spBv1.0/STATE/NDATA/n"
      })
  void writesWhatItRead(String topic) {
    assertThat(Topic.parse(topic).orNull()).hasToString(topic);
  }

  @ParameterizedTest
  @CsvSource({
    "spAv1.0/g/NBIRTH/n, SPARKPLUG-TOPIC-NAMESPACE",
    "spBv1.0/g/NBIRTH, SPARKPLUG-TOPIC-LEVELS",
    "spBv1.0/g/NBIRTH/n/d, SPARKPLUG-TOPIC-LEVELS",
    "spBv1.0/g/DBIRTH/n, SPARKPLUG-TOPIC-LEVELS",
    "spBv1.0/g/DBIRTH/n/d/e, SPARKPLUG-TOPIC-LEVELS",
    "spBv1.0/g/BIRTH/n, SPARKPLUG-TOPIC-TYPE",
    "spBv1.0//NBIRTH/n, SPARKPLUG-TOPIC-ID",
    "spBv1.0/g/NBIRTH/+, SPARKPLUG-TOPIC-ID",
    "spBv1.0/g/DDATA/n/a#, SPARKPLUG-TOPIC-ID"
  })
  void refusesWhatIsNoSparkplugTopic(String topic, String code) {
    assertThat(Topic.parse(topic))
        .isInstanceOfSatisfying(
            Decoded.Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  @Property(tries = 300)
  void takesOrRefusesAnyText(@ForAll String text) {
    Topic topic = Topic.parse("spBv1.0/" + text).orNull();
    assertThat(topic == null || topic.toString().equals("spBv1.0/" + text)).isTrue();
  }
}
