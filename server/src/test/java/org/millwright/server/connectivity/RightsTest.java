// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {

  private final Rights rights = Rights.EdgeNode.of("g", "n");

  @ParameterizedTest
  @CsvSource({
    "spBv1.0/g/NBIRTH/n, true",
    "spBv1.0/g/NDEATH/n, true",
    "spBv1.0/g/DDATA/n/saw, true",
    "spBv1.0/g/DDATA/n, false",
    "spBv1.0/g/DDATA/n/, false",
    "spBv1.0/g/DDATA/n/saw/x, false",
    "spBv1.0/g/NDATA/n/saw, false",
    "spBv1.0/g/NDATA/n2, false",
    "spBv1.0/g/DDATA/n2/saw, false",
    "spBv1.0/g2/NDATA/n, false",
    "spBv1.0/g/NCMD/n, false",
    "spBv1.0/g/DCMD/n/saw, false",
    "spBv1.0/STATE/millwright, false",
    "plain/topic, false"
  })
  void anEdgeNodePublishesItsOwnTopicsOnly(String topic, boolean may) {
    assertThat(rights.mayPublish(topic)).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({"plant/a, true", "plant/a/b, true", "other/a, false", "spBv1.0/g/NBIRTH/n, false"})
  void aPlainDevicePublishesBelowItsFilterAndNeverSparkplug(String topic, boolean may) {
    assertThat(new Rights.Plain(TopicPattern.parse("plant/#")).mayPublish(topic)).isEqualTo(may);
    assertThat(new Rights.Plain(TopicPattern.parse("#")).mayPublish("spBv1.0/g/NBIRTH/n"))
        .isFalse();
  }
}
