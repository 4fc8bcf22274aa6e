// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.millwright.simulation.model.Buffer;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.LineModel;
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
