// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.sparkplug.EdgeNodeSession.Outcome.APPLIED;
import static org.millwright.sparkplug.EdgeNodeSession.Outcome.DUPLICATE;
import static org.millwright.sparkplug.EdgeNodeSession.Outcome.HELD;
import static org.millwright.sparkplug.EdgeNodeSession.Outcome.REFUSED;
import static org.millwright.sparkplug.EdgeNodeSession.Outcome.STALE_DEATH;
import static org.millwright.sparkplug.EdgeNodeSession.Outcome.UNBORN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeNodeSessionTest {

  private static final long YEAR = Duration.ofDays(365).toMillis();

  private final Heard heard = Heard.by(SessionSettings.DEFAULT);
  private final EdgeNodeSession session = heard.session;
  private long now = 1_700_000_000_000L;

  @Test
  void takesBirthsAndData() {
    assertThat(nodeBirth(0, 7)).isEqualTo(APPLIED);
    assertThat(deviceBirth(1, "saw", metric("speed", 3, 1.0))).isEqualTo(APPLIED);
    assertThat(deviceData(2, "saw", alias(3, 2.5))).isEqualTo(APPLIED);

    assertThat(session.isOnline()).isTrue();
    assertThat(session.isOnline("saw")).isTrue();
    assertThat(heard.live).containsEntry("saw/speed", 2.5);
    assertThat(heard.events).containsExactly("born :1", "born saw:1");
  }

  @Test
  void asksForARebirthOnceWhenDataComesBeforeABirth() {
    assertThat(nodeData(5, alias(1, 1))).isEqualTo(UNBORN);
    assertThat(nodeData(6, alias(1, 1))).isEqualTo(UNBORN);
    assertThat(heard.takeEvents()).containsExactly("rebirth UNBORN");

    now += 2_000;
    session.tick(now);
    now += 3_999;
    session.tick(now);
    assertThat(heard.takeEvents()).containsExactly("rebirth UNBORN");
    now += 1;
    session.tick(now);
    assertThat(heard.takeEvents()).containsExactly("rebirth UNBORN");
    assertThat(session.counters().unborn()).isEqualTo(2);
    assertThat(heard.samples).isEmpty();

    nodeBirth(0, 1);
    now += 600_000;
    session.tick(now);
    assertThat(heard.takeEvents()).containsExactly("born :1");
  }

  @Test
  void putsAMessageThatCameEarlyInItsPlace() {
    nodeBirth(0, 1, metric("a", 1, 0.0));
    assertThat(nodeData(2, alias(1, 2))).isEqualTo(HELD);
    assertThat(nodeData(3, alias(1, 3))).isEqualTo(HELD);
    assertThat(nodeData(1, alias(1, 1))).isEqualTo(APPLIED);

    assertThat(heard.samples).extracting(Heard.Sample::value).endsWith(1.0, 2.0, 3.0);
    assertThat(session.counters().reordered()).isEqualTo(2);
    now += 60_000;
    session.tick(now);
    assertThat(heard.events).containsExactly("born :2");
  }

  @Test
  void asksForARebirthWhenTheMissingMessageDoesNotCome() {
    nodeBirth(254, 1, metric("a", 1, 0.0));
    nodeData(0, alias(1, 9));
    heard.takeEvents();
    now += SessionSettings.DEFAULT.reorderTimeout() - 1;
    session.tick(now);
    assertThat(heard.events).isEmpty();
    now += 1;
    session.tick(now);

    assertThat(heard.events).containsExactly("gap 255 0", "rebirth SEQUENCE-GAP");
    assertThat(heard.live).containsEntry("/a", 9.0);
    assertThat(nodeData(1, alias(1, 10))).isEqualTo(APPLIED);
    assertThat(session.counters().gaps()).isEqualTo(1);
  }

  @Test
  void leavesOutAMessageDeliveredTwice() {
    nodeBirth(0, 1, metric("a", 1, 0.0));
    nodeData(1, alias(1, 1));

    assertThat(nodeData(1, alias(1, 1))).isEqualTo(DUPLICATE);
    assertThat(nodeData(2, alias(1, 2))).isEqualTo(APPLIED);
    assertThat(session.counters().duplicates()).isEqualTo(1);
    now += 60_000;
    session.tick(now);
    assertThat(heard.events).containsExactly("born :2");
  }

  @Test
  void recoversANodeThatCountsAnewWithoutABirth() {
    nodeBirth(0, 1);
    for (int seq = 1; seq < 20; seq++) {
      nodeData(seq);
    }
    nodeData(0);
    now += 2_000;
    nodeData(1);

    assertThat(heard.events).contains("rebirth SEQUENCE-GAP");
  }

  @Test
  void ignoresTheDeathOfAnOlderSession() {
    nodeBirth(0, 1);
    nodeBirth(0, 2);

    assertThat(nodeDeath(1)).isEqualTo(STALE_DEATH);
    assertThat(session.isOnline()).isTrue();
    assertThat(nodeDeath(2)).isEqualTo(APPLIED);
    assertThat(nodeDeath(2)).isEqualTo(STALE_DEATH);
    assertThat(session.counters().staleDeaths()).isEqualTo(2);
  }

  @Test
  void takesEveryDeviceDownWithItsNode() {
    nodeBirth(0, 1);
    deviceBirth(1, "saw", metric("a", 1, 1.0));
    deviceBirth(2, "mill", metric("b", 2, 1.0));
    heard.takeEvents();
    nodeDeath(1);

    assertThat(heard.events).containsExactly("died ", "died saw", "died mill");
    assertThat(session.isOnline("saw")).isFalse();
  }

  @Test
  void takesDownADeviceAloneAndAsksWhenItSpeaksWithoutABirth() {
    nodeBirth(0, 1);
    deviceBirth(1, "saw", metric("a", 1, 1.0));
    deviceDeath(2, "saw");
    assertThat(deviceDeath(3, "saw")).isEqualTo(STALE_DEATH);
    assertThat(deviceData(4, "saw", alias(1, 1))).isEqualTo(UNBORN);

    assertThat(heard.events)
        .containsExactly("born :1", "born saw:1", "died saw", "rebirth UNBORN-DEVICE");
    assertThat(session.isOnline()).isTrue();
  }

  @Test
  void aRebirthKeepsDevicesOnlineUntilTheirGraceEnds() {
    nodeBirth(0, 1);
    deviceBirth(1, "saw", metric("a", 1, 1.0));
    deviceBirth(2, "mill", metric("b", 2, 1.0));
    heard.takeEvents();
    nodeBirth(3, 1);
    deviceBirth(4, "mill", metric("b", 2, 1.0));
    assertThat(heard.takeEvents()).containsExactly("reborn :1", "reborn mill:1");

    now += SessionSettings.DEFAULT.deviceGrace();
    session.tick(now);
    assertThat(heard.events).containsExactly("died saw");
  }

  @Test
  void aBirthOfANewSessionTakesTheOldDevicesDownAtOnce() {
    nodeBirth(0, 1);
    deviceBirth(1, "saw", metric("a", 1, 1.0));
    heard.takeEvents();
    nodeBirth(0, 2);

    assertThat(heard.events).containsExactly("died saw", "born :1");
  }

  @Test
  void neverGivesAnAliasToTheWrongMetric() {
    nodeBirth(0, 1);
    deviceBirth(1, "saw", metric("a", 1, 1.0));
    deviceBirth(2, "mill", metric("b", 2, 1.0));
    heard.takeEvents();
    deviceData(3, "saw", alias(2, 99));
    deviceBirth(4, "saw", metric("c", 5, 1.0));
    deviceData(5, "saw", alias(1, 98));

    assertThat(heard.samples).extracting(Heard.Sample::value).doesNotContain(98.0, 99.0);
    assertThat(session.counters().unknownMetrics()).isEqualTo(2);
    assertThat(heard.events).contains("rebirth UNKNOWN-METRIC");
  }

  @Test
  void anAliasSharedByTwoMetricsStandsForNeither() {
    nodeBirth(0, 1, metric("a", 1, 1.0), metric("b", 1, 2.0), metric("c", 1L << 40, 3.0));
    nodeData(1, alias(1, 99), alias(1L << 40, 4));

    assertThat(heard.events).contains("refused  SPARKPLUG-ALIAS-TWICE");
    assertThat(heard.live)
        .containsEntry("/a", 1.0)
        .containsEntry("/b", 2.0)
        .containsEntry("/c", 4.0);
  }

  @Test
  void keepsASlotThroughRebirths() {
    nodeBirth(0, 1, metric("a", 1, 1.0), metric("b", 2, 2.0));
    int slot = slotOf("a");
    nodeBirth(0, 2, metric("z", 1, 1.0), metric("a", 7, 2.0));
    nodeData(1, alias(7, 5));

    assertThat(slotOf("a")).isEqualTo(slot);
    assertThat(heard.live).containsEntry("/a", 5.0);
  }

  @Test
  void readsDataByNameOfANodeWithoutAliases() {
    nodeBirth(0, 1, Metric.of("Tank/Level", now, new Value.Whole(DataType.INT16, -5)));
    nodeData(1, Metric.of("Tank/Level", now, new Value.Whole(DataType.INT16, -7)));

    assertThat(heard.live).containsEntry("/Tank/Level", -7.0);
  }

  @Test
  void refusesAMalformedMessageWithoutLosingTheOrder() {
    nodeBirth(0, 1, metric("a", 1, 0.0));
    byte[] broken = HexFormat.of().parseHex("0801" + "12020aff" + "1801");

    assertThat(session.accept(node(Topic.MessageType.NDATA), broken, now)).isEqualTo(REFUSED);
    assertThat(nodeData(2, alias(1, 2))).isEqualTo(APPLIED);
    assertThat(heard.live).containsEntry("/a", 2.0);
    assertThat(heard.events).containsExactly("born :2", "refused  SPARKPLUG-TRUNCATED");
  }

  @Test
  void refusesAnOversizedMessageAndOneWithoutSequence() {
    nodeBirth(0, 1);
    byte[] oversized = new byte[PayloadReader.DEFAULT_MAX_BYTES + 1];

    assertThat(session.accept(node(Topic.MessageType.NDATA), oversized, now)).isEqualTo(REFUSED);
    assertThat(nodeDataWithSeq(null)).isEqualTo(REFUSED);
    assertThat(nodeDataWithSeq(256L)).isEqualTo(REFUSED);
    assertThat(heard.events)
        .endsWith(
            "refused  SPARKPLUG-OVERSIZED", "refused  SPARKPLUG-SEQ", "refused  SPARKPLUG-SEQ");
    assertThat(session.counters().refused()).isEqualTo(3);
  }

  @Test
  void leavesOutAValueOfAnotherKindThanDeclared() {
    nodeBirth(0, 1, metric("a", 1, 1.0));
    nodeData(
        1,
        new Metric(
            null, 1L, now, new Value.Text(DataType.STRING, "x"), false, false, false, null, null));

    assertThat(heard.live).containsEntry("/a", 1.0);
    assertThat(session.counters().mistyped()).isEqualTo(1);
    assertThat(heard.events).endsWith("refused  SPARKPLUG-VALUE");
  }

  @Test
  void handsOnNanAndInfinities() {
    nodeBirth(0, 1, metric("a", 1, Double.NaN));
    nodeData(1, alias(1, Double.POSITIVE_INFINITY));

    assertThat(heard.samples)
        .extracting(Heard.Sample::value)
        .endsWith(Double.NaN, Double.POSITIVE_INFINITY);
  }

  @Test
  void correctsTheTimesOfANodeWhoseClockIsAYearOff() {
    for (long off : new long[] {YEAR, -YEAR}) {
      heard.takeEvents();
      nodeBirth(0, off > 0 ? 1 : 2, metric("a", 1, 0.0));
      Payload payload =
          Payload.of(
              now + off,
              1L,
              List.of(
                  new Metric(
                      null,
                      1L,
                      now + off - 40,
                      new Value.Real(DataType.DOUBLE, 3),
                      false,
                      false,
                      false,
                      null,
                      null)));
      session.accept(node(Topic.MessageType.NDATA), Payloads.encode(payload), now);

      assertThat(heard.samples.getLast().time()).isEqualTo(now - 40);
      assertThat(heard.events).contains("clock " + off);
      assertThat(session.clockOffset()).isEqualTo(off);
    }
    nodeData(2);
    assertThat(heard.events).endsWith("clock 0");
    assertThat(session.counters().clockJumps()).isEqualTo(2);
  }

  @Test
  void aTimeBeyondAnyCalendarIsStoredAsNow() {
    nodeBirth(0, 1, metric("a", 1, 0.0));
    long seq = 1;
    for (long time : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
      session.accept(
          node(Topic.MessageType.NDATA),
          Payloads.encode(Payload.of(time, seq++, List.of(alias(1, 1)))),
          now);
      assertThat(session.counters().refused()).isZero();
    }
    Metric future =
        new Metric(
            null,
            1L,
            Long.MAX_VALUE,
            new Value.Real(DataType.DOUBLE, 3),
            false,
            false,
            false,
            null,
            null);
    nodeData(4, future);
    assertThat(heard.samples.getLast().time()).isEqualTo(now);
    assertThat(session.counters().duplicates()).isZero();
  }

  @Test
  void takesTenThousandMetricsInOneBirthAndFindsEachByItsAlias() {
    List<Metric> metrics = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      metrics.add(metric("Line/Machine/Metric " + i, 1_000_000L * i, i));
    }
    nodeBirth(0, 1, metrics.toArray(Metric[]::new));
    nodeData(1, alias(9_999L * 1_000_000, -1));

    assertThat(session.metrics().size()).isEqualTo(10_001);
    assertThat(heard.live).containsEntry("/Line/Machine/Metric 9999", -1.0);
  }

  @Test
  void refusesMoreMetricsThanItsLimitAndStaysUsable() {
    Heard small = Heard.by(new SessionSettings(2_000, 1_000, 2_000, 4_000, 9, 9, 1_000_000, 3, 1));
    small.session.accept(
        node(Topic.MessageType.NBIRTH),
        bytes(0L, bdSeq(1), metric("a", 1, 1), metric("b", 2, 2), metric("c", 3, 3)),
        now);
    small.session.accept(node(Topic.MessageType.NDATA), bytes(1L, alias(2, 5)), now);

    assertThat(small.events).contains("refused  SPARKPLUG-METRICS");
    assertThat(small.live).containsEntry("/b", 5.0).doesNotContainKey("/c");
    small.session.accept(device(Topic.MessageType.DBIRTH, "x"), bytes(2L), now);
    assertThat(small.session.accept(device(Topic.MessageType.DBIRTH, "y"), bytes(3L), now))
        .isEqualTo(REFUSED);
  }

  @Test
  void doesNotHoldMoreThanItsLimitWhileWaiting() {
    Heard small = Heard.by(new SessionSettings(2_000, 100, 2_000, 4_000, 9, 9, 1_000_000, 9, 1));
    small.session.accept(
        node(Topic.MessageType.NBIRTH), bytes(0L, bdSeq(1), metric("a", 1, 1)), now);
    for (long seq = 2; seq < 10; seq++) {
      small.session.accept(node(Topic.MessageType.NDATA), bytes(seq, alias(1, seq)), now);
    }

    assertThat(small.events).contains("gap 1 2", "rebirth SEQUENCE-GAP");
    assertThat(small.live).containsEntry("/a", 9.0);
  }

  @Test
  void takesEverythingDownWhenTheWayToTheNodeIsLost() {
    nodeBirth(0, 1);
    deviceBirth(1, "saw", metric("a", 1, 1.0));
    heard.takeEvents();
    session.connectionLost();

    assertThat(heard.takeEvents()).containsExactly("died ", "died saw");
    assertThat(nodeData(2)).isEqualTo(UNBORN);
    assertThat(heard.events).containsExactly("rebirth UNBORN");
  }

  private int slotOf(String name) {
    for (int slot = 0; slot < session.metrics().size(); slot++) {
      if (session.metrics().name(slot).equals(name)) {
        return slot;
      }
    }
    return -1;
  }

  private Metric bdSeq(long number) {
    return Metric.of("bdSeq", now, new Value.Whole(DataType.INT64, number));
  }

  private Metric metric(String name, long alias, double value) {
    return Metric.of(name, now, new Value.Real(DataType.DOUBLE, value)).withAlias(alias);
  }

  private Metric alias(long alias, double value) {
    return new Metric(
        null, alias, now, new Value.Real(DataType.DOUBLE, value), false, false, false, null, null);
  }

  private byte[] bytes(Long seq, Metric... metrics) {
    return Payloads.encode(Payload.of(now, seq, List.of(metrics)));
  }

  private static Topic.Edge node(Topic.MessageType type) {
    return new Topic.Edge(type, "g", "n", null);
  }

  private static Topic.Edge device(Topic.MessageType type, String device) {
    return new Topic.Edge(type, "g", "n", device);
  }

  private EdgeNodeSession.Outcome nodeBirth(int seq, int bdSeq, Metric... metrics) {
    Metric[] all = new Metric[metrics.length + 1];
    all[0] = bdSeq(bdSeq);
    System.arraycopy(metrics, 0, all, 1, metrics.length);
    return session.accept(node(Topic.MessageType.NBIRTH), bytes((long) seq, all), now);
  }

  private EdgeNodeSession.Outcome nodeDeath(int bdSeq) {
    return session.accept(node(Topic.MessageType.NDEATH), bytes(null, bdSeq(bdSeq)), now);
  }

  private EdgeNodeSession.Outcome nodeData(int seq, Metric... metrics) {
    return session.accept(node(Topic.MessageType.NDATA), bytes((long) seq, metrics), now);
  }

  private EdgeNodeSession.Outcome nodeDataWithSeq(Long seq) {
    return session.accept(node(Topic.MessageType.NDATA), bytes(seq), now);
  }

  private EdgeNodeSession.Outcome deviceBirth(int seq, String device, Metric... metrics) {
    return session.accept(
        device(Topic.MessageType.DBIRTH, device), bytes((long) seq, metrics), now);
  }

  private EdgeNodeSession.Outcome deviceData(int seq, String device, Metric... metrics) {
    return session.accept(device(Topic.MessageType.DDATA, device), bytes((long) seq, metrics), now);
  }

  private EdgeNodeSession.Outcome deviceDeath(int seq, String device) {
    return session.accept(device(Topic.MessageType.DDEATH, device), bytes((long) seq), now);
  }
}
