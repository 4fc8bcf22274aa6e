// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.millwright.simulation.model.Buffer;
import org.millwright.simulation.model.CardLoop;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.Flow;
import org.millwright.simulation.model.Interruption;
import org.millwright.simulation.model.ItemElement;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.Pool;
import org.millwright.simulation.model.Product;
import org.millwright.simulation.model.Routing;
import org.millwright.simulation.model.Source;
import org.millwright.simulation.model.Station;
import org.millwright.simulation.model.Tank;
import org.millwright.simulation.model.WorkCalendar;

/** Checks that every name in a model names something, once. */
final class LinkCheck {

  /** Card loops an item can tell apart. */
  private static final int MOST_LOOPS = 64;

  private final LineModel model;
  private final Faults faults;
  private final Set<String> passed;
  private final Set<String> tanks;
  private final Set<String> products;
  private final Set<String> pools;
  private final Set<String> calendars;

  LinkCheck(LineModel model, Faults faults) {
    this.model = model;
    this.faults = faults;
    products = unique(model.products(), Product::id, "/products");
    pools = unique(model.pools(), Pool::id, "/pools");
    calendars = unique(model.calendars(), WorkCalendar::id, "/calendars");
    unique(model.loops(), CardLoop::id, "/loops");
    unique(model.elements(), Element::id, "/elements");
    passed = new HashSet<>();
    tanks = new HashSet<>();
    for (Element element : model.elements()) {
      if (element instanceof ItemElement) {
        passed.add(element.id());
      } else if (element instanceof Tank) {
        tanks.add(element.id());
      }
    }
  }

  private <T> Set<String> unique(List<T> list, Function<T, String> id, String pointer) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String name = id.apply(list.get(i));
      if (!seen.add(name)) {
        faults.add(
            "SIM-DUPLICATE-ID",
            pointer + "/" + i + "/id",
            "\"%s\" is there twice.".formatted(name));
      }
    }
    return seen;
  }

  void run() {
    for (int i = 0; i < model.elements().size(); i++) {
      check(model.elements().get(i), "/elements/" + i);
    }
    for (int i = 0; i < model.pools().size(); i++) {
      Optional<String> calendar = model.pools().get(i).calendar();
      calendar.ifPresent(named("calendar", calendars, "/pools/" + i + "/calendar"));
    }
    checkLoops();
  }

  private void checkLoops() {
    if (model.loops().size() > MOST_LOOPS) {
      faults.add("SIM-TOO-LARGE", "/loops", "At most 64 card loops are possible.");
    }
    for (int i = 0; i < model.loops().size(); i++) {
      CardLoop loop = model.loops().get(i);
      named("element", passed, "/loops/" + i + "/entry").accept(loop.entry());
      named("element", passed, "/loops/" + i + "/exit").accept(loop.exit());
    }
  }

  private Consumer<String> named(String kind, Set<String> names, String pointer) {
    return name -> {
      if (!names.contains(name)) {
        faults.add(
            "SIM-UNKNOWN-LINK",
            pointer,
            "There is no %s \"%s\".".formatted(kind, name),
            Names.suggestion(name, List.copyOf(names)));
      }
    };
  }

  private void check(Element element, String at) {
    switch (element) {
      case Source source -> {
        for (String product : source.mix().products()) {
          named("product", products, at + "/product").accept(product);
        }
        check(source.to(), at + "/to");
      }
      case Buffer buffer -> {
        for (int i = 0; i < buffer.initial().size(); i++) {
          named("product", products, at + "/initial/" + i)
              .accept(buffer.initial().get(i).product());
        }
        check(buffer.to(), at + "/to");
      }
      case Station station -> check(station, at);
      case ItemElement other -> check(other.to(), at + "/to");
      case Flow flow -> check(flow, at);
      case Tank ignored -> {}
    }
  }

  private void check(Routing routing, String at) {
    for (int i = 0; i < routing.ways().size(); i++) {
      Routing.Way way = routing.ways().get(i);
      String pointer = routing.ways().size() == 1 ? at : at + "/" + i;
      named("element", passed, pointer).accept(way.to());
      way.products().forEach(named("product", products, pointer));
    }
  }

  private void check(Station station, String at) {
    check(station.to(), at + "/to");
    station.time().byProduct().keySet().forEach(named("product", products, at + "/time/byProduct"));
    checkTimes(station, at);
    station.operator().ifPresent(need -> checkPool(need.pool(), need.count(), at + "/operator"));
    station
        .shift()
        .ifPresent(s -> named("calendar", calendars, at + "/shift").accept(s.calendar()));
    station.makes().ifPresent(named("product", products, at + "/makes"));
    checkInterruptions(station.interruptions(), at);
    station.changeover().stream()
        .flatMap(change -> change.steps().stream())
        .forEach(step -> {
          named("product", products, at + "/changeover/steps").accept(step.from());
          named("product", products, at + "/changeover/steps").accept(step.to());
        });
    for (int i = 0; i < station.kit().size(); i++) {
      named("element", passed, at + "/parts/" + i + "/from").accept(station.kit().get(i).from());
    }
    for (int i = 0; i < station.outputs().size(); i++) {
      named("product", products, at + "/outputs/" + i).accept(station.outputs().get(i).product());
      check(station.outputs().get(i).to(), at + "/outputs/" + i + "/to");
    }
    station.inspection().ifPresent(check -> check(check.reject(), at + "/reject"));
    station.inspection().ifPresent(check -> check(check.otherwise(), at + "/otherwise"));
    station.draw().forEach(draw -> named("tank", tanks, at + "/draw").accept(draw.tank()));
  }

  private void checkTimes(Station station, String at) {
    if (station.time().otherwise().isEmpty()) {
      for (String product : products) {
        if (!station.time().byProduct().containsKey(product)) {
          faults.add(
              "SIM-MISSING",
              at + "/time",
              "There is no time for product \"%s\".".formatted(product),
              "give a time under \"otherwise\".");
        }
      }
    }
  }

  private void checkPool(String pool, int count, String at) {
    named("pool", pools, at).accept(pool);
    for (Pool known : model.pools()) {
      if (known.id().equals(pool) && known.count() < count) {
        faults.add("SIM-RANGE", at, "Pool \"%s\" never has %d at once.".formatted(pool, count));
      }
    }
  }

  private void checkInterruptions(List<Interruption> interruptions, String at) {
    Set<String> ids = new HashSet<>();
    for (Interruption interruption : interruptions) {
      String field =
          interruption.kind() == Interruption.Kind.MAINTENANCE ? "/maintenance" : "/breakdowns";
      if (!ids.add(interruption.id())) {
        faults.add(
            "SIM-DUPLICATE-ID", at + field, "\"%s\" is there twice.".formatted(interruption.id()));
      }
      if (interruption.due().mean() <= 0) {
        faults.add(
            "SIM-ZERO-TIME",
            at + field,
            "A stop that is due after no time never lets anything run.");
      }
      interruption
          .crew()
          .ifPresent(need -> checkPool(need.pool(), need.count(), at + field + "/crew"));
    }
  }

  private void check(Flow flow, String at) {
    flow.from().ifPresent(named("tank", tanks, at + "/from"));
    flow.into().ifPresent(named("tank", tanks, at + "/into"));
    checkInterruptions(flow.interruptions(), at);
    for (Interruption interruption : flow.interruptions()) {
      if (interruption.clock() == Interruption.Clock.JOBS) {
        faults.add("SIM-COMBINATION", at + "/breakdowns", "A flow has no jobs to count.");
      }
    }
  }
}
