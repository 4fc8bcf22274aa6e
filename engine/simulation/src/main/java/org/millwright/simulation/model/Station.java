// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A machine or work place.
 *
 * @param places jobs it works on at once
 * @param time cycle time by product
 * @param blocksBefore whether a job starts only once its way out is reserved
 * @param preemption what happens to a job when an item of higher priority arrives
 * @param kit what is put together before work starts, empty for one item
 * @param outputs what an item comes apart into, empty to pass the item itself
 * @param defectRate share of items made defective here
 * @param inspection the check of the item after work, if there is one
 * @param power drawn in each state, in kilowatts
 * @param draw volume taken from or given to a tank for each job
 */
public record Station(
    String id,
    int places,
    ProductTimes time,
    Routing to,
    boolean blocksBefore,
    Preemption preemption,
    Optional<Changeover> changeover,
    Optional<OperatorNeed> operator,
    List<Interruption> interruptions,
    Optional<Shift> shift,
    List<KitPart> kit,
    Optional<String> makes,
    List<Output> outputs,
    double defectRate,
    Optional<Inspection> inspection,
    Map<LineState, Double> power,
    List<TankDraw> draw)
    implements ItemElement {

  public Station {
    interruptions = List.copyOf(interruptions);
    kit = List.copyOf(kit);
    outputs = List.copyOf(outputs);
    power = Collections.unmodifiableMap(new TreeMap<>(power));
    draw = List.copyOf(draw);
  }

  @Override
  public String type() {
    return inspection.isPresent()
        ? "inspection"
        : !kit.isEmpty() ? "assembly" : !outputs.isEmpty() ? "disassembly" : "station";
  }

  /** What an arrival of higher priority does to a job under way. */
  public enum Preemption {
    /** It waits. */
    NONE,
    /** The job steps aside and later goes on where it stopped. */
    RESUME,
    /** The job steps aside and later starts again. */
    REPEAT
  }

  /** Workers a job needs from its start, changeover included, to its end. */
  public record OperatorNeed(String pool, int count, int priority) {}

  /**
   * When the station is manned.
   *
   * @param finishes whether a job under way is finished after the end of a shift; otherwise it
   *     pauses
   */
  public record Shift(String calendar, boolean finishes) {}

  /** A number of items taken from one neighbour; the first part of a kit lends its identity. */
  public record KitPart(String from, int count) {}

  /** A number of items of a product and where they go. */
  public record Output(String product, int count, Routing to) {}

  /**
   * A check that may err.
   *
   * @param detection probability that a defective item is found
   * @param falseAlarm probability that a good item is rejected
   * @param reject where rejected items go
   * @param limit rejections after which an item is given up
   * @param otherwise where an item goes that is given up; unused while the limit is unlimited
   */
  public record Inspection(
      double detection, double falseAlarm, Routing reject, int limit, Routing otherwise) {}

  /**
   * A volume moved for each job: taken from the tank at its start if positive, else given at its
   * end.
   */
  public record TankDraw(String tank, double volume) {}
}
