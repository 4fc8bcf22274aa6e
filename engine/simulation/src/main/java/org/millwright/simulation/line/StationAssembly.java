// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.simulation.distribution.Variate;
import org.millwright.simulation.model.Changeover;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.Product;
import org.millwright.simulation.model.ProductTimes;
import org.millwright.simulation.model.Station;
import org.millwright.simulation.model.Station.Inspection;
import org.millwright.simulation.random.RandomStreams;

/** Builds the stations of a line. */
record StationAssembly(
    Line line,
    LineModel model,
    RandomStreams streams,
    Wiring wiring,
    Map<String, PoolState> pools,
    FluidNetwork fluids) {

  StationNode node(Station station, int index, int[] priorities) {
    StationParts parts =
        new StationParts(
            station.places(),
            exits(station),
            times(station),
            quality(station),
            workers(station),
            tanks(station),
            station.preemption(),
            priorities,
            station.blocksBefore(),
            station.makes().map(wiring::productIndex).orElse(-1));
    if (!station.kit().isEmpty()) {
      return kit(station, index, parts);
    }
    if (!station.outputs().isEmpty()) {
      return split(station, index, parts);
    }
    return new StationNode(line, index, station.id(), parts);
  }

  private StationNode kit(Station station, int index, StationParts parts) {
    String[] suppliers = station.kit().stream().map(Station.KitPart::from).toArray(String[]::new);
    int[] counts = station.kit().stream().mapToInt(Station.KitPart::count).toArray();
    return new KitNode(line, index, station.id(), parts, wiring.suppliers(suppliers), counts);
  }

  private StationNode split(Station station, int index, StationParts parts) {
    List<Station.Output> outputs = station.outputs();
    Router[] ways = new Router[outputs.size()];
    for (int i = 0; i < ways.length; i++) {
      ways[i] = wiring.router(station.id(), "output " + i, outputs.get(i).to());
    }
    var all =
        new SplitNode.Outputs(
            ways,
            outputs.stream().mapToInt(output -> wiring.productIndex(output.product())).toArray(),
            outputs.stream().mapToInt(Station.Output::count).toArray());
    return new SplitNode(line, index, station.id(), parts, all);
  }

  private Router[] exits(Station station) {
    Router pass = wiring.router(station);
    Optional<Inspection> check = station.inspection();
    if (check.isEmpty()) {
      return new Router[] {pass};
    }
    return new Router[] {
      pass,
      wiring.router(station.id(), "reject", check.get().reject()),
      wiring.router(station.id(), "give up", check.get().otherwise())
    };
  }

  private JobTimes times(Station station) {
    ProductTimes times = station.time();
    Map<Object, Variate> shared = new HashMap<>();
    List<Product> products = model.products();
    Variate[] ofProduct = new Variate[products.size()];
    for (int i = 0; i < ofProduct.length; i++) {
      String product = products.get(i).id();
      var own = times.byProduct().get(product);
      ofProduct[i] =
          own != null
              ? wiring.variate(station.id(), "time " + product, own)
              : shared.computeIfAbsent(
                  "otherwise",
                  key -> wiring.variate(station.id(), "time", times.otherwise().orElseThrow()));
    }
    return new JobTimes(
        ofProduct,
        station.changeover().map(change -> changes(station, change)).orElseGet(this::none));
  }

  private @Nullable Variate[][] none() {
    return new @Nullable Variate[0][0];
  }

  private @Nullable Variate[][] changes(Station station, Changeover changeover) {
    int count = model.products().size();
    @Nullable Variate[][] matrix = new @Nullable Variate[count][count];
    changeover
        .otherwise()
        .map(time -> wiring.variate(station.id(), "changeover", time))
        .ifPresent(other -> {
          for (@Nullable Variate[] row : matrix) {
            Arrays.fill(row, other);
          }
        });
    for (Changeover.Step step : changeover.steps()) {
      String purpose = "changeover " + step.from() + " " + step.to();
      matrix[wiring.productIndex(step.from())][wiring.productIndex(step.to())] =
          wiring.variate(station.id(), purpose, step.time());
    }
    return matrix;
  }

  private QualityCheck quality(Station station) {
    Optional<Inspection> check = station.inspection();
    return new QualityCheck(
        station.defectRate(),
        check.map(Inspection::detection).orElse(0.0),
        check.map(Inspection::falseAlarm).orElse(0.0),
        check.map(Inspection::limit).orElse(Integer.MAX_VALUE),
        streams.stream(station.id(), "quality"));
  }

  private Workers workers(Station station) {
    return station
        .operator()
        .map(need -> new Workers(pools.get(need.pool()), need.count(), need.priority()))
        .orElse(Workers.NONE);
  }

  private TankLinks tanks(Station station) {
    return new TankLinks(fluids, links(station, 1), links(station, -1));
  }

  private List<TankLinks.Link> links(Station station, int sign) {
    return station.draw().stream()
        .filter(draw -> draw.volume() * sign > 0)
        .map(draw -> new TankLinks.Link(tankIndex(draw.tank()), Math.abs(draw.volume())))
        .toList();
  }

  private int tankIndex(String id) {
    List<TankState> tanks = fluids.tanks();
    for (int i = 0; i < tanks.size(); i++) {
      if (tanks.get(i).id.equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("There is no tank " + id + ".");
  }
}
