// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.server.telemetry.RawMessage;

/**
 * Where the last births of every edge node and device lie. Data messages name metrics by the
 * aliases of a birth, so reading the journal again needs the births before it.
 */
final class Births {

  /** A place in a segment (by its first position), or in the file of kept births (segment -1). */
  record Place(long segment, long offset, int length) {}

  private static final String SPACE = "spBv1.0/";

  /** The key of a death among a node's births; no device can have it. */
  private static final String DEATH = "/";

  /** By source, group and node: the node's birth under the empty name, then its devices'. */
  private final Map<String, Map<String, Place>> nodes = new LinkedHashMap<>();

  /** Takes note of a message; only births and deaths matter. */
  void note(String source, String topic, Place place) {
    if (topic.startsWith(RawMessage.LOST)) {
      bury(source + '/' + topic.substring(RawMessage.LOST.length()), place);
      return;
    }
    if (!topic.startsWith(SPACE)) {
      return;
    }
    String[] parts = topic.split("/", -1);
    if (parts.length < 4) {
      return;
    }
    String node = source + '/' + parts[1] + '/' + parts[3];
    String device = parts.length > 4 ? parts[4] : "";
    switch (parts[2]) {
      case "NBIRTH" -> {
        Map<String, Place> births = new LinkedHashMap<>();
        births.put("", place);
        nodes.put(node, births);
      }
      case "DBIRTH" -> nodes.computeIfAbsent(node, any -> new LinkedHashMap<>()).put(device, place);
      case "NDEATH" -> bury(node, place);
      case "DDEATH" -> nodes.getOrDefault(node, new LinkedHashMap<>()).remove(device);
      default -> {
        // data and commands declare nothing
      }
    }
  }

  /**
   * A death stays with the births before it, for it may be one of an older session, which does not
   * count.
   */
  private void bury(String node, Place place) {
    Map<String, Place> births = nodes.get(node);
    if (births != null) {
      births.remove(DEATH);
      births.put(DEATH, place);
    }
  }

  /** The places of all births that count, those of a node in their order. */
  List<Place> all() {
    List<Place> all = new ArrayList<>();
    nodes.values().forEach(births -> all.addAll(births.values()));
    return all;
  }

  /** Replaces places after births were copied. */
  void move(Map<Place, Place> moved) {
    nodes
        .values()
        .forEach(births -> births.replaceAll((device, place) -> moved.getOrDefault(place, place)));
  }
}
