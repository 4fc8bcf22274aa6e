// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * An order to be made.
 *
 * @param id name in the input
 * @param release first tick any of it may start
 * @param due tick it should be finished by, {@link #NO_DUE} if it does not matter
 * @param weight what a tick of lateness costs, at least 0
 * @param operations its steps
 * @param links their order, acyclic
 */
public record Job(
    String id, int release, int due, double weight, List<Operation> operations, List<Link> links) {

  /** No due time. */
  public static final int NO_DUE = Integer.MAX_VALUE;

  public Job {
    operations = List.copyOf(operations);
    links = List.copyOf(links);
  }

  /** Links that put {@code count} operations in a row. */
  public static List<Link> chain(int count) {
    List<Link> links = new ArrayList<>(Math.max(0, count - 1));
    for (int i = 1; i < count; i++) {
      links.add(Link.of(i - 1, i));
    }
    return links;
  }

  /** A job that is there from the start, is never late and does its steps in a row. */
  public static Job inARow(String id, List<Operation> operations) {
    return new Job(id, 0, NO_DUE, 1, operations, chain(operations.size()));
  }

  /** The same job with other steps. */
  public Job withOperations(List<Operation> others) {
    return new Job(id, release, due, weight, others, links);
  }
}
