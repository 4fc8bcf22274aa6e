// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.ProcessModel;

/** Finds the process model an archetype names. */
public final class ProcessModels {

  private interface Maker {
    ProcessModel make(Draws dynamics, Draws noise, DoubleSupplier upstream);
  }

  private static final Map<String, Maker> MAKERS =
      Map.ofEntries(
          Map.entry("furnace", (dynamics, noise, upstream) -> new Furnace(dynamics, noise)),
          Map.entry("roughing", RoughingMill::new),
          Map.entry("finishing", FinishingMill::new),
          Map.entry("coiler", Coiler::new),
          Map.entry("maker", (dynamics, noise, upstream) -> new CigaretteMaker(dynamics, noise)),
          Map.entry("packer", (dynamics, noise, upstream) -> new CigarettePacker(noise)),
          Map.entry("overwrapper", (dynamics, noise, upstream) -> new Overwrapper(noise)),
          Map.entry("cartoner", (dynamics, noise, upstream) -> new Cartoner(noise)),
          Map.entry("case-packer", (dynamics, noise, upstream) -> new CasePacker()),
          Map.entry("former", (dynamics, noise, upstream) -> new Former(dynamics, noise)),
          Map.entry("fryer", Fryer::new),
          Map.entry("freezer", Freezer::new),
          Map.entry("bagger", (dynamics, noise, upstream) -> new FoodBagger(noise)),
          Map.entry("checkweigher", (dynamics, noise, upstream) -> new Checkweigher(dynamics)),
          Map.entry("feeder", (dynamics, noise, upstream) -> new Feeder(dynamics, noise)),
          Map.entry("rotary-kiln", (dynamics, noise, upstream) -> new RotaryKiln(dynamics, noise)),
          Map.entry("cooler", GrateCooler::new),
          Map.entry("arc-furnace", (dynamics, noise, upstream) -> new ArcFurnace(dynamics, noise)),
          Map.entry(
              "magnesia-bagger",
              (dynamics, noise, upstream) -> new MagnesiaBagger(dynamics, noise)),
          Map.entry("lathe", Lathe::new),
          Map.entry("mill", MachiningCentre::new),
          Map.entry("robot", Robot::new),
          Map.entry("gauge", Gauge::new));

  private ProcessModels() {}

  /**
   * A new model.
   *
   * @param name as in {@code archetypes.json}
   * @param seed of the whole plant
   * @param machine the machine's full name
   * @param upstream the model of the machine before, null for the first
   */
  public static ProcessModel create(
      String name, long seed, String machine, @Nullable ProcessModel upstream) {
    Maker maker = MAKERS.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("no process model is called " + name);
    }
    DoubleSupplier handover = upstream == null ? () -> 0 : upstream::handover;
    // Two streams: how often values are measured must not change what happens.
    return maker.make(
        Draws.of(seed, machine + "/process"), Draws.of(seed, machine + "/noise"), handover);
  }
}
