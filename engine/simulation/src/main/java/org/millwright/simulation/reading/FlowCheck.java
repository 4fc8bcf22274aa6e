// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.List;
import java.util.Optional;
import org.millwright.simulation.distribution.Constant;
import org.millwright.simulation.distribution.Distribution;
import org.millwright.simulation.model.Batch;
import org.millwright.simulation.model.Branch;
import org.millwright.simulation.model.Buffer;
import org.millwright.simulation.model.Conveyor;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.LineGraph;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.Sink;
import org.millwright.simulation.model.Source;
import org.millwright.simulation.model.Station;
import org.millwright.simulation.model.Unbatch;

/** Checks that items can move through a line: every way leads out, and every loop takes time. */
final class FlowCheck {

  private final LineModel model;
  private final List<Element> elements;
  private final Faults faults;
  private final LineGraph graph;

  FlowCheck(LineModel model, Faults faults) {
    this.model = model;
    this.elements = model.elements();
    this.faults = faults;
    this.graph = new LineGraph(model.elements());
  }

  void run() {
    if (elements.isEmpty()) {
      faults.add("SIM-LENGTH", "/elements", "A line without elements does nothing.");
    }
    checkWaysOut();
    checkZeroTimeLoops();
    checkEndlessSupply();
    for (int i = 0; i < elements.size(); i++) {
      checkNeighbours(i);
      if (elements.get(i) instanceof Station station) {
        checkStation(station, "/elements/" + i);
      }
      if (elements.get(i) instanceof Buffer buffer) {
        checkLink(buffer, "/elements/" + i);
      }
    }
    checkLoops();
  }

  private void checkWaysOut() {
    boolean[] fed = graph.reachableFrom(i -> elements.get(i) instanceof Source);
    boolean[] leadsOut = graph.leadsTo(this::endsHere);
    for (int i = 0; i < elements.size(); i++) {
      if (fed[i] && !leadsOut[i]) {
        faults.add(
            "SIM-NO-WAY-OUT",
            "/elements/" + i + "/to",
            "Items from a source come to \"%s\" and from there never to a sink."
                .formatted(elements.get(i).id()));
      }
    }
  }

  /** Items leave in sinks, and as parts in assemblies. */
  private boolean endsHere(int index) {
    return elements.get(index) instanceof Sink;
  }

  private void checkZeroTimeLoops() {
    boolean[] onLoop = graph.onLoopAmong(i -> takesNoTime(elements.get(i)));
    for (int i = 0; i < onLoop.length; i++) {
      if (onLoop[i]) {
        faults.add(
            "SIM-ZERO-TIME-LOOP",
            "/elements/" + i,
            "\"%s\" lies on a loop that takes no time.".formatted(elements.get(i).id()),
            "one element of the loop needs a time above zero.");
      }
    }
  }

  /** A supply that never pauses needs something that takes time before it comes to an end. */
  private void checkEndlessSupply() {
    boolean[] flooded =
        graph.reachableFrom(this::isEndless, i -> takesNoTime(elements.get(i)) && !takesCards(i));
    for (int i = 0; i < flooded.length; i++) {
      if (flooded[i] && !takesCards(i) && isBottomless(elements.get(i))) {
        faults.add(
            "SIM-ZERO-TIME",
            "/elements/" + i,
            "A source that always has an item floods \"%s\" in no time."
                .formatted(elements.get(i).id()),
            "give the source an interarrival time, or the way here a station or a capacity.");
      }
    }
  }

  private boolean isEndless(int index) {
    return elements.get(index) instanceof Source source
        && source.interarrival().map(FlowCheck::isZero).orElse(true)
        && source.limit() == Long.MAX_VALUE;
  }

  private boolean takesCards(int index) {
    String id = elements.get(index).id();
    return model.loops().stream().anyMatch(loop -> loop.entry().equals(id));
  }

  private static boolean isBottomless(Element element) {
    return element instanceof Sink
        || (element instanceof Buffer buffer && buffer.capacity() == Buffer.UNLIMITED);
  }

  private static boolean takesNoTime(Element element) {
    return switch (element) {
      case Station station ->
          station.time().otherwise().map(FlowCheck::isZero).orElse(true)
              && station.time().byProduct().values().stream().allMatch(FlowCheck::isZero);
      case Buffer buffer -> isZero(buffer.transit());
      case Branch ignored -> true;
      case Batch ignored -> true;
      case Unbatch ignored -> true;
      case Conveyor ignored -> false;
      default -> false;
    };
  }

  private static boolean isZero(Distribution time) {
    return time.equals(new Constant(0)) || time.mean() == 0;
  }

  private void checkNeighbours(int index) {
    for (String target : LineGraph.targets(elements.get(index))) {
      Element next = elements.get(graph.indexOf(target));
      String id = elements.get(index).id();
      if (next instanceof Source) {
        faults.add(
            "SIM-UNKNOWN-LINK",
            "/elements/" + index + "/to",
            "\"%s\" is a source and takes no items.".formatted(target));
      }
      if (next instanceof Station station
          && !station.kit().isEmpty()
          && station.kit().stream().noneMatch(part -> part.from().equals(id))) {
        faults.add(
            "SIM-UNKNOWN-LINK",
            "/elements/" + index + "/to",
            "Assembly \"%s\" names no part from \"%s\".".formatted(target, id));
      }
    }
  }

  private void checkStation(Station station, String at) {
    boolean isPlain = station.kit().isEmpty() && station.outputs().isEmpty();
    boolean preempts = station.preemption() != Station.Preemption.NONE;
    if (preempts && (!isPlain || station.blocksBefore() || station.changeover().isPresent())) {
      combination(at + "/preemption", "Preemption goes only with a plain station.");
    }
    if (station.blocksBefore() && (!isPlain || station.inspection().isPresent())) {
      combination(at + "/blocking", "Where an item goes after this job cannot be known before it.");
    }
    if (station.places() > 1 && !station.outputs().isEmpty()) {
      combination(at + "/places", "A disassembly has one place.");
    }
    for (int i = 0; i < station.kit().size(); i++) {
      int from = graph.indexOf(station.kit().get(i).from());
      if (!LineGraph.targets(elements.get(from)).contains(station.id())) {
        faults.add(
            "SIM-UNKNOWN-LINK",
            at + "/parts/" + i + "/from",
            "\"%s\" does not lead to \"%s\".".formatted(elements.get(from).id(), station.id()));
      }
    }
  }

  private void combination(String pointer, String message) {
    faults.add("SIM-COMBINATION", pointer, message);
  }

  private void checkLink(Buffer buffer, String at) {
    boolean isLink = buffer.capacity() == 0;
    boolean isPlain = buffer.to().ways().size() == 1 && isZero(buffer.transit());
    if (isLink && !isPlain) {
      combination(at + "/capacity", "A buffer without room has one way on and no transit time.");
    }
    long initial = buffer.initial().stream().mapToLong(Buffer.Stock::count).sum();
    if (initial > buffer.capacity()) {
      faults.add("SIM-RANGE", at + "/initial", "%d items do not fit.".formatted(initial));
    }
    if (initial > 1_000_000) {
      faults.add("SIM-TOO-LARGE", at + "/initial", "%d items are too many.".formatted(initial));
    }
  }

  private void checkLoops() {
    for (int i = 0; i < model.loops().size(); i++) {
      int entry = graph.indexOf(model.loops().get(i).entry());
      int exit = graph.indexOf(model.loops().get(i).exit());
      if (!graph.leadsTo(j -> j == exit)[entry] && entry != exit) {
        faults.add(
            "SIM-NO-WAY-OUT",
            "/loops/" + i,
            "No item comes from the entry to the exit, so no card is ever freed.");
      }
      Optional<Element> source = Optional.of(elements.get(entry)).filter(Source.class::isInstance);
      if (source.isPresent()) {
        faults.add(
            "SIM-COMBINATION",
            "/loops/" + i + "/entry",
            "A source takes no items.",
            "name the first element behind it.");
      }
    }
  }
}
