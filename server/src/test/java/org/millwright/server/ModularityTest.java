// SPDX-License-Identifier: Apache-2.0
package org.millwright.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  @Test
  void modulesUseEachOtherOnlyThroughTheirRootsAndWithoutCycles() {
    ApplicationModules.of(MillwrightServer.class).verify();
  }
}
