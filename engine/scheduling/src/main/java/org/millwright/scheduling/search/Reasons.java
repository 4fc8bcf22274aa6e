// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Material;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;

/** Says why an operation has no place. */
final class Reasons {

  private Reasons() {}

  static String why(Shop shop, Candidate candidate, int operation) {
    for (int link = shop.predFrom[operation]; link < shop.predFrom[operation + 1]; link++) {
      int before = shop.pred[link];
      if (candidate.start()[before] < 0 && shop.train[before] != shop.train[operation]) {
        return "It follows operation " + source(shop, before).id() + ", which cannot be planned.";
      }
    }
    for (int i = 0; i < shop.materials[operation].length; i++) {
      Material material = shop.problem.materials().get(shop.materials[operation][i]);
      long supply = material.stock();
      supply += material.receipts().stream().mapToLong(Material.Receipt::quantity).sum();
      if (supply < demand(shop, shop.materials[operation][i])) {
        return "Material %s never arrives in the quantity all jobs need together."
            .formatted(material.id());
      }
    }
    if (shop.latestEnd[operation] < shop.problem.horizon()) {
      return "It cannot end in time for a locked operation after it.";
    }
    return byMode(shop, operation);
  }

  private static String byMode(Shop shop, int operation) {
    StringBuilder text = new StringBuilder();
    for (int mode = shop.modeFrom[operation]; mode < shop.modeFrom[operation + 1]; mode++) {
      Machine machine = shop.problem.machines().get(shop.modeMachine[mode]);
      text.append(text.isEmpty() ? "" : " ").append("Machine ").append(machine.id());
      if (machine.isBatching() && shop.size[operation] > machine.batchCapacity()) {
        text.append(" is too small for it.");
      } else if (lacksResource(shop, mode)) {
        text.append(" needs more of a resource than there is.");
      } else if (shop.clock[shop.modeMachine[mode]].begin(
              0, shop.modeTicks[mode], shop.mayPause[operation])
          >= Timetable.NEVER) {
        text.append(" has no stretch of working time long enough for it.");
      } else {
        text.append(" has no room left for it before the horizon.");
      }
    }
    return text.isEmpty() ? "It has no able machine." : text.toString();
  }

  private static boolean lacksResource(Shop shop, int mode) {
    for (int i = 0; i < shop.modeResources[mode].length; i++) {
      int capacity = shop.problem.resources().get(shop.modeResources[mode][i]).capacity();
      if (shop.modeUnits[mode][i] > capacity) {
        return true;
      }
    }
    return false;
  }

  private static long demand(Shop shop, int material) {
    long sum = 0;
    for (int o = 0; o < shop.operations; o++) {
      for (int i = 0; i < shop.materials[o].length; i++) {
        sum += shop.materials[o][i] == material ? shop.quantities[o][i] : 0;
      }
    }
    return sum;
  }

  private static Operation source(Shop shop, int operation) {
    return shop.problem.jobs().get(shop.job[operation]).operations().get(shop.index[operation]);
  }
}
