// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.List;
import org.millwright.simulation.model.Buffer;
import org.millwright.simulation.model.Condition;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.Flow;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.LineState;
import org.millwright.simulation.model.Sink;
import org.millwright.simulation.model.Source;
import org.millwright.simulation.model.Station;
import org.millwright.simulation.model.Tank;
import org.millwright.simulation.statistics.ConditionRecord;
import org.millwright.simulation.statistics.LevelRecord;
import org.millwright.simulation.statistics.Tally;

/**
 * Reads every measure of a line: rates per time unit, times in time units, shares between 0 and 1,
 * all since the statistics were last restarted.
 */
public final class Measures {

  private static final String SYSTEM = "system";
  private static final String ELEMENTS = "elements";

  private final LineModel model;
  private final Line line;
  private final MeasureTaker taker;
  private final double span;
  private final long now;

  private Measures(LineModel model, Line line, MeasureTaker taker) {
    this.model = model;
    this.line = line;
    this.taker = taker;
    this.now = line.now();
    this.span = line.scale().units((double) (now - line.statisticsFrom()));
  }

  /** Hands all measures of a line at this moment to a taker. */
  public static void of(LineModel model, Line line, MeasureTaker taker) {
    Measures measures = new Measures(model, line, taker);
    measures.system();
    measures.elements();
    measures.pools();
  }

  private void system() {
    ItemCounts counts = line.counts;
    system("throughput", counts.finished / span);
    system("scrapped", counts.scrapped / span);
    system("wip", line.inSystem.mean(now));
    system("leadTime", units(line.inSystem.meanStay()));
  }

  private void system(String measure, double value) {
    taker.take(SYSTEM, "", measure, value);
  }

  private double units(double ticks) {
    return line.scale().units(ticks);
  }

  private void elements() {
    int next = 0;
    int tank = 0;
    int flow = 0;
    for (Element element : model.elements()) {
      switch (element) {
        case Tank ignored -> tank(tank++);
        case Flow ignored -> flow(flow++);
        default -> node(element, line.node(next++));
      }
    }
  }

  private void node(Element element, Node node) {
    switch (node) {
      case SourceNode source -> source((Source) element, source);
      case SinkNode sink -> sink((Sink) element, sink);
      default -> passage(node);
    }
    switch (node) {
      case StationNode station -> station((Station) element, station);
      case ConveyorNode conveyor -> states(conveyor.id, conveyor.conditions);
      case BufferNode buffer when element instanceof Buffer ->
          take(buffer.id, "peak", buffer.level.peak());
      default -> {}
    }
  }

  private void take(String id, String measure, double value) {
    taker.take(ELEMENTS, id, measure, value);
  }

  private void passage(Node node) {
    LevelRecord level = node.level;
    take(node.id, "throughput", level.departures() / span);
    take(node.id, "content", level.mean(now));
    take(node.id, "stay", units(level.meanStay()));
  }

  private void source(Source element, SourceNode node) {
    long left = node.level.departures() - node.lost();
    take(node.id, "throughput", left / span);
    if (element.loses()) {
      take(node.id, "lost", node.lost() / span);
      take(node.id, "lostShare", (double) node.lost() / (left + node.lost()));
    }
    if (element.interarrival().isPresent()) {
      take(node.id, "waiting", node.level.mean(now));
    }
  }

  private void sink(Sink element, SinkNode node) {
    take(node.id, "throughput", node.leadTime.count() / span);
    take(node.id, "leadTime", units(node.leadTime.mean()));
    take(node.id, "leadTimeDeviation", units(node.leadTime.deviation()));
    for (int percent : new int[] {50, 90, 95, 99}) {
      take(node.id, "leadTimeP" + percent, units(node.leadTimes.quantile(percent / 100.0)));
    }
    for (int i = 0; i < element.thresholds().size(); i++) {
      take(node.id, "leadTimeAbove" + element.thresholds().get(i), node.shareAbove(i));
    }
    take(node.id, "defectiveShare", (double) node.defective() / node.leadTime.count());
    for (int i = 0; i < model.products().size() && model.products().size() > 1; i++) {
      String product = model.products().get(i).id();
      Tally tally = node.leadTimeOf(i);
      take(node.id, "throughput." + product, tally.count() / span);
      take(node.id, "leadTime." + product, units(tally.mean()));
    }
  }

  private void station(Station element, StationNode node) {
    states(node.id, node.conditions);
    causes(node.id, node.conditions);
    double active = 0;
    for (Condition condition : Condition.values()) {
      boolean waits = condition == Condition.STARVED || condition == Condition.BLOCKED;
      active += waits ? 0 : node.conditions.ticks(condition, now);
    }
    take(node.id, "activePeriod", units(active / Math.max(1, node.activePeriods())));
    for (Stoppage stop : node.stoppages().list()) {
      take(node.id, "stops." + stop.interruption.id(), stop.times / span);
    }
    if (element.defectRate() > 0) {
      take(node.id, "spoiled", node.quality.spoiled() / span);
    }
    if (element.inspection().isPresent()) {
      take(node.id, "rejected", node.quality.rejected() / span);
    }
    if (!element.power().isEmpty()) {
      energy(element, node);
    }
  }

  private void states(String id, ConditionRecord record) {
    for (LineState state : LineState.values()) {
      double share = 0;
      for (Condition condition : Condition.values()) {
        share += condition.state() == state ? record.share(condition, now) : 0;
      }
      if (state != LineState.NOT_OBSERVED) {
        take(id, "state." + state, share);
      }
    }
  }

  private void causes(String id, ConditionRecord record) {
    for (Condition condition :
        List.of(
            Condition.WAITING_OPERATOR,
            Condition.WAITING_CREW,
            Condition.REPAIR,
            Condition.MAINTENANCE,
            Condition.OFF_SHIFT)) {
      take(id, "cause." + condition, record.share(condition, now));
    }
  }

  /** Energy in kilowatt-hours: power by state times the time of all places together in it. */
  private void energy(Station element, StationNode node) {
    double energy = 0;
    for (Condition condition : Condition.values()) {
      double kilowatts = element.power().getOrDefault(condition.state(), 0.0);
      energy += kilowatts * units(node.conditions.ticks(condition, now));
    }
    double hours = line.scale().hoursPerUnit();
    take(node.id, "energy", energy * hours);
    take(node.id, "energyPerItem", energy * hours / node.level.departures());
  }

  private void tank(int index) {
    TankState tank = line.parts().fluids().tanks().get(index);
    tank.advance(now);
    take(tank.id, "content", tank.meanLevel());
    take(tank.id, "emptyShare", tank.shareEmpty());
    take(tank.id, "fullShare", tank.shareFull());
  }

  private void flow(int index) {
    FlowState flow = line.parts().fluids().flows().get(index);
    flow.advance(now);
    take(flow.id, "throughput", flow.moved() / span);
    states(flow.id, flow.conditions);
  }

  private void pools() {
    for (PoolState pool : line.parts().pools()) {
      taker.take("pools", pool.id, "busy", pool.busy.mean(now));
      taker.take("pools", pool.id, "utilization", pool.busy.mean(now) / pool.count);
      taker.take("pools", pool.id, "waiting", pool.waiting.mean(now));
    }
    for (CardCount loop : line.parts().loops()) {
      taker.take("loops", loop.id, "used", loop.used.mean(now));
    }
  }
}
