// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.jspecify.annotations.Nullable;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.model.Station.Preemption;

/** The jobs of a station that stepped aside for items of higher priority. */
final class Preempted {

  private final Preemption rule;
  private final int[] productPriority;
  private final RankedQueue aside = new RankedQueue();

  Preempted(Preemption rule, int[] productPriority) {
    this.rule = rule;
    this.productPriority = productPriority;
  }

  boolean isPossible() {
    return rule != Preemption.NONE;
  }

  boolean repeats() {
    return rule == Preemption.REPEAT;
  }

  boolean isEmpty() {
    return aside.isEmpty();
  }

  /** The job that would step aside for an item: the least urgent one, if it is less urgent. */
  @Nullable Place victim(Items items, Place[] places, int item) {
    if (rule == Preemption.NONE) {
      return null;
    }
    int urgency = productPriority[items.product[item]];
    Place victim = null;
    for (Place place : places) {
      if (place.running && place.step == Place.Step.PROCESS) {
        int other = productPriority[items.product[place.item]];
        if (other > urgency) {
          urgency = other;
          victim = place;
        }
      }
    }
    return victim;
  }

  /** Puts a job aside with the work it still needs, in ticks. */
  void add(Items items, int item, long work) {
    items.work[item] = work;
    aside.add(item, productPriority[items.product[item]]);
  }

  int removeFirst() {
    return aside.removeFirst();
  }

  void exchange(Archive archive) {
    aside.exchange(archive);
  }
}
