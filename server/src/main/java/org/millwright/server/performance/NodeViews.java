// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.millwright.model.EquipmentLevel;
import org.millwright.performance.StateInterval;
import org.millwright.performance.Totals;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.performance.NodeView.Connection;
import org.millwright.server.performance.NodeView.OnShiftView;
import org.millwright.server.performance.NodeView.Standing;
import org.millwright.server.shifts.ShiftCalendars;

/** Nodes as they are at one moment; made for one look and thrown away. */
final class NodeViews {

  private record UnitNow(
      EquipmentNode node, @Nullable StateInterval last, Totals today, Connection connection) {

    WorkUnitState state() {
      return last == null ? WorkUnitState.NOT_OBSERVED : last.state();
    }
  }

  private final EquipmentCatalog catalog;
  private final Figures figures;
  private final ShiftCalendars calendars;
  private final Map<String, Boolean> online;
  private final Instant now;
  private final Map<String, UnitNow> units = new HashMap<>();

  NodeViews(
      EquipmentCatalog catalog,
      Figures figures,
      ShiftCalendars calendars,
      Map<String, Boolean> online,
      Instant now) {
    this.catalog = catalog;
    this.figures = figures;
    this.calendars = calendars;
    this.online = online;
    this.now = now;
  }

  /** A node with the nodes below it down to units, as far as they may be seen. */
  NodeView tree(EquipmentNode node, Predicate<String> visible) {
    List<NodeView> children = new ArrayList<>();
    for (EquipmentNode child : catalog.children(node.path())) {
      if (visible.test(child.path())) {
        children.add(
            child.level() == EquipmentLevel.WORK_UNIT ? brief(child) : tree(child, visible));
      }
    }
    return view(node, children, true);
  }

  /** A node without those below it. */
  NodeView alone(EquipmentNode node) {
    return view(node, List.of(), true);
  }

  private NodeView brief(EquipmentNode unit) {
    return view(unit, List.of(), false);
  }

  private NodeView view(EquipmentNode node, List<NodeView> children, boolean figuresToo) {
    List<UnitNow> below = catalog.unitsBelow(node.path()).stream().map(this::unit).toList();
    Totals today = below.stream().map(UnitNow::today).reduce(Totals.ZERO, Totals::plus);
    Optional<UnitNow> speaks = speaker(node, below);
    StateInterval last = speaks.map(UnitNow::last).orElse(null);
    return new NodeView(
        node.path(),
        node.code(),
        node.level(),
        node.name(),
        last != null ? last.state() : speaks.isPresent() ? WorkUnitState.NOT_OBSERVED : null,
        last != null ? last.period().start() : null,
        last != null ? IntervalView.empty(last.reason()) : null,
        figuresToo ? OeeView.of(today, catalog.targetOee(node.path())) : null,
        figuresToo ? LossView.greatest(today, 3) : List.of(),
        figuresToo ? onShift(node) : null,
        figuresToo ? standing(below) : List.of(),
        speaks.isPresent() ? product(below) : null,
        connection(below),
        children);
  }

  /** The unit whose state is the node's; none above lines. */
  private static Optional<UnitNow> speaker(EquipmentNode node, List<UnitNow> below) {
    if (below.isEmpty()
        || (node.level() != EquipmentLevel.WORK_CENTER
            && node.level() != EquipmentLevel.WORK_UNIT)) {
      return Optional.empty();
    }
    for (int i = below.size() - 1; i >= 0; i--) {
      if (below.get(i).state() != WorkUnitState.STARVED) {
        // The nearest upstream unit that is not itself waiting is what the last one waits for.
        boolean explains = i == below.size() - 1 || below.get(i).state().isStop();
        return Optional.of(explains ? below.get(i) : below.getLast());
      }
    }
    return Optional.of(below.getLast());
  }

  private UnitNow unit(EquipmentNode unit) {
    return units.computeIfAbsent(
        unit.path(),
        path -> {
          UnitHistory history = figures.history(path, calendars.today(path, now));
          StateInterval last = history.last().orElse(null);
          boolean observed = last != null && last.state() != WorkUnitState.NOT_OBSERVED;
          return new UnitNow(
              unit,
              last,
              figures.totals(history, path),
              LiveProperties.connection(unit, observed, online));
        });
  }

  private @Nullable OnShiftView onShift(EquipmentNode node) {
    return calendars
        .onShift(node.path(), now)
        .map(on -> new OnShiftView(on.shift(), IntervalView.empty(on.crew()), on.persons()))
        .orElse(null);
  }

  private static List<Standing> standing(List<UnitNow> below) {
    List<Standing> standing = new ArrayList<>();
    for (UnitNow unit : below) {
      StateInterval last = unit.last();
      if (last != null && last.state().isStop()) {
        standing.add(
            new Standing(
                unit.node().path(),
                unit.node().name(),
                last.state(),
                IntervalView.empty(last.reason()),
                last.period().start()));
      }
    }
    standing.sort(Comparator.comparing(Standing::since));
    return standing;
  }

  private static @Nullable String product(List<UnitNow> below) {
    for (int i = below.size() - 1; i >= 0; i--) {
      StateInterval last = below.get(i).last();
      if (last != null && !last.product().isEmpty()) {
        return last.product();
      }
    }
    return null;
  }

  private static Connection connection(List<UnitNow> below) {
    boolean any = below.stream().anyMatch(unit -> unit.connection() != Connection.NONE);
    if (!any) {
      return Connection.NONE;
    }
    if (below.stream().anyMatch(unit -> unit.connection() == Connection.OFFLINE)) {
      boolean all =
          below.stream()
              .allMatch(unit ->
                  unit.connection() == Connection.OFFLINE || unit.connection() == Connection.NONE);
      return all ? Connection.OFFLINE : Connection.STALE;
    }
    return below.stream().anyMatch(unit -> unit.connection() == Connection.STALE)
        ? Connection.STALE
        : Connection.ONLINE;
  }
}
