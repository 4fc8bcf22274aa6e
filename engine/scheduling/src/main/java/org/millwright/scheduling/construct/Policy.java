// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.construct;

/**
 * A rule with its parameters.
 *
 * @param rule what decides
 * @param lookAhead k1 of ATC and ATCS
 * @param setupScale k2 of ATCS
 */
public record Policy(Rule rule, double lookAhead, double setupScale) {

  /** A rule with the parameters the literature starts from. */
  public static Policy of(Rule rule) {
    return new Policy(rule, 2.0, 0.5);
  }
}
