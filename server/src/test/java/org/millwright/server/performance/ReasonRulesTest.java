// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.model.Refusal;
import org.millwright.performance.SixBigLoss;
import org.millwright.server.performance.ReasonRules.Checked;

class ReasonRulesTest {

  private static ReasonDraft draft(String code, String parent, String state, String loss) {
    return new ReasonDraft(
        code + "/", code, parent, code + " name", "", state, loss, List.of(), List.of(), true);
  }

  private static List<Reason> sound(ReasonDraft... drafts) {
    return ((Checked.Sound) ReasonRules.check(Arrays.asList(drafts))).reasons();
  }

  private static List<String> faults(ReasonDraft... drafts) {
    return ((Checked.Faulty) ReasonRules.check(Arrays.asList(drafts)))
        .refusals().stream().map(each -> each.code() + " at " + each.place()).toList();
  }

  @Test
  void aTreeMayNameAParentThatComesLater() {
    List<Reason> reasons =
        sound(draft("JAM", "STOPS", "minor_stop", "MINOR_STOP"), draft("STOPS", "", "IDLE", ""));
    assertThat(reasons).extracting(Reason::parent).containsExactly("STOPS", null);
    assertThat(reasons.getFirst().loss()).isEqualTo(SixBigLoss.MINOR_STOP);
    assertThat(reasons.getFirst().name().zh()).isEqualTo("JAM name");
  }

  @Test
  void everyReasonOfACycleIsNamedAndNoOther() {
    assertThat(
            faults(
                draft("A", "C", "IDLE", ""),
                draft("B", "A", "IDLE", ""),
                draft("C", "B", "IDLE", ""),
                draft("BELOW", "A", "IDLE", ""),
                draft("SELF", "SELF", "IDLE", "")))
        .containsExactly(
            "REASON-CYCLE at A/parent",
            "REASON-CYCLE at B/parent",
            "REASON-CYCLE at C/parent",
            "REASON-CYCLE at SELF/parent");
  }

  @Test
  void aParentThatIsNotThereIsRefused() {
    assertThat(faults(draft("A", "NOBODY", "IDLE", "")))
        .containsExactly("REASON-PARENT at A/parent");
  }

  @Test
  void codesAreWellFormedAndOccurOnce() {
    assertThat(
            faults(
                draft("A", "", "IDLE", ""),
                draft("A", "", "IDLE", ""),
                draft("has blank", "", "IDLE", ""),
                draft("", "", "IDLE", ""),
                draft("x".repeat(81), "", "IDLE", "")))
        .containsExactly(
            "REASON-DUPLICATE at A/code",
            "REASON-CODE at has blank/code",
            "REASON-CODE at /code",
            "REASON-CODE at " + "x".repeat(81) + "/code");
  }

  @Test
  void aReasonWithoutANameIsRefused() {
    var nameless =
        new ReasonDraft("line 3, column ", "A", "", "", "", "IDLE", "", List.of(), List.of(), true);
    assertThat(faults(nameless)).containsExactly("REASON-NAME at line 3, column name_en");
  }

  @Test
  void aLossIsOneOfTheSixAndDoesNotContradictTheBooking() {
    assertThat(
            faults(
                draft("UNKNOWN", "", "SETUP", "LAZINESS"),
                draft("PLANNED", "", "PLANNED_STOP", "SETUP"),
                draft("CONTRARY", "", "BREAKDOWN", "SETUP")))
        .containsExactly(
            "REASON-LOSS at UNKNOWN/loss",
            "REASON-LOSS at PLANNED/loss",
            "REASON-LOSS at CONTRARY/loss");
    assertThat(
            sound(
                draft("WAIT", "", "STARVED", "MINOR_STOP"),
                draft("SLOW", "", "MINOR_STOP", "REDUCED_SPEED"),
                draft("NONE", "", "IDLE", ""),
                draft("PLANNED", "", "PLANNED_STOP", "")))
        .hasSize(4);
  }

  @Test
  void aStopIsNotBookedAsRunningNorAsUnclassified() {
    assertThat(
            faults(
                draft("A", "", "RUNNING", ""),
                draft("B", "", "UNCLASSIFIED", ""),
                draft("C", "", "", "")))
        .containsExactly(
            "REASON-STATE at A/state", "REASON-STATE at B/state", "REASON-STATE at C/state");
  }

  @Test
  void aMachineCodeMeansOneReason() {
    var jam =
        new ReasonDraft(
            "J/", "J", "", "Jam", "", "IDLE", "", List.of("30"), List.of("press"), true);
    var twin =
        new ReasonDraft(
            "T/", "T", "", "Twin", "", "IDLE", "", List.of("030", "x", "0"), List.of(), true);
    assertThat(faults(jam, twin))
        .containsExactly(
            "REASON-MACHINE-CODE at T/machineCodes",
            "REASON-MACHINE-CODE at T/machineCodes",
            "REASON-MACHINE-CODE at T/machineCodes");
  }

  @Test
  void aTreeHasAtLeastOneReason() {
    assertThat(ReasonRules.check(List.of()))
        .isInstanceOfSatisfying(
            Checked.Faulty.class,
            faulty ->
                assertThat(faulty.refusals())
                    .extracting(Refusal::code)
                    .containsExactly("REASON-NUMBER"));
  }

  @Test
  void whatIsSwitchedOffIsOfferedNoMoreNorWhatIsBelowIt() {
    var off =
        new ReasonDraft("OFF/", "OFF", "", "Off", "", "IDLE", "", List.of(), List.of(), false);
    var below =
        new ReasonDraft("B/", "B", "OFF", "Below", "", "IDLE", "", List.of("7"), List.of(), true);
    var lathe =
        new ReasonDraft(
            "L/", "L", "", "Spindle", "", "IDLE", "", List.of("8"), List.of("lathe"), true);
    ReasonTree tree = new ReasonTree(1, sound(off, below, lathe));

    assertThat(tree.byMachineCode(7)).isEmpty();
    assertThat(tree.byMachineCode(8)).isPresent();
    assertThat(tree.suiting("lathe")).extracting(ReasonView::code).containsExactly("L");
    assertThat(tree.suiting("press")).isEmpty();
    assertThat(tree.all().getFirst().children().getFirst().active()).isFalse();
    assertThat(tree.all()).extracting(ReasonView::code).containsExactly("OFF", "L");
  }
}
