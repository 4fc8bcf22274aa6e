// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.List;
import org.millwright.quality.rules.Rule;

/**
 * One panel of a chart before the rules have looked at it.
 *
 * @param name its key
 * @param title its heading
 * @param nature what its statistic allows the rules to assume
 * @param spots a spot for each point of the stage
 */
record Draft(String name, String title, Nature nature, List<Spot> spots) {

  /** What may be assumed of a panel's successive values. */
  enum Nature {
    /** Independent and near to symmetric: every rule applies. */
    SYMMETRIC,
    /** Independent and skewed: only rules without zones apply. */
    SKEWED,
    /** Each value contains the ones before: only the limits apply. */
    REMEMBERING;

    boolean allows(Rule rule) {
      return switch (this) {
        case SYMMETRIC -> true;
        case SKEWED -> rule.needsNoZones();
        case REMEMBERING -> rule.id() == 1;
      };
    }
  }

  Draft {
    spots = List.copyOf(spots);
  }
}
