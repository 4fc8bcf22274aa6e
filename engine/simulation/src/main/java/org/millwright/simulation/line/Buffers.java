// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.ArrayList;
import java.util.List;
import org.millwright.simulation.model.Buffer;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.LineModel;

/** Looks at the buffers that have no limit: the places where an unstable line shows itself. */
public final class Buffers {

  private Buffers() {}

  /** The ids of the buffers without limit, in the order of the model. */
  public static List<String> unlimited(LineModel model) {
    List<String> ids = new ArrayList<>();
    for (Element element : model.elements()) {
      if (element instanceof Buffer buffer && buffer.capacity() == Buffer.UNLIMITED) {
        ids.add(buffer.id());
      }
    }
    return ids;
  }

  /** Items times ticks in each of some buffers since the statistics were restarted. */
  public static double[] areas(Line line, List<String> ids) {
    double[] areas = new double[ids.size()];
    line.forEachNode(node -> {
      int index = ids.indexOf(node.id);
      if (index >= 0) {
        areas[index] = node.level.area(line.now());
      }
    });
    return areas;
  }
}
