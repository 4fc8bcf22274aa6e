// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.List;

/**
 * Which station holds the line up, by two methods, with the share of replications that say so.
 *
 * @param activePeriod by the longest mean time without waiting (Roser, Nakano and Tanaka, 2001)
 * @param turningPoint by the arrows from blocked to starved neighbours (Kuo, Lim and Meerkov, 1996)
 */
public record Bottlenecks(List<Candidate> activePeriod, List<Candidate> turningPoint) {

  public Bottlenecks {
    activePeriod = List.copyOf(activePeriod);
    turningPoint = List.copyOf(turningPoint);
  }

  /**
   * A station that was the bottleneck in some replications.
   *
   * @param share of the replications
   * @param low lower end of the 95 % Wilson interval of that share
   * @param high its upper end
   */
  public record Candidate(String station, double share, double low, double high) {}
}
