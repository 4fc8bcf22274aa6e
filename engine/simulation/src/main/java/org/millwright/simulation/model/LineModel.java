// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.List;

/** A production line with everything needed to run it. Every link between parts is by id. */
public record LineModel(
    String name,
    TimeScale time,
    RunPlan plan,
    List<Product> products,
    List<Element> elements,
    List<Pool> pools,
    List<WorkCalendar> calendars,
    List<CardLoop> loops) {

  public LineModel {
    products = List.copyOf(products);
    elements = List.copyOf(elements);
    pools = List.copyOf(pools);
    calendars = List.copyOf(calendars);
    loops = List.copyOf(loops);
  }

  /** The same line with another plan. */
  public LineModel with(RunPlan other) {
    return new LineModel(name, time, other, products, elements, pools, calendars, loops);
  }

  /** The same line with other elements. */
  public LineModel with(List<Element> others) {
    return new LineModel(name, time, plan, products, others, pools, calendars, loops);
  }

  /** The same line with other pools. */
  public LineModel withPools(List<Pool> others) {
    return new LineModel(name, time, plan, products, elements, others, calendars, loops);
  }

  /** The same line with other card loops. */
  public LineModel withLoops(List<CardLoop> others) {
    return new LineModel(name, time, plan, products, elements, pools, calendars, others);
  }
}
