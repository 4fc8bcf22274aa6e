// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.rules;

/** The pattern a rule looks for. */
public enum Shape {
  /** One point beyond a control limit. */
  BEYOND_LIMIT,
  /** So many points in a row on one side of the centre line. */
  ONE_SIDE,
  /** So many points in a row steadily rising or falling. */
  MONOTONE,
  /** So many points in a row alternately up and down. */
  ALTERNATING,
  /** Some of so many points farther than a zone from the centre, on one side. */
  SOME_BEYOND_ZONE,
  /** So many points in a row within a zone of the centre, on either side. */
  WITHIN_ZONE,
  /** So many points in a row farther than a zone from the centre, on both sides. */
  OUTSIDE_ZONE
}
