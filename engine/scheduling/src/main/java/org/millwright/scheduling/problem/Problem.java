// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scheduling problem. Other values refer to its parts by index.
 *
 * @param name for people
 * @param scale what a tick is
 * @param horizon first tick nothing may reach into; at most {@link #MAX_HORIZON}
 * @param families names of the families
 * @param machines at least one
 * @param resources beside the machines
 * @param materials consumed by operations
 * @param jobs what is to be made
 * @param tariff price of electricity
 * @param sameSequence whether all machines work the jobs in one and the same order (a permutation
 *     flow shop)
 * @param objective what to keep small
 * @param earlier the plan instability is measured against, if any
 */
public record Problem(
    String name,
    TimeScale scale,
    int horizon,
    List<String> families,
    List<Machine> machines,
    List<Resource> resources,
    List<Material> materials,
    List<Job> jobs,
    Tariff tariff,
    boolean sameSequence,
    Objective objective,
    @Nullable Plan earlier) {

  /** Leaves room for one more addition of two times in an {@code int}. */
  public static final int MAX_HORIZON = Integer.MAX_VALUE / 2 - 1;

  /** More operations than this are taken for a mistake in the input. */
  public static final int MAX_OPERATIONS = 500_000;

  public Problem {
    families = List.copyOf(families);
    machines = List.copyOf(machines);
    resources = List.copyOf(resources);
    materials = List.copyOf(materials);
    jobs = List.copyOf(jobs);
  }

  /** Machines and jobs only, in bare ticks. */
  public static Problem plain(
      String name, List<Machine> machines, List<Job> jobs, Objective objective) {
    return new Problem(
        name,
        TimeScale.BARE,
        MAX_HORIZON,
        List.of(),
        machines,
        List.of(),
        List.of(),
        jobs,
        Tariff.NONE,
        false,
        objective,
        null);
  }

  /** The same problem with another objective. */
  public Problem withObjective(Objective other) {
    return new Problem(
        name,
        scale,
        horizon,
        families,
        machines,
        resources,
        materials,
        jobs,
        tariff,
        sameSequence,
        other,
        earlier);
  }

  /** The same problem with other jobs. */
  public Problem withJobs(List<Job> others) {
    return new Problem(
        name,
        scale,
        horizon,
        families,
        machines,
        resources,
        materials,
        others,
        tariff,
        sameSequence,
        objective,
        earlier);
  }

  /** The same problem with other machines. */
  public Problem withMachines(List<Machine> others) {
    return new Problem(
        name,
        scale,
        horizon,
        families,
        others,
        resources,
        materials,
        jobs,
        tariff,
        sameSequence,
        objective,
        earlier);
  }

  /** The same problem with other materials. */
  public Problem withMaterials(List<Material> others) {
    return new Problem(
        name,
        scale,
        horizon,
        families,
        machines,
        resources,
        others,
        jobs,
        tariff,
        sameSequence,
        objective,
        earlier);
  }

  /** The same problem, measured against a plan. */
  public Problem withEarlier(@Nullable Plan plan) {
    return new Problem(
        name,
        scale,
        horizon,
        families,
        machines,
        resources,
        materials,
        jobs,
        tariff,
        sameSequence,
        objective,
        plan);
  }

  /** How many operations all jobs have together. */
  public int operationCount() {
    return jobs.stream().mapToInt(job -> job.operations().size()).sum();
  }
}
