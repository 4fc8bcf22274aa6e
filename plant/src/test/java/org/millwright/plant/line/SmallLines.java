// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.plant.archetype.Archetype;
import org.millwright.plant.archetype.MachineSpec;
import org.millwright.plant.archetype.PhysicsSpec;
import org.millwright.plant.archetype.PhysicsSpec.BufferSpec;
import org.millwright.plant.archetype.PhysicsSpec.ElectricitySpec;
import org.millwright.plant.archetype.PhysicsSpec.FailureSpec;
import org.millwright.plant.archetype.PhysicsSpec.Kind;
import org.millwright.plant.archetype.PhysicsSpec.Shape;
import org.millwright.plant.archetype.ProductSpec;

/** Lines of plain machines, for one effect at a time. */
final class SmallLines {

  static final int BUFFER = 50;

  private SmallLines() {}

  static FailureSpec failure(Kind kind, double mtbfMinutes, double mttrMinutes, Shape shape) {
    return new FailureSpec(20, kind, mtbfMinutes, mttrMinutes, shape);
  }

  /** Machines of 60 units a minute, each failing as given, with buffers of 50 between them. */
  @SafeVarargs
  static Archetype line(double orderUnits, List<FailureSpec>... failures) {
    List<MachineSpec> machines = new ArrayList<>();
    for (int i = 0; i < failures.length; i++) {
      machines.add(machine("m" + i, i == 0 ? null : new BufferSpec(BUFFER, 20, 0.2), failures[i]));
    }
    List<ProductSpec> products =
        List.of(
            new ProductSpec("A", "A", "甲", 1, Map.of()),
            new ProductSpec("B", "B", "乙", 0.5, Map.of()));
    return new Archetype(
        "small",
        "small",
        "小",
        "a",
        "a",
        "piece",
        true,
        new Archetype.OrderSpec(orderUnits, 0),
        null,
        products,
        machines);
  }

  private static MachineSpec machine(
      String id, @Nullable BufferSpec buffer, List<FailureSpec> failures) {
    PhysicsSpec physics =
        new PhysicsSpec(
            60,
            "plain",
            1,
            0,
            0.001,
            1,
            0.01,
            1,
            1,
            buffer,
            new ElectricitySpec(1, 10),
            null,
            null,
            failures,
            5,
            null,
            null);
    return new MachineSpec(
        id,
        id,
        id,
        "plain",
        "piece",
        new MachineSpec.StateSourceSpec(null, null),
        physics,
        List.of());
  }

  static Line start(Archetype archetype, long seed, LineListener listener) {
    return new Line(
        archetype,
        "small",
        seed,
        Days.MIDNIGHT,
        Days.SHIFTS,
        (name, ofSeed, machine, upstream) -> new Plain(),
        listener);
  }

  /** A process without values. */
  private static final class Plain implements ProcessModel {

    @Override
    public void step(MachineView machine, double seconds) {}

    @Override
    public double handover() {
      return 0;
    }

    @Override
    public void measure(MachineView machine, ProcessValues values) {}
  }
}
