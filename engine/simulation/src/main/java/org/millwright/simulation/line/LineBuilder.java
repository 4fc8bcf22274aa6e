// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.simulation.distribution.Constant;
import org.millwright.simulation.distribution.Variate;
import org.millwright.simulation.kernel.EventHandler;
import org.millwright.simulation.model.Batch;
import org.millwright.simulation.model.Branch;
import org.millwright.simulation.model.Buffer;
import org.millwright.simulation.model.CardLoop;
import org.millwright.simulation.model.Conveyor;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.Flow;
import org.millwright.simulation.model.ItemElement;
import org.millwright.simulation.model.LineGraph;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.Pool;
import org.millwright.simulation.model.Product;
import org.millwright.simulation.model.Sink;
import org.millwright.simulation.model.Source;
import org.millwright.simulation.model.Station;
import org.millwright.simulation.model.Tank;
import org.millwright.simulation.model.Unbatch;
import org.millwright.simulation.random.RandomStreams;

/** Makes a running line of a model that was found valid. */
public final class LineBuilder {

  private final LineModel model;
  private final RandomStreams streams;
  private final Line line;
  private final Wiring wiring;
  private final Map<String, PoolState> pools = new HashMap<>();
  private final List<StationNode> stations = new ArrayList<>();
  private final FluidNetwork fluids;
  private final EventHandler[] handlers;
  private final Node[] nodes;

  private LineBuilder(LineModel model, RandomStreams streams) {
    this.model = model;
    this.streams = streams;
    List<ItemElement> passed = passed();
    long flows = model.elements().stream().filter(Flow.class::isInstance).count();
    int count = passed.size() + model.pools().size() + (int) flows + 1;
    line = new Line(model.time(), count);
    handlers = new EventHandler[count];
    nodes = new Node[passed.size()];
    fluids = new FluidNetwork(line, count - 1);
    wiring = new Wiring(line, model, streams, nodes);
  }

  /** A line at time 0 that draws from the given streams. */
  public static Line build(LineModel model, RandomStreams streams) {
    LineBuilder builder = new LineBuilder(model, streams);
    builder.addParts();
    builder.line.start();
    return builder.line;
  }

  private List<ItemElement> passed() {
    return model.elements().stream()
        .filter(ItemElement.class::isInstance)
        .map(ItemElement.class::cast)
        .toList();
  }

  private void addParts() {
    int next = nodes.length;
    for (Pool pool : model.pools()) {
      PoolState state =
          new PoolState(line, next, pool.id(), pool.count(), wiring.calendar(pool.calendar()));
      pools.put(pool.id(), state);
      handlers[next++] = state;
    }
    addFluids(next);
    addNodes();
    for (Node node : nodes) {
      node.linked();
    }
    CardCount[] loops = addLoops();
    System.arraycopy(nodes, 0, handlers, 0, nodes.length);
    handlers[handlers.length - 1] = fluids;
    List<PoolState> inOrder = model.pools().stream().map(pool -> poolState(pool.id())).toList();
    line.install(new Parts(nodes, handlers, inOrder, loops, fluids));
  }

  private PoolState poolState(String id) {
    PoolState state = pools.get(id);
    if (state == null) {
      throw new IllegalArgumentException("There is no pool " + id + ".");
    }
    return state;
  }

  private void addFluids(int firstHandler) {
    int next = firstHandler;
    for (Element element : model.elements()) {
      if (element instanceof Tank tank) {
        fluids.tanks().add(new TankState(tank.id(), tank.capacity(), tank.initial()));
      }
    }
    for (Element element : model.elements()) {
      if (element instanceof Flow flow) {
        FlowState state = new FlowState(line, fluids, shape(flow, next));
        state.install(wiring.stoppages(state, flow.interruptions(), Optional.empty(), pools));
        fluids.flows().add(state);
        handlers[next++] = state;
      }
    }
  }

  private FlowState.Shape shape(Flow flow, int handler) {
    return new FlowState.Shape(
        flow.id(),
        handler,
        flow.from().map(this::tankIndex).orElse(-1),
        flow.into().map(this::tankIndex).orElse(-1),
        flow.rate() / model.time().ticksPerUnit());
  }

  private int tankIndex(String id) {
    for (int i = 0; i < fluids.tanks().size(); i++) {
      if (fluids.tanks().get(i).id.equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("There is no tank " + id + ".");
  }

  private void addNodes() {
    List<ItemElement> passed = passed();
    boolean[] onLoop = new LineGraph(List.copyOf(passed)).onLoop();
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node(passed.get(i), i);
      nodes[i].onLoop = onLoop[i];
    }
    wiring.connect();
    for (StationNode station : stations) {
      Station element = (Station) passed.get(station.index);
      station.install(wiring.stoppages(station, element.interruptions(), element.shift(), pools));
    }
  }

  private Node node(ItemElement element, int index) {
    return switch (element) {
      case Source source -> source(source, index);
      case Buffer buffer -> buffer(buffer, index);
      case Branch branch ->
          new BufferNode(line, index, branch.id(), wiring.router(branch), shape(branch));
      case Conveyor conveyor -> new ConveyorNode(line, index, wiring.router(conveyor), conveyor);
      case Batch batch ->
          new BatchNode(
              line,
              index,
              batch.id(),
              wiring.router(batch),
              batch.size(),
              batch.product().map(wiring::productIndex).orElse(-1));
      case Unbatch unbatch -> new UnbatchNode(line, index, unbatch.id(), wiring.router(unbatch));
      case Station station -> station(station, index);
      case Sink sink -> sink(sink, index);
    };
  }

  private Node source(Source source, int index) {
    var draws =
        new SourceNode.Draws(
            source
                .interarrival()
                .map(gap -> wiring.variate(source.id(), "arrival", gap))
                .orElse(null),
            wiring.variate(source.id(), "lot", source.lot()),
            source.start().map(model.time()::ticks).orElse(-1L),
            streams.stream(source.id(), "mix"));
    int[] products = source.mix().products().stream().mapToInt(wiring::productIndex).toArray();
    return new SourceNode(line, index, source, wiring.router(source), draws, products);
  }

  private Node buffer(Buffer buffer, int index) {
    int[] stock =
        buffer.initial().stream()
            .flatMapToInt(initial -> {
              int[] same = new int[initial.count()];
              Arrays.fill(same, wiring.productIndex(initial.product()));
              return Arrays.stream(same);
            })
            .toArray();
    boolean hasTransit = !buffer.transit().equals(new Constant(0));
    Variate transit = wiring.variate(buffer.id(), "transit", buffer.transit());
    var shape =
        new BufferNode.Shape(
            buffer.capacity(), buffer.discipline(), transit, hasTransit, stock, priorities());
    return new BufferNode(line, index, buffer.id(), wiring.router(buffer), shape);
  }

  private BufferNode.Shape shape(Branch branch) {
    Variate none = wiring.variate(branch.id(), "transit", new Constant(0));
    return new BufferNode.Shape(1, Buffer.Discipline.FIFO, none, false, new int[0], priorities());
  }

  private int[] priorities() {
    return model.products().stream().mapToInt(Product::priority).toArray();
  }

  private Node station(Station station, int index) {
    StationNode node =
        new StationAssembly(line, model, streams, wiring, pools, fluids)
            .node(station, index, priorities());
    stations.add(node);
    return node;
  }

  private Node sink(Sink sink, int index) {
    long[] thresholds = sink.thresholds().stream().mapToLong(model.time()::ticks).toArray();
    return new SinkNode(line, index, sink, thresholds, model.products().size());
  }

  private CardCount[] addLoops() {
    CardCount[] loops = new CardCount[model.loops().size()];
    for (int i = 0; i < loops.length; i++) {
      CardLoop loop = model.loops().get(i);
      Node entry = wiring.node(loop.entry());
      loops[i] = new CardCount(line, loop.id(), loop.cards(), i, entry);
      entry.addEntryLoop(loops[i]);
      wiring.node(loop.exit()).addExitLoop(loops[i]);
    }
    return loops;
  }
}
