// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void namesCodePlaceMessageAndFixOnOneLine() {
    var refusal =
        new Refusal("CSV-DATE", "line 7, column start", "\"31.02.\" is no date.", "use ISO 8601.");

    assertThat(refusal)
        .hasToString(
            "CSV-DATE at line 7, column start: \"31.02.\" is no date. Maybe use ISO 8601.");
  }

  @Test
  void leavesOutAPlaceAndAFixThatAreNotKnown() {
    assertThat(Refusal.of("LOT-EMPTY", "", "The lot is empty."))
        .hasToString("LOT-EMPTY: The lot is empty.");
  }
}
