// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/** A Sparkplug B topic (Sparkplug 3.0, 4.1): {@code spBv1.0/group/TYPE/node[/device]} or STATE. */
public sealed interface Topic {

  /** The first level of every Sparkplug B topic. */
  String NAMESPACE = "spBv1.0";

  /** What an edge node says, or is told. */
  enum MessageType {
    NBIRTH,
    NDEATH,
    NDATA,
    NCMD,
    DBIRTH,
    DDEATH,
    DDATA,
    DCMD;

    /** Whether a topic of this type ends in a device. */
    public boolean ofDevice() {
      return compareTo(DBIRTH) >= 0;
    }

    /** Whether a host sends it. */
    public boolean isCommand() {
      return this == NCMD || this == DCMD;
    }

    static @Nullable MessageType of(String level) {
      for (MessageType type : values()) {
        if (type.name().equals(level)) {
          return type;
        }
      }
      return null;
    }
  }

  /**
   * A message from or to an edge node or one of its devices.
   *
   * @param device null for the node itself
   */
  record Edge(MessageType type, String group, String node, @Nullable String device)
      implements Topic {
    public Edge {
      if (type.ofDevice() != (device != null)) {
        throw new IllegalArgumentException(type + " with device " + device);
      }
    }

    /** The edge node's unique name, {@code group/node}. */
    public String nodeId() {
      return group + '/' + node;
    }

    @Override
    public String toString() {
      String topic = NAMESPACE + '/' + group + '/' + type + '/' + node;
      return device == null ? topic : topic + '/' + device;
    }
  }

  /** The state of a host application. */
  record State(String host) implements Topic {
    @Override
    public String toString() {
      return NAMESPACE + "/STATE/" + host;
    }
  }

  /** Reads a topic. Identifiers may be any UTF-8 without {@code + # /} and U+0000. */
  static Decoded<Topic> parse(String topic) {
    String[] levels = topic.split("/", -1);
    if (!levels[0].equals(NAMESPACE)) {
      return refused("TOPIC-NAMESPACE", topic, "does not start with " + NAMESPACE + "/.");
    }
    if (levels.length == 3 && levels[1].equals("STATE") && isId(levels[2])) {
      return new Decoded.Good<>(new State(levels[2]));
    }
    if (levels.length < 4 || levels.length > 5) {
      return refused("TOPIC-LEVELS", topic, "has " + levels.length + " levels, not 4 or 5.");
    }
    MessageType type = MessageType.of(levels[2]);
    if (type == null) {
      return refused("TOPIC-TYPE", topic, "has the unknown message type " + levels[2] + ".");
    }
    if (type.ofDevice() != (levels.length == 5)) {
      return refused(
          "TOPIC-LEVELS", topic, "has " + levels.length + " levels, wrong for " + type + ".");
    }
    if (!Arrays.stream(levels).allMatch(Topic::isId)) {
      return refused("TOPIC-ID", topic, "has an empty identifier or one with +, # or U+0000.");
    }
    String device = levels.length == 5 ? levels[4] : null;
    return new Decoded.Good<>(new Edge(type, levels[1], levels[3], device));
  }

  /** Whether a text may stand for a group, edge node, device or host (Sparkplug 3.0, 4.1.1). */
  static boolean isId(String text) {
    return !text.isEmpty()
        && text.indexOf('+') < 0
        && text.indexOf('#') < 0
        && text.indexOf('/') < 0
        && text.indexOf('\0') < 0;
  }

  private static Decoded<Topic> refused(String code, String topic, String what) {
    return new Decoded.Refused<>(
        new Refusal(
            "SPARKPLUG-" + code,
            topic,
            "The topic " + what,
            "the sender speaks plain MQTT and needs a mapping rule."));
  }
}
