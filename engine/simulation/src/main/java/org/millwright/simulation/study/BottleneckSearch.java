// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.LineGraph;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.Station;
import org.millwright.simulation.study.Bottlenecks.Candidate;

/** Finds the bottleneck of each replication and counts. */
final class BottleneckSearch {

  private static final double Z95 = 1.959963984540054;

  private final List<String> stations = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final List<Replication> replications;
  private final Map<MeasureKey, Integer> index = new HashMap<>();

  /** Two stations with none between them. */
  private record Arrow(String from, String to) {}

  private BottleneckSearch(LineModel model, List<Replication> replications) {
    this.replications = replications;
    List<MeasureKey> keys = replications.getFirst().keys();
    for (int i = 0; i < keys.size(); i++) {
      index.put(keys.get(i), i);
    }
    LineGraph graph = new LineGraph(model.elements());
    for (Element element : model.elements()) {
      if (element instanceof Station) {
        stations.add(element.id());
        nextStations(graph, element).forEach(next -> arrows.add(new Arrow(element.id(), next)));
      }
    }
  }

  static Bottlenecks search(LineModel model, List<Replication> replications) {
    BottleneckSearch search = new BottleneckSearch(model, replications);
    if (search.stations.isEmpty()) {
      return new Bottlenecks(List.of(), List.of());
    }
    Map<String, Integer> byPeriod = new LinkedHashMap<>();
    Map<String, Integer> byArrows = new LinkedHashMap<>();
    for (Replication replication : replications) {
      byPeriod.merge(search.longestActive(replication), 1, Integer::sum);
      byArrows.merge(search.turningPoint(replication), 1, Integer::sum);
    }
    return new Bottlenecks(search.candidates(byPeriod), search.candidates(byArrows));
  }

  private static Set<String> nextStations(LineGraph graph, Element from) {
    Set<String> found = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<Element> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (String target : LineGraph.targets(open.remove())) {
        Element next = graph.element(graph.indexOf(target));
        if (next instanceof Station && !next.id().equals(from.id())) {
          found.add(target);
        } else if (!(next instanceof Station) && seen.add(target)) {
          open.add(next);
        }
      }
    }
    return found;
  }

  private double value(Replication replication, String station, String measure) {
    Integer at = index.get(MeasureKey.element(station, measure));
    if (at == null) {
      throw new IllegalArgumentException(station + " has no measure " + measure + ".");
    }
    return replication.values()[at];
  }

  private String longestActive(Replication replication) {
    return stations.stream()
        .max(Comparator.comparingDouble(s -> value(replication, s, "activePeriod")))
        .orElseThrow();
  }

  /** The station no arrow leaves; of several the one the strongest arrows point to. */
  private String turningPoint(Replication replication) {
    Map<String, Double> severity = new LinkedHashMap<>();
    stations.forEach(station -> severity.put(station, 0.0));
    Set<String> left = new HashSet<>();
    for (Arrow arrow : arrows) {
      double gap =
          value(replication, arrow.from, "state.BLOCKED")
              - value(replication, arrow.to, "state.STARVED");
      left.add(gap > 0 ? arrow.from : arrow.to);
      severity.merge(gap > 0 ? arrow.to : arrow.from, Math.abs(gap), Double::sum);
    }
    // On a loop every station may be left by an arrow; then the least idle one counts.
    return stations.stream()
        .filter(station -> !left.contains(station))
        .max(Comparator.comparingDouble(station -> severity.getOrDefault(station, 0.0)))
        .orElseGet(() -> leastWaiting(replication));
  }

  private String leastWaiting(Replication replication) {
    return stations.stream()
        .min(
            Comparator.comparingDouble(s ->
                value(replication, s, "state.STARVED") + value(replication, s, "state.BLOCKED")))
        .orElseThrow();
  }

  private List<Candidate> candidates(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(entry -> candidate(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Candidate candidate(String station, int hits) {
    double n = replications.size();
    double share = hits / n;
    double scale = 1 + Z95 * Z95 / n;
    double middle = (share + Z95 * Z95 / (2 * n)) / scale;
    double half = Z95 / scale * Math.sqrt(share * (1 - share) / n + Z95 * Z95 / (4 * n * n));
    return new Candidate(station, share, Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
