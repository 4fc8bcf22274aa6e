// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SwitchingTest {

  private static final Switching.Lot GOOD = new Switching.Lot(true, 2, true);
  private static final Switching.Lot BAD = new Switching.Lot(false, 2, false);

  private static Switching after(Switching state, String lots) {
    Switching now = state;
    for (char lot : lots.toCharArray()) {
      now = now.lot(lot == 'A' ? GOOD : BAD);
    }
    return now;
  }

  @Test
  void twoOfFiveLotsRejectedTighten() {
    assertThat(after(Switching.start(), "RAAAR").inspection()).isEqualTo(Inspection.TIGHTENED);
    assertThat(after(Switching.start(), "RAAAAR").inspection()).isEqualTo(Inspection.NORMAL);
  }

  @Test
  void fiveLotsAcceptedInARowLeadBackToNormal() {
    Switching tightened = after(Switching.start(), "RR");

    assertThat(after(tightened, "AAAARAAAA").inspection()).isEqualTo(Inspection.TIGHTENED);
    assertThat(after(tightened, "AAAARAAAAA").inspection()).isEqualTo(Inspection.NORMAL);
  }

  @Test
  void fiveLotsRejectedOnTightenedStopInspectionUntilItResumesTightened() {
    Switching stopped = after(Switching.start(), "RRRARARARR");

    assertThat(stopped.stopped()).isTrue();
    assertThat(after(stopped, "AAA")).isEqualTo(stopped);
    Switching resumed = stopped.resume("supplier changed the tool");
    assertThat(resumed.stopped()).isFalse();
    assertThat(resumed.inspection()).isEqualTo(Inspection.TIGHTENED);
    assertThat(after(resumed, "RRRR").stopped()).isFalse();
  }

  @Test
  void tenGoodLotsReduceAndOneBadLotEndsIt() {
    assertThat(after(Switching.start(), "AAAAAAAAA").score()).isEqualTo(27);
    Switching reduced = after(Switching.start(), "AAAAAAAAAA");

    assertThat(reduced.inspection()).isEqualTo(Inspection.REDUCED);
    assertThat(after(reduced, "R").inspection()).isEqualTo(Inspection.NORMAL);
    assertThat(reduced.irregular("line moved").inspection()).isEqualTo(Inspection.NORMAL);
  }

  @Test
  void smallAcceptanceNumbersScoreTwoAndALotNotTightEnoughResets() {
    Switching small = Switching.start().lot(new Switching.Lot(true, 1, false));

    assertThat(small.score()).isEqualTo(2);
    assertThat(small.lot(new Switching.Lot(true, 2, false)).score()).isZero();
  }

  @Test
  void historyNamesEachLotAndWhyItSwitched() {
    Switching state = after(Switching.start(), "RR");

    assertThat(state.history()).hasSize(2);
    assertThat(state.history().getLast().reason()).contains("9.3.1");
  }
}
