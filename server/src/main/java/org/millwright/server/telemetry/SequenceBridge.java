// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.sparkplug.PayloadReader;
import org.millwright.sparkplug.Topic;

/**
 * After a restart, joins the births and deaths kept in the journal to the first message to take in
 * again.
 *
 * <p>The data messages between them are sealed and are not read again, so the sequence numbers
 * would show a gap where there is none. The kept messages are therefore renumbered to come just
 * before the first new one.
 */
final class SequenceBridge {

  private static final int SEQ_FIELD =
      3 << 3; // Payload.seq, a varint; the last of several counts in protobuf
  private final PayloadReader reader = new PayloadReader();
  private final List<Queued> kept = new ArrayList<>();

  /** Keeps a sealed message; a birth of the node makes those before it pointless. */
  void keep(Queued queued) {
    if (type(queued) == Topic.MessageType.NBIRTH) {
      kept.clear();
    }
    kept.add(queued);
  }

  private static Topic.@Nullable MessageType type(Queued queued) {
    Topic.Edge edge = queued.route().edge();
    return edge == null ? null : edge.type();
  }

  /** What was kept, renumbered to come before {@code next}; nothing is kept any more. */
  List<Queued> before(@Nullable Queued next) {
    if (kept.isEmpty()) {
      return List.of();
    }
    long numbered = kept.stream().filter(SequenceBridge::isNumbered).count();
    long seq = (next == null ? numbered : number(next, numbered)) - numbered;
    List<Queued> bridge = new ArrayList<>();
    for (Queued queued : kept) {
      bridge.add(isNumbered(queued) ? renumber(queued, seq++) : queued);
    }
    kept.clear();
    return bridge;
  }

  private long number(Queued next, long otherwise) {
    byte[] payload = next.message().payload();
    return isNumbered(next) && reader.open(payload, 0, payload.length) && reader.hasSeq()
        ? reader.seq()
        : otherwise;
  }

  private static boolean isNumbered(Queued queued) {
    Topic.MessageType type = type(queued);
    return type != null && type != Topic.MessageType.NDEATH;
  }

  private static Queued renumber(Queued queued, long seq) {
    RawMessage message = queued.message();
    int wrapped = (int) Math.floorMod(seq, 256L);
    int extra = wrapped < 128 ? 2 : 3;
    byte[] payload = Arrays.copyOf(message.payload(), message.payload().length + extra);
    int at = message.payload().length;
    payload[at++] = SEQ_FIELD;
    if (wrapped < 128) {
      payload[at] = (byte) wrapped;
    } else {
      payload[at++] = (byte) ((wrapped & 0x7F) | 0x80);
      payload[at] = 1;
    }
    return new Queued(
        queued.route(),
        new RawMessage(
            message.source(), message.topic(), payload, message.qos(), message.arrival()),
        queued.position(),
        queued.replay(),
        queued.sealed());
  }
}
