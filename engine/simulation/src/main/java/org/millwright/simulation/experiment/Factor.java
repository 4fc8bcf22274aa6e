// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.millwright.simulation.model.Buffer;
import org.millwright.simulation.model.CardLoop;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.Pool;
import org.millwright.simulation.model.Station;

/**
 * One thing that is varied.
 *
 * @param low the least value
 * @param high the greatest value
 * @param change makes a model with the value
 */
public record Factor(
    String name, double low, double high, BiFunction<LineModel, Double, LineModel> change) {

  /** The capacity of a buffer, in whole items. */
  public static Factor capacity(String buffer, int low, int high) {
    return new Factor(
        buffer + " capacity",
        low,
        high,
        (model, value) ->
            replace(model, buffer, element -> resized((Buffer) element, (int) Math.round(value))));
  }

  /** The number of places of a station. */
  public static Factor places(String station, int low, int high) {
    return new Factor(
        station + " places",
        low,
        high,
        (model, value) ->
            replace(
                model, station, element -> widened((Station) element, (int) Math.round(value))));
  }

  /** The number of people or tools in a pool. */
  public static Factor count(String pool, int low, int high) {
    return new Factor(
        pool + " count",
        low,
        high,
        (model, value) ->
            model.withPools(
                model.pools().stream()
                    .map(p ->
                        p.id().equals(pool)
                            ? new Pool(pool, (int) Math.round(value), p.calendar())
                            : p)
                    .toList()));
  }

  /** The number of cards of a loop. */
  public static Factor cards(String loop, int low, int high) {
    return new Factor(
        loop + " cards",
        low,
        high,
        (model, value) ->
            model.withLoops(
                model.loops().stream()
                    .map(l ->
                        l.id().equals(loop)
                            ? new CardLoop(loop, (int) Math.round(value), l.entry(), l.exit())
                            : l)
                    .toList()));
  }

  /**
   * What can be varied of a part in whole numbers: the capacity of a buffer, the places of a
   * station, the count of a pool, the cards of a loop.
   *
   * @return empty when the model has no such part
   */
  public static Optional<Factor> of(LineModel model, String id, int low, int high) {
    for (Element element : model.elements()) {
      if (element.id().equals(id) && element instanceof Buffer) {
        return Optional.of(capacity(id, low, high));
      }
      if (element.id().equals(id) && element instanceof Station) {
        return Optional.of(places(id, low, high));
      }
    }
    if (model.pools().stream().anyMatch(pool -> pool.id().equals(id))) {
      return Optional.of(count(id, low, high));
    }
    return model.loops().stream().anyMatch(loop -> loop.id().equals(id))
        ? Optional.of(cards(id, low, high))
        : Optional.empty();
  }

  private interface Edit {
    Element apply(Element element);
  }

  private static LineModel replace(LineModel model, String id, Edit edit) {
    List<Element> elements = new ArrayList<>();
    for (Element element : model.elements()) {
      elements.add(element.id().equals(id) ? edit.apply(element) : element);
    }
    return model.with(elements);
  }

  private static Buffer resized(Buffer buffer, int capacity) {
    return new Buffer(
        buffer.id(),
        capacity,
        buffer.discipline(),
        buffer.transit(),
        buffer.initial(),
        buffer.to());
  }

  private static Station widened(Station s, int places) {
    return new Station(
        s.id(),
        places,
        s.time(),
        s.to(),
        s.blocksBefore(),
        s.preemption(),
        s.changeover(),
        s.operator(),
        s.interruptions(),
        s.shift(),
        s.kit(),
        s.makes(),
        s.outputs(),
        s.defectRate(),
        s.inspection(),
        s.power(),
        s.draw());
  }

  /** The model with values for several factors. */
  static LineModel apply(LineModel model, List<Factor> factors, List<Double> values) {
    LineModel changed = model;
    for (int i = 0; i < factors.size(); i++) {
      changed = factors.get(i).change().apply(changed, values.get(i));
    }
    return changed;
  }
}
