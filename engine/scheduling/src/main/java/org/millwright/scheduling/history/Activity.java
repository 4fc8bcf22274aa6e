// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.util.List;

/**
 * What the log tells of a kind of step.
 *
 * @param name in the log
 * @param steps how many steps of this kind
 * @param resources able to do it, by name
 * @param medianMinutes of work a step
 * @param upperMinutes of work below which nine steps in ten stay
 */
public record Activity(
    String name, int steps, List<String> resources, int medianMinutes, int upperMinutes) {
  public Activity {
    resources = List.copyOf(resources);
  }
}
