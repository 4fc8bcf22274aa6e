// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.List;
import org.millwright.simulation.distribution.Distribution;

/**
 * A place to wait.
 *
 * @param capacity items it holds at most, those on their way through it included
 * @param transit time before an item may leave
 */
public record Buffer(
    String id,
    int capacity,
    Discipline discipline,
    Distribution transit,
    List<Stock> initial,
    Routing to)
    implements ItemElement {

  /** The capacity that is never reached. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public Buffer {
    initial = List.copyOf(initial);
  }

  @Override
  public String type() {
    return "buffer";
  }

  /** Who leaves first. */
  public enum Discipline {
    FIFO,
    LIFO,
    /** The smallest priority number, then first come. */
    PRIORITY
  }

  /** Items that are there at the start. */
  public record Stock(String product, int count) {}
}
