// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.repair;

import java.util.List;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Material;

/** What can happen to a plan that is being carried out. Everything that started before stays. */
public sealed interface Event {

  /** The tick it is known at; what has started before is frozen. */
  int now();

  /**
   * A machine stands still. What it was working on is done anew.
   *
   * @param now tick it is known at
   * @param machine index in the problem
   * @param from first tick it stands
   * @param until first tick it works again
   */
  record Breakdown(int now, int machine, int from, int until) implements Event {}

  /**
   * An order comes in.
   *
   * @param now tick it is known at
   * @param job the order, its machines and materials those of the problem
   */
  record RushOrder(int now, Job job) implements Event {}

  /**
   * A material comes at other times than planned.
   *
   * @param now tick it is known at
   * @param material index in the problem
   * @param receipts all that is expected now
   */
  record LateMaterial(int now, int material, List<Material.Receipt> receipts) implements Event {
    public LateMaterial {
      receipts = List.copyOf(receipts);
    }
  }

  /**
   * An operation takes longer, or shorter, than planned.
   *
   * @param now tick it is known at
   * @param job index in the problem
   * @param operation index in the job
   * @param factor what its durations are multiplied by, greater than 0
   */
  record SlowOperation(int now, int job, int operation, double factor) implements Event {}

  /**
   * A person puts an operation somewhere else.
   *
   * @param now tick it is known at
   * @param job index in the problem
   * @param operation index in the job
   * @param machine index of the machine it is put on
   * @param start tick it is to start
   */
  record Drag(int now, int job, int operation, int machine, int start) implements Event {}
}
