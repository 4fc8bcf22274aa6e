// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.simulation.distribution.Distribution;
import org.millwright.simulation.distribution.Variate;
import org.millwright.simulation.model.Interruption;
import org.millwright.simulation.model.ItemElement;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.Routing;
import org.millwright.simulation.model.Station.Shift;
import org.millwright.simulation.random.RandomStreams;

/** Turns the names of a model into links between the parts of a line. */
final class Wiring {

  private final Line line;
  private final LineModel model;
  private final RandomStreams streams;
  private final Node[] nodes;
  private final Map<String, Integer> products = new HashMap<>();
  private final Map<String, CalendarTicks> calendars = new HashMap<>();
  private final Map<String, Node> nodesById = new HashMap<>();
  private final List<Link> links = new ArrayList<>();

  /** Targets to be filled in when all nodes are there. */
  @SuppressWarnings("ArrayRecordComponent") // the array is the point: it is filled later
  private record Link(Node[] targets, List<Routing.Way> ways) {}

  Wiring(Line line, LineModel model, RandomStreams streams, Node[] nodes) {
    this.line = line;
    this.model = model;
    this.streams = streams;
    this.nodes = nodes;
    for (int i = 0; i < model.products().size(); i++) {
      products.put(model.products().get(i).id(), i);
    }
    model
        .calendars()
        .forEach(hours -> calendars.put(hours.id(), new CalendarTicks(hours, model.time())));
  }

  int productIndex(String id) {
    Integer index = products.get(id);
    if (index == null) {
      throw new IllegalArgumentException("There is no product " + id + ".");
    }
    return index;
  }

  @Nullable CalendarTicks calendar(Optional<String> id) {
    return id.map(calendars::get).orElse(null);
  }

  Variate variate(String element, String purpose, Distribution distribution) {
    return new Variate(distribution, streams.stream(element, purpose), model.time().ticksPerUnit());
  }

  Router router(ItemElement element) {
    return router(element.id(), "route", element.to());
  }

  /** A router whose targets are filled in by {@link #connect}. */
  Router router(String element, String purpose, Routing routing) {
    Node[] targets = new Node[routing.ways().size()];
    links.add(new Link(targets, routing.ways()));
    return new Router(
        line.items, routing, targets, wayOfProduct(routing), streams.stream(element, purpose));
  }

  private int[] wayOfProduct(Routing routing) {
    int[] ways = new int[model.products().size()];
    if (routing.rule() != Routing.Rule.PRODUCT) {
      return ways;
    }
    for (int way = 0; way < routing.ways().size(); way++) {
      if (routing.ways().get(way).products().isEmpty()) {
        Arrays.fill(ways, way);
      }
    }
    for (int way = 0; way < routing.ways().size(); way++) {
      for (String product : routing.ways().get(way).products()) {
        ways[productIndex(product)] = way;
      }
    }
    return ways;
  }

  /** The nodes of some ids, filled in by {@link #connect}. */
  Node[] suppliers(String... ids) {
    Node[] suppliers = new Node[ids.length];
    List<Routing.Way> ways = new ArrayList<>();
    for (String id : ids) {
      ways.add(new Routing.Way(id, 1, List.of()));
    }
    links.add(new Link(suppliers, ways));
    return suppliers;
  }

  /** Fills in the targets of all routers. */
  void connect() {
    for (Node node : nodes) {
      nodesById.put(node.id, node);
    }
    for (Link link : links) {
      for (int i = 0; i < link.targets.length; i++) {
        link.targets[i] = node(link.ways.get(i).to());
      }
    }
  }

  Node node(String id) {
    Node node = nodesById.get(id);
    if (node == null) {
      throw new IllegalArgumentException("There is no element " + id + ".");
    }
    return node;
  }

  Stoppages stoppages(
      Stoppable owner,
      List<Interruption> interruptions,
      Optional<Shift> shift,
      Map<String, PoolState> pools) {
    List<Stoppage> stops = new ArrayList<>();
    for (Interruption interruption : interruptions) {
      String purpose = "stop " + interruption.id();
      stops.add(
          new Stoppage(
              interruption,
              variate(owner.name(), purpose + " due", interruption.due()),
              variate(owner.name(), purpose + " duration", interruption.duration()),
              interruption.crew().map(crew -> pools.get(crew.pool())).orElse(null)));
    }
    CalendarTicks hours = shift.map(one -> calendars.get(one.calendar())).orElse(null);
    ShiftState state =
        hours == null ? null : new ShiftState(hours, shift.map(Shift::finishes).orElse(false));
    return new Stoppages(line, owner, stops, state);
  }
}
