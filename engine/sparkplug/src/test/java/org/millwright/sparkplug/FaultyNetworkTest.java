// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * An edge node and a host session over a network that loses, repeats and reorders messages, with
 * crashes, late wills, devices that come and go and other aliases after every crash.
 *
 * <p>The reference is the plainest there is: the set of everything the machine ever said, and its
 * values at the end.
 */
class FaultyNetworkTest {

  private static final int DEVICES = 3;
  private static final int TAGS = 4;

  private final Random random = new Random();
  private Heard heard;
  private EdgeNode node;
  private int[][] tags;
  private boolean[] present;
  private byte[] will;
  private long now;
  private double nextValue;
  private long lastBdSeq;
  private boolean perfect;
  private boolean birthIsSure;
  private Set<Heard.Sample> said;
  private Map<String, Double> truth;
  private Map<String, Heard.Sample> unpublished;
  private List<Sent> underWay;

  private record Sent(String topic, byte[] payload, boolean sure) {}

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void neverShowsAValueThatWasNotSaidAndAgreesOnceTheNetworkHeals(
      @ForAll long seed, @ForAll boolean aliases) {
    begin(seed);
    start(aliases);
    for (int step = 0; step < 120; step++) {
      act(aliases);
    }
    heal();

    assertThat(said).containsAll(heard.samples.stream().filter(this::isOurs).toList());
    assertThat(heard.session.isOnline()).isTrue();
    for (int device = 1; device <= DEVICES; device++) {
      assertThat(heard.session.isOnline("d" + device)).isEqualTo(present[device]);
    }
    Map<String, Double> live = new HashMap<>(heard.live);
    live.keySet().removeIf(tag -> !isOurs(tag));
    Map<String, Double> expected = new HashMap<>(truth);
    expected.keySet().removeIf(tag -> !isPresent(tag));
    assertThat(live).isEqualTo(expected);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void losesNothingWhenMessagesAreOnlyReordered(@ForAll long seed) {
    begin(seed);
    perfect = true;
    start(true);
    perfect = false;
    for (int step = 0; step < 200; step++) {
      change();
      node.publish(now);
      shuffleAndDeliver(1.0, 0.1);
      now += 5;
      heard.session.tick(now);
    }
    heal();

    List<Heard.Sample> ours = heard.samples.stream().filter(this::isOurs).distinct().toList();
    assertThat(ours).containsExactlyInAnyOrderElementsOf(said);
    assertThat(heard.events).noneMatch(event -> event.startsWith("rebirth"));
  }

  private void begin(long seed) {
    random.setSeed(seed);
    heard = Heard.by(SessionSettings.DEFAULT);
    now = 1_700_000_000_000L;
    nextValue = 0;
    lastBdSeq = -1;
    perfect = false;
    said = new HashSet<>();
    truth = new HashMap<>();
    unpublished = new HashMap<>();
    birthIsSure = false;
    underWay = new ArrayList<>();
  }

  /** A fresh edge node with its tags declared in another order than before. */
  private void start(boolean aliases) {
    EdgeSettings settings = new EdgeSettings("g", "n", aliases, "", 1_000);
    node = new EdgeNode(settings, this::publish, lastBdSeq);
    tags = new int[DEVICES + 1][TAGS];
    present = new boolean[DEVICES + 1];
    for (int device = 1; device <= DEVICES; device++) {
      node.device("d" + device);
      present[device] = true;
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < (DEVICES + 1) * TAGS; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    for (int i : order) {
      int device = i / TAGS;
      tags[device][i % TAGS] = node.tag(device, "t" + i % TAGS, DataType.DOUBLE, null);
    }
    for (int i : order) {
      set(i / TAGS, i % TAGS);
    }
    will = node.will(now);
    lastBdSeq = node.bdSeq();
    node.connected(now);
  }

  private void publish(String topic, byte[] payload, int length, int qos) {
    unpublished.clear();
    boolean sure = birthIsSure && topic.contains("NBIRTH");
    underWay.add(new Sent(topic, Arrays.copyOf(payload, length), sure));
    if (perfect) {
      shuffleAndDeliver(1, 0);
    }
  }

  private void act(boolean aliases) {
    switch (random.nextInt(12)) {
      case 0 -> crash(aliases);
      case 1 -> toggleDevice();
      case 2 -> now += random.nextInt(3_000);
      default -> change();
    }
    node.publish(now);
    if (random.nextInt(3) == 0) {
      shuffleAndDeliver(0.9, 0.2);
    }
    now += random.nextInt(50);
    heard.session.tick(now);
    answerRebirths();
  }

  private void change() {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      set(random.nextInt(DEVICES + 1), random.nextInt(TAGS));
    }
  }

  private void set(int device, int tag) {
    double value = ++nextValue;
    String name = (device == 0 ? "" : "d" + device) + "/t" + tag;
    node.setReal(tags[device][tag], value, now);
    truth.put(name, value);
    Heard.Sample sample = new Heard.Sample(name, now, value, false);
    Heard.Sample overwritten = unpublished.put(name, sample);
    if (overwritten != null) {
      said.remove(overwritten);
    }
    said.add(sample);
  }

  private void toggleDevice() {
    int device = 1 + random.nextInt(DEVICES);
    node.publish(now);
    present[device] = !present[device];
    node.device(device, present[device], now);
  }

  /**
   * The broker sends the will, at once or after the births of the next connection. It has QoS 1 and
   * is not lost; a late one comes with a birth that is not lost either, for without both no host
   * can tell the new session's data from the old one's.
   */
  private void crash(boolean aliases) {
    Sent death = new Sent(node.deathTopic(), will, true);
    boolean late = random.nextBoolean();
    if (!late) {
      underWay.add(death);
    }
    birthIsSure = late;
    start(aliases);
    birthIsSure = false;
    if (late) {
      underWay.add(death);
    }
  }

  private void shuffleAndDeliver(double kept, double repeated) {
    List<Sent> batch = new ArrayList<>(underWay);
    underWay.clear();
    for (int i = 1; i < batch.size() && !perfect; i++) {
      if (random.nextInt(4) == 0 && isData(batch.get(i)) && isData(batch.get(i - 1))) {
        Collections.swap(batch, i, i - 1);
      }
    }
    for (Sent sent : batch) {
      if (sent.sure || random.nextDouble() < kept) {
        deliver(sent);
      }
      if (random.nextDouble() < repeated && isData(sent)) {
        deliver(sent);
      }
    }
  }

  private static boolean isData(Sent sent) {
    return sent.topic.contains("DATA");
  }

  private void deliver(Sent sent) {
    Topic.Edge topic = (Topic.Edge) Topic.parse(sent.topic).orNull();
    heard.session.accept(topic, sent.payload, now);
  }

  private void answerRebirths() {
    if (heard.events.removeIf(event -> event.startsWith("rebirth"))) {
      node.rebirth(now);
    }
  }

  /** From here on nothing is lost; a little later host and machine must agree. */
  private void heal() {
    shuffleAndDeliver(1, 0);
    perfect = true;
    for (int second = 0; second < 300; second++) {
      now += 1_000;
      set(0, 0);
      node.publish(now);
      heard.session.tick(now);
      if (heard.events.removeIf(event -> event.startsWith("rebirth"))) {
        assertThat(perfect).isTrue();
        node.rebirth(now);
      }
    }
  }

  private boolean isOurs(Heard.Sample sample) {
    return isOurs(sample.tag());
  }

  private static boolean isOurs(String tag) {
    return tag.matches("(d\\d)?/t\\d");
  }

  private boolean isPresent(String tag) {
    return tag.startsWith("/") || present[tag.charAt(1) - '0'];
  }
}
