// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.construct;

/**
 * Which waiting operation a free machine takes: the one of greatest priority.
 *
 * <p>The formulas are those of the dispatching literature (Pinedo, <i>Scheduling</i>, ch. 14), with
 * the shortest remaining work of the job in place of the duration where a due time is concerned.
 */
public enum Rule {
  /** First in, first out. */
  FIFO,
  /** Shortest processing time. */
  SPT,
  /** Longest processing time. */
  LPT,
  /** Earliest due date. */
  EDD,
  /** Weighted shortest processing time. */
  WSPT,
  /** Least slack. */
  SLACK,
  /** Critical ratio: time left over work left. */
  CRITICAL_RATIO,
  /** Most work remaining. */
  MOST_WORK,
  /** Least setup, then first due. */
  LEAST_SETUP,
  /** Apparent tardiness cost. */
  ATC,
  /** Apparent tardiness cost with setups. */
  ATCS;

  /** What the priority of an operation is computed from; all times in ticks. */
  static final class Situation {
    double now;
    double arrived;
    double ticks;
    double remaining;
    double due;
    double weight;
    double setup;

    /** Averages over the problem, at least 1. */
    double meanTicks = 1;

    double meanSetup = 1;

    private double slack() {
      return due - now - remaining;
    }
  }

  /**
   * The priority.
   *
   * @param lookAhead the k1 of ATC: slack counts in units of this many mean durations
   * @param setupScale the k2 of ATCS: setups count in units of this many mean setups
   */
  double priority(Situation s, double lookAhead, double setupScale) {
    return switch (this) {
      case FIFO -> -s.arrived;
      case SPT -> -s.ticks;
      case LPT -> s.ticks;
      case EDD -> -s.due;
      case WSPT -> s.weight / s.ticks;
      case SLACK -> -s.slack();
      case CRITICAL_RATIO -> -(s.due - s.now) / s.remaining;
      case MOST_WORK -> s.remaining;
      case LEAST_SETUP -> -s.setup * 1e9 - s.due;
      case ATC -> urgency(s, lookAhead);
      case ATCS -> urgency(s, lookAhead) - s.setup / (setupScale * s.meanSetup);
    };
  }

  /** Logarithms, so that small values keep their order: priorities are only compared. */
  private static double urgency(Situation s, double lookAhead) {
    double cost = Math.log(Math.max(s.weight, 1e-6) / s.ticks);
    return cost - Math.max(0, s.slack()) / (lookAhead * s.meanTicks);
  }
}
