// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Two rates that plants are graded by (中小企业数字化水平评测指标（2024年版）, questions 2 and 3): 设备数控化率, the share
 * of production equipment that is digitally controlled, and 联网率, the share that is connected.
 *
 * @param equipment production equipment in the register
 * @param digital of it, digitally controlled
 * @param connected of it, connected: it really spoke in the period asked about
 */
public record ConnectedShare(int equipment, int digital, int connected) {

  /**
   * What the rates need to know about one piece of equipment.
   *
   * @param production whether it makes product; stores and offices do not count
   * @param digitallyControlled by the register: NC, PLC, DCS
   * @param spoke whether a message from it arrived in the period
   */
  public record Equipment(boolean production, boolean digitallyControlled, boolean spoke) {}

  /**
   * Counts a register. Equipment that spoke is digitally controlled, whatever the register says.
   */
  public static ConnectedShare of(Collection<Equipment> register) {
    int equipment = 0;
    int digital = 0;
    int connected = 0;
    for (Equipment each : register) {
      if (each.production()) {
        equipment++;
        digital += each.digitallyControlled() || each.spoke() ? 1 : 0;
        connected += each.spoke() ? 1 : 0;
      }
    }
    return new ConnectedShare(equipment, digital, connected);
  }

  /** 设备数控化率, 0 to 1; empty when there is no production equipment. */
  public OptionalDouble digitalRate() {
    return rate(digital);
  }

  /** 联网率, 0 to 1; empty when there is no production equipment. */
  public OptionalDouble connectedRate() {
    return rate(connected);
  }

  private OptionalDouble rate(int part) {
    return equipment == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / equipment);
  }
}
