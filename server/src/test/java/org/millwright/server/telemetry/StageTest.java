// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.store.Historian;
import org.millwright.server.historian.store.Settings;
import org.millwright.sparkplug.SessionSettings;

/**
 * The keyed stage driven by hand: what a message does to live values, history, work units and
 * listeners.
 */
class StageTest {

  private static final long NOW = System.currentTimeMillis() - 60_000;

  @TempDir Path folder;
  private final List<SessionEvent> events = new ArrayList<>();
  private final List<EdgeNodeId> rebirths = new ArrayList<>();
  private final List<String> followed = new ArrayList<>();
  private final LiveTable live = new LiveTable();
  private final IngestTotals totals = new IngestTotals();
  private final AtomicReference<Following> following = new AtomicReference<>(Following.NOTHING);
  private @Nullable Historian historian;
  private @Nullable Stage stage;
  private long position;

  @BeforeEach
  void open() {
    historian =
        Historian.open(
            new Settings(folder, 1_000, Duration.ofMinutes(5), 10_000, 4, 10_000, 128, 1),
            Clock.systemUTC());
    StageContext context =
        new StageContext(
            historian.tags(),
            historian,
            live,
            events::add,
            rebirths::add,
            message ->
                new MessageMapper.Mapping.Samples(
                    List.of(
                        new MappedSample(
                            new TagAddress(message.source(), "press", "", "force"),
                            message.arrival()
                                + (message.topic().endsWith("future") ? 31_536_000_000L : 0),
                            4.5,
                            null,
                            "kN",
                            Quality.GOOD))),
            (unit, properties) -> new Recorder(unit),
            following::get,
            new ConcurrentHashMap<>(),
            totals,
            SessionSettings.DEFAULT,
            300_000);
    stage = new Stage(0, context);
  }

  @AfterEach
  void close() {
    historian.close();
  }

  private final class Recorder implements WorkUnitSink.Steps {
    private final String unit;

    Recorder(String unit) {
      this.unit = unit;
      followed.add(unit + " opened");
    }

    @Override
    public void sample(
        int property,
        long time,
        double value,
        @Nullable String text,
        Quality quality,
        long position) {
      followed.add(unit + ' ' + property + '=' + (long) value + ' ' + quality);
    }

    @Override
    public void lost(int[] properties, long time, long position) {
      followed.add(unit + " lost");
    }

    @Override
    public void tick(long now) {}

    @Override
    public void close(long now) {
      followed.add(unit + " closed");
    }
  }

  private void take(RawMessage message) {
    Route route = Route.of(message.source(), message.topic());
    assertThat(stage.take(new Queued(route, message, ++position, false, false))).isTrue();
  }

  private LiveValues.LiveValue count(FakeEdge edge) {
    int tag =
        historian
            .tags()
            .find(new TagAddress(FakeEdge.SOURCE, edge.id().edgeNode(), "", "count"))
            .orElseThrow();
    return live.value(tag).orElseThrow();
  }

  @Test
  void aDeathMakesEveryValueStaleAtOnceAndEndsItsHoldingInTheHistory() {
    FakeEdge edge = new FakeEdge("a");
    take(edge.birth(NOW));
    take(edge.data(NOW + 10, 5));
    assertThat(count(edge).quality()).isEqualTo(Quality.GOOD);
    take(edge.death(NOW + 20));
    assertThat(count(edge).quality()).isEqualTo(Quality.STALE);
    assertThat(count(edge).value()).isEqualTo(5);
    stage.mark(position, NOW + 30);
    historian.seal();
    assertThat(historian.samples(count(edge).tag(), NOW, NOW + 100, 10))
        .extracting(sample -> sample.time() - NOW + " " + sample.quality())
        .containsExactly("0 GOOD", "10 GOOD", "20 STALE");
    assertThat(events).hasAtLeastOneElementOfType(SessionEvent.Died.class);
  }

  @Test
  void aBrokenNodeDoesNotDisturbAnother() {
    FakeEdge good = new FakeEdge("good");
    FakeEdge bad = new FakeEdge("bad");
    take(good.birth(NOW));
    take(bad.birth(NOW));
    for (int i = 1; i <= 50; i++) {
      byte[] garbage = {(byte) 0xFF, 0x12, (byte) i, 0x7F};
      take(new RawMessage(FakeEdge.SOURCE, "spBv1.0/test/NDATA/bad", garbage, 0, NOW + i));
      take(good.data(NOW + i, i));
    }
    assertThat(count(good).value()).isEqualTo(50);
    assertThat(count(good).quality()).isEqualTo(Quality.GOOD);
    assertThat(totals.refused.sum()).isEqualTo(50);
    assertThat(totals.broken.sum()).isZero();
  }

  @Test
  void aGapIsWaitedForByTheClockAloneAndThenARebirthIsAskedFor() {
    FakeEdge edge = new FakeEdge("a");
    take(edge.birth(NOW));
    edge.loseOne();
    take(edge.data(NOW + 10, 1));
    stage.tick(NOW + 1_000);
    assertThat(rebirths).isEmpty();
    stage.tick(NOW + 3_000);
    assertThat(rebirths).containsExactly(edge.id());
    assertThat(events).hasAtLeastOneElementOfType(SessionEvent.SequenceGap.class);
  }

  @Test
  void whileAMessageWaitsForAnEarlierOneTheJournalIsKept() {
    FakeEdge edge = new FakeEdge("a");
    take(edge.birth(NOW));
    historian.stages(1);
    stage.mark(position, NOW);
    edge.loseOne();
    take(edge.data(NOW + 10, 1));
    stage.mark(position, NOW + 20);
    historian.seal();
    assertThat(historian.sealedPosition()).isEqualTo(1);
    stage.tick(NOW + 3_000);
    stage.mark(position, NOW + 3_001);
    historian.seal();
    assertThat(historian.sealedPosition()).isEqualTo(2);
  }

  @Test
  void equipmentIsFollowedFromTheMomentItChanges() {
    FakeEdge edge = new FakeEdge("a");
    take(edge.birth(NOW));
    take(edge.data(NOW + 1, 1));
    assertThat(followed).isEmpty();
    following.set(
        new Following(
            Map.of(
                edge.id(),
                List.of(new Followed("site/press", "", List.of("total"), List.of("count"))))));
    stage.tick(NOW + 200);
    take(edge.data(NOW + 201, 2));
    take(edge.death(NOW + 202));
    following.set(new Following(Map.of()));
    stage.tick(NOW + 400);
    take(edge.birth(NOW + 401));
    assertThat(followed)
        .containsExactly(
            "site/press opened", "site/press 0=2 GOOD", "site/press lost", "site/press closed");
  }

  @Test
  void aSourceThatIsLostMakesItsNodesStale() {
    FakeEdge edge = new FakeEdge("a");
    take(edge.birth(NOW));
    take(new RawMessage(FakeEdge.SOURCE, RawMessage.LOST + "test/a", new byte[0], 1, NOW + 5));
    assertThat(count(edge).quality()).isEqualTo(Quality.STALE);
  }

  @Test
  void aPlainDeviceThatIsSilentForTheTimeSetIsStaleUntilItIsHeardAgain() {
    take(new RawMessage("embedded", "press/now", new byte[0], 0, NOW));
    int tag = historian.tags().find(new TagAddress("embedded", "press", "", "force")).orElseThrow();
    stage.tick(NOW + 299_000);
    assertThat(live.value(tag).orElseThrow().quality()).isEqualTo(Quality.GOOD);
    assertThat(events).isEmpty();
    stage.tick(NOW + 300_000);
    stage.tick(NOW + 301_000);
    assertThat(live.value(tag).orElseThrow().quality()).isEqualTo(Quality.STALE);
    assertThat(events)
        .containsExactly(
            new SessionEvent.Silent(new EdgeNodeId("embedded", "press"), "", NOW + 300_000));
    take(new RawMessage("embedded", "press/now", new byte[0], 0, NOW + 302_000));
    assertThat(live.value(tag).orElseThrow().quality()).isEqualTo(Quality.GOOD);
    stage.mark(position, NOW + 303_000);
    historian.seal();
    assertThat(historian.samples(tag, NOW, NOW + 400_000, 10))
        .extracting(sample -> sample.time() - NOW + " " + sample.quality())
        .containsExactly("0 GOOD", "300000 STALE", "302000 GOOD");
  }

  @Test
  void aPlainValueFromAYearAheadIsStoredAtItsArrivalAndUncertain() {
    take(new RawMessage("embedded", "press/future", new byte[0], 0, NOW));
    int tag = historian.tags().find(new TagAddress("embedded", "press", "", "force")).orElseThrow();
    assertThat(live.value(tag).orElseThrow().quality()).isEqualTo(Quality.UNCERTAIN);
    assertThat(live.value(tag).orElseThrow().time()).isEqualTo(NOW);
    assertThat(totals.clockJumps.sum()).isEqualTo(1);
  }
}
