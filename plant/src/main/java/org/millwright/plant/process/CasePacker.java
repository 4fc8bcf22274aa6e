// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A case packer: 1.4 m of tape for a case, a code on each. */
final class CasePacker implements ProcessModel {

  private static final double METRES_PER_ROLL = 990;
  private static final double METRES_PER_CASE = 1.4;

  private double remaining = METRES_PER_ROLL;

  @Override
  public void step(MachineView machine, double seconds) {
    remaining -= METRES_PER_CASE * machine.unitsThisStep();
    if (remaining < METRES_PER_CASE) {
      remaining = METRES_PER_ROLL;
    }
  }

  @Override
  public double handover() {
    return remaining;
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/TapeRemaining", remaining);
    values.set("Process/CaseCode", machine.product().code() + "/" + machine.total());
  }
}
