// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.serve;

import org.millwright.server.equipment.PropertyRole;

/** The plant's word for what a metric is, as the register's. */
final class DemoRoles {

  private DemoRoles() {}

  static String of(String role) {
    PropertyRole known =
        switch (role) {
          case "state" -> PropertyRole.STATE;
          case "mode" -> PropertyRole.MODE;
          case "speed" -> PropertyRole.SPEED;
          case "setpoint" -> PropertyRole.SETPOINT_SPEED;
          case "total" -> PropertyRole.TOTAL;
          case "good" -> PropertyRole.GOOD;
          case "reject" -> PropertyRole.REJECT;
          case "product" -> PropertyRole.PRODUCT;
          case "reason" -> PropertyRole.REASON;
          case "buffer" -> PropertyRole.BUFFER_LEVEL;
          case "electricity" -> PropertyRole.ELECTRICITY;
          case "power" -> PropertyRole.POWER;
          case "gas" -> PropertyRole.GAS;
          case "steam" -> PropertyRole.STEAM;
          case "process" -> PropertyRole.PROCESS;
          default -> PropertyRole.INFORMATION;
        };
    return known.name();
  }
}
