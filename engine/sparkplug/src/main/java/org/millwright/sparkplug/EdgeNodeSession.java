// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.millwright.model.Refusal;

/**
 * What a host application keeps of one edge node (Sparkplug 3.0, 5 "Operational Behavior" and 6.4):
 * births and deaths matched by bdSeq, the order of messages, the alias table, when to ask for a
 * rebirth. No sockets, no clock of its own: time comes in as milliseconds since the epoch.
 *
 * <p>Not thread-safe; one session is fed by one thread. Whatever arrives, no call throws.
 *
 * <p>Where senders and specification differ, the session leans to the side that cannot show a wrong
 * value: a death without bdSeq counts, a metric that no birth declared is not guessed.
 */
public final class EdgeNodeSession {

  /** What became of a message. */
  public enum Outcome {
    /** Applied; held messages that it completed too. */
    APPLIED,
    /** Waits for one with a lower sequence number. */
    HELD,
    /** Its sequence number was applied already. */
    DUPLICATE,
    /** The node or device has no birth; a rebirth is asked for. */
    UNBORN,
    /** A death of an older session, repeated, or of a device not born. */
    STALE_DEATH,
    /** Malformed, or not an edge node's message. */
    REFUSED
  }

  private static final int HALF = 128;

  private final SessionSettings settings;
  private final NodeListener listener;
  private final SessionCounters counters = new SessionCounters();
  private final PayloadReader reader;
  private final ReorderBuffer held = new ReorderBuffer();
  private final RebirthRequests rebirths;
  private final NodeClock clock;
  private final BirthTaker births;
  private final Set<String> online = new LinkedHashSet<>();
  private final Set<String> awaited = new LinkedHashSet<>();
  private boolean nodeOnline;
  private long bdSeq = BirthTaker.NO_BD_SEQ;
  private int expected;
  private int lastSeq;
  private long gapDeadline = Long.MAX_VALUE;
  private long graceDeadline = Long.MAX_VALUE;

  /** A session that has heard nothing yet. */
  public EdgeNodeSession(SessionSettings settings, NodeListener listener) {
    this.settings = settings;
    this.listener = listener;
    reader = new PayloadReader(settings.maxBytes());
    rebirths = new RebirthRequests(settings.firstRetry(), settings.lastRetry());
    clock = new NodeClock(settings.clockTolerance());
    births = new BirthTaker(settings, reader, listener, counters, clock);
  }

  /** The metrics declared so far. */
  public MetricTable metrics() {
    return births.table();
  }

  /** What happened so far. */
  public SessionCounters counters() {
    return counters;
  }

  /** Whether a birth was taken and no death since. */
  public boolean isOnline() {
    return nodeOnline;
  }

  /** Whether a device's birth was taken and neither its death nor its node's since. */
  public boolean isOnline(String device) {
    return device.isEmpty() ? nodeOnline : online.contains(device);
  }

  /** The node's clock minus the host's in milliseconds, 0 while within tolerance. */
  public long clockOffset() {
    return clock.offset();
  }

  /** The reader of the current message, for {@link PayloadDecoder#value} inside a callback. */
  public PayloadReader reader() {
    return reader;
  }

  /**
   * Takes a message.
   *
   * @param payload bytes that do not change any more: a message out of order is kept
   * @param now its arrival, milliseconds since the epoch
   */
  public Outcome accept(Topic.Edge topic, byte[] payload, int offset, int length, long now) {
    counters.messages++;
    tick(now);
    if (topic.type().isCommand()) {
      return refuse(
          topic, Refusal.of("SPARKPLUG-COMMAND", topic.toString(), "A host received a command."));
    }
    if (!reader.open(payload, offset, length)) {
      return refuse(topic, refusal());
    }
    Outcome outcome =
        switch (topic.type()) {
          case NBIRTH -> nodeBirth(topic, now);
          case NDEATH -> nodeDeath(topic);
          default -> sequenced(new ReorderBuffer.Held(topic, payload, offset, length, now), now);
        };
    askIfDue(now);
    return outcome;
  }

  /** As {@link #accept(Topic.Edge, byte[], int, int, long)} for a whole array. */
  public Outcome accept(Topic.Edge topic, byte[] payload, long now) {
    return accept(topic, payload, 0, payload.length, now);
  }

  /** Lets time pass: reorder time-outs, repeated rebirth requests. Call some times a second. */
  public void tick(long now) {
    if (isDue(gapDeadline, settings.reorderTimeout(), now)) {
      giveUpWaiting();
    }
    if (isDue(graceDeadline, settings.deviceGrace(), now)) {
      graceDeadline = Long.MAX_VALUE;
      List<String> missing = List.copyOf(awaited);
      awaited.clear();
      missing.forEach(this::deviceDied);
    }
    askIfDue(now);
  }

  /** A host clock set back must not make a wait longer than it was meant. */
  private static boolean isDue(long deadline, long wait, long now) {
    return deadline != Long.MAX_VALUE && (now >= deadline || deadline - now > wait);
  }

  /**
   * The way to the node is lost (broker gone, host restarts its connection): node and devices are
   * offline and stale (tck-id-operational-behavior-host-application-connect…).
   */
  public void connectionLost() {
    if (nodeOnline) {
      nodeDied();
    }
    rebirths.reset();
  }

  /** Asks for a rebirth for the caller's own reason, with the same back-off. */
  public void wantRebirth(String reason, long now) {
    rebirths.want(reason);
    askIfDue(now);
  }

  private void askIfDue(long now) {
    if (rebirths.due(now)) {
      counters.rebirthsAsked++;
      listener.rebirthWanted(rebirths.reason());
    }
  }

  private Outcome nodeBirth(Topic.Edge topic, long now) {
    int seq = validSeq();
    if (seq < 0 || !reader.check()) {
      rebirths.want("BIRTH-REFUSED");
      return refuse(topic, seq < 0 ? missingSeq(topic) : refusal());
    }
    dropHeld();
    long newBdSeq = births.bdSeq();
    boolean rebirth = nodeOnline && newBdSeq == bdSeq;
    if (!rebirth) {
      List.copyOf(online).forEach(this::deviceDied);
    }
    awaited.clear();
    awaited.addAll(online);
    graceDeadline = awaited.isEmpty() ? Long.MAX_VALUE : now + settings.deviceGrace();
    nodeOnline = true;
    bdSeq = newBdSeq;
    expected = (seq + 1) & 0xFF;
    rebirths.satisfied();
    counters.births++;
    observeClock(now);
    births.take(topic, 0, rebirth, now);
    return Outcome.APPLIED;
  }

  private Outcome nodeDeath(Topic.Edge topic) {
    if (!reader.check()) {
      return refuse(topic, refusal());
    }
    long deathOf = births.bdSeq();
    boolean matches =
        deathOf == bdSeq || deathOf == BirthTaker.NO_BD_SEQ || bdSeq == BirthTaker.NO_BD_SEQ;
    if (!nodeOnline || !matches) {
      counters.staleDeaths++;
      return Outcome.STALE_DEATH;
    }
    counters.deaths++;
    nodeDied();
    rebirths.reset();
    return Outcome.APPLIED;
  }

  private void nodeDied() {
    dropHeld();
    nodeOnline = false;
    graceDeadline = Long.MAX_VALUE;
    awaited.clear();
    listener.died("");
    List.copyOf(online).forEach(this::deviceDied);
  }

  private void deviceDied(String device) {
    awaited.remove(device);
    if (online.remove(device)) {
      births.forget(device);
      listener.died(device);
    }
  }

  private void dropHeld() {
    counters.discarded += held.count();
    held.clear();
    gapDeadline = Long.MAX_VALUE;
  }

  private Outcome sequenced(ReorderBuffer.Held message, long now) {
    if (!nodeOnline) {
      counters.unborn++;
      rebirths.want("UNBORN");
      return Outcome.UNBORN;
    }
    int seq = validSeq();
    if (seq < 0) {
      return refuse(message.topic(), missingSeq(message.topic()));
    }
    lastSeq = seq;
    int ahead = (seq - expected) & 0xFF;
    if (ahead == 0) {
      return inOrder(message, now);
    }
    // A missing message, or a node that counts anew without a birth: either way the expected number
    // must come before the time is out.
    if (gapDeadline == Long.MAX_VALUE) {
      gapDeadline = now + settings.reorderTimeout();
    }
    if (ahead >= HALF || !held.put(seq, message)) {
      counters.duplicates++;
      return Outcome.DUPLICATE;
    }
    if (held.heldBytes() > settings.maxHeldBytes()) {
      giveUpWaiting();
      return Outcome.APPLIED;
    }
    return Outcome.HELD;
  }

  private Outcome inOrder(ReorderBuffer.Held message, long now) {
    expected = (expected + 1) & 0xFF;
    Outcome outcome = apply(message.topic(), message.arrival());
    applyHeldInOrder();
    gapDeadline = held.isEmpty() ? Long.MAX_VALUE : now + settings.reorderTimeout();
    return outcome;
  }

  private void applyHeldInOrder() {
    for (var next = held.take(expected); next != null; next = held.take(expected)) {
      expected = (expected + 1) & 0xFF;
      counters.reordered++;
      applyHeld(next);
    }
  }

  private void applyHeld(ReorderBuffer.Held message) {
    if (reader.open(message.bytes(), message.offset(), message.length())) {
      apply(message.topic(), message.arrival());
    }
  }

  /**
   * The missing message does not come. What was held is applied, for it is data the node sent: an
   * alias counts for the device of its own topic only, so a lost DBIRTH cannot lend it another
   * device's name. The rebirth asked for sets right what the lost message would have told.
   */
  private void giveUpWaiting() {
    gapDeadline = Long.MAX_VALUE;
    int first = held.firstFrom(expected);
    counters.gaps++;
    listener.gap(expected, first < 0 ? lastSeq : first);
    while (first >= 0) {
      expected = first;
      applyHeldInOrder();
      first = held.firstFrom(expected);
    }
    rebirths.want("SEQUENCE-GAP");
  }

  private Outcome apply(Topic.Edge topic, long arrival) {
    if (!reader.check()) {
      if (topic.type() == Topic.MessageType.DBIRTH) {
        rebirths.want("BIRTH-REFUSED");
      }
      return refuse(topic, refusal());
    }
    observeClock(arrival);
    String device = topic.device() == null ? "" : topic.device();
    return switch (topic.type()) {
      case DBIRTH -> deviceBirth(topic, device, arrival);
      case DDEATH -> deviceDeath(device);
      default -> data(topic, device, arrival);
    };
  }

  private Outcome deviceBirth(Topic.Edge topic, String device, long arrival) {
    int index = births.table().device(device);
    if (index < 0) {
      return refuse(
          topic,
          Refusal.of("SPARKPLUG-DEVICES", topic.toString(), "The edge node has too many devices."));
    }
    boolean rebirth = !online.add(device);
    awaited.remove(device);
    counters.deviceBirths++;
    births.take(topic, index, rebirth, arrival);
    return Outcome.APPLIED;
  }

  private Outcome deviceDeath(String device) {
    if (!online.contains(device)) {
      counters.staleDeaths++;
      return Outcome.STALE_DEATH;
    }
    counters.deaths++;
    deviceDied(device);
    return Outcome.APPLIED;
  }

  private Outcome data(Topic.Edge topic, String device, long arrival) {
    if (!device.isEmpty() && !online.contains(device)) {
      counters.unborn++;
      rebirths.want("UNBORN-DEVICE");
      return Outcome.UNBORN;
    }
    if (births.data(topic, births.table().device(device), arrival)) {
      rebirths.want("UNKNOWN-METRIC");
    }
    return Outcome.APPLIED;
  }

  private void observeClock(long arrival) {
    if (reader.hasTimestamp() && clock.observe(reader.timestamp(), arrival)) {
      if (clock.offset() != 0) {
        counters.clockJumps++;
      }
      listener.clockWrong(clock.offset());
    }
  }

  private int validSeq() {
    long seq = reader.seq();
    return reader.hasSeq() && seq >= 0 && seq <= 255 ? (int) seq : -1;
  }

  private Refusal missingSeq(Topic.Edge topic) {
    return Refusal.of(
        "SPARKPLUG-SEQ",
        topic.toString(),
        reader.hasSeq()
            ? "The sequence number " + Long.toUnsignedString(reader.seq()) + " is not 0 to 255."
            : "The sequence number is missing.");
  }

  private Refusal refusal() {
    Refusal refusal = reader.refusal();
    return refusal != null ? refusal : Fault.TRUNCATED.at(0);
  }

  private Outcome refuse(Topic.Edge topic, Refusal refusal) {
    counters.refused++;
    listener.refused(topic.device() == null ? "" : topic.device(), refusal);
    return Outcome.REFUSED;
  }
}
