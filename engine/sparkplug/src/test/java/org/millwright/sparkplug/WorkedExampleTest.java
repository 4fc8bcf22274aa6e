// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The example of the README. */
class WorkedExampleTest {

  @Test
  void theHostHearsTheSaw() {
    long now = 1_700_000_000_000L;
    Heard screen = Heard.by(SessionSettings.DEFAULT);
    EdgeNodeSession host = screen.session;
    EdgePublisher network =
        (topic, payload, length, qos) ->
            host.accept((Topic.Edge) Topic.parse(topic).orNull(), payload.clone(), 0, length, now);

    EdgeNode line = new EdgeNode(new EdgeSettings("works", "line-1", true, "", 1_000), network, -1);
    int saw = line.device("saw");
    int speed = line.tag(saw, "speed", DataType.DOUBLE, null);
    line.setReal(speed, 40, now);

    byte[] will = line.will(now);
    line.connected(now);
    assertThat(screen.live).containsEntry("saw/speed", 40.0);
    line.setReal(speed, 42.5, now);
    line.publish(now);
    assertThat(screen.live).containsEntry("saw/speed", 42.5);

    host.accept((Topic.Edge) Topic.parse(line.deathTopic()).orNull(), will, now);
    assertThat(host.isOnline("saw")).isFalse();
  }
}
