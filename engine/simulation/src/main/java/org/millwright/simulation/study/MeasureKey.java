// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

/**
 * The name of a measure.
 *
 * @param section {@code system}, {@code elements}, {@code pools} or {@code loops}
 * @param id of the element; empty for the system
 */
public record MeasureKey(String section, String id, String measure) {

  /** A measure of the whole line. */
  public static MeasureKey system(String measure) {
    return new MeasureKey("system", "", measure);
  }

  /** A measure of an element. */
  public static MeasureKey element(String id, String measure) {
    return new MeasureKey("elements", id, measure);
  }

  @Override
  public String toString() {
    return id.isEmpty() ? measure : id + "." + measure;
  }
}
