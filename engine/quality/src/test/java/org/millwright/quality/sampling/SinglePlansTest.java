// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.quality.Outcome;

class SinglePlansTest {

  private static SamplingPlan plan(char letter, double aql, Inspection inspection) {
    return SinglePlans.find(letter, aql, inspection) instanceof Outcome.Done<SamplingPlan> done
        ? done.value()
        : null;
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "J, 1.0, 80, 2, 80, 1",
    "K, 2.5, 125, 7, 125, 5",
    "H, 4.0, 50, 5, 50, 3",
    "L, 1.5, 200, 7, 200, 5",
    "G, 1.0, 50, 1, 80, 1",
    "F, 0.65, 20, 0, 32, 0",
    "M, 0.40, 315, 3, 315, 2"
  })
  void areThoseOfTheTables(char letter, double aql, int n, int ac, int n2, int ac2) {
    SamplingPlan.Sample normal = plan(letter, aql, Inspection.NORMAL).first();
    SamplingPlan.Sample tightened = plan(letter, aql, Inspection.TIGHTENED).first();

    assertThat(normal).isEqualTo(new SamplingPlan.Sample(n, ac, ac + 1));
    assertThat(tightened).isEqualTo(new SamplingPlan.Sample(n2, ac2, ac2 + 1));
  }

  /** Whole rows as letter, n and Ac, typed from transcriptions of the printed tables. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "NORMAL, E, Q1250/0 P800/0 N500/0 M315/0 L200/0 K125/0 J80/0 H50/0 G32/0 F20/0 E13/0 D8/0"
        + " F20/1 E13/1 E13/2 E13/3 E13/5 E13/7 E13/10 E13/14 E13/21 E13/30 E13/44 D8/44 C5/44"
        + " B3/44",
    "NORMAL, R, Q1250/0 P800/0 R2000/1 R2000/2 R2000/3 R2000/5 R2000/7 R2000/10 R2000/14"
        + " R2000/21 Q1250/21 P800/21 N500/21 M315/21 L200/21 K125/21 J80/21 H50/21 G32/21 F20/21"
        + " E13/21 E13/30 E13/44 D8/44 C5/44 B3/44",
    "TIGHTENED, B, R2000/0 Q1250/0 P800/0 N500/0 M315/0 L200/0 K125/0 J80/0 H50/0 G32/0 F20/0"
        + " E13/0 D8/0 C5/0 B3/0 D8/1 C5/1 B3/1 B3/2 B3/3 B3/5 B3/8 B3/12 B3/18 B3/27 B3/41",
    "TIGHTENED, R, R2000/0 Q1250/0 S3150/1 R2000/1 R2000/2 R2000/3 R2000/5 R2000/8 R2000/12"
        + " R2000/18 Q1250/18 P800/18 N500/18 M315/18 L200/18 K125/18 J80/18 H50/18 G32/18 F20/18"
        + " E13/18 E13/27 E13/41 D8/41 C5/41 B3/41",
    "REDUCED, A, Q500/0 P315/0 N200/0 M125/0 L80/0 K50/0 J32/0 H20/0 G13/0 F8/0 E5/0 D3/0 C2/0"
        + " B2/0 A2/0 D3/1 C2/1 A2/1 A2/2 A2/3 A2/5 A2/7 A2/10 A2/14 A2/21 A2/30",
    "REDUCED, C, Q500/0 P315/0 N200/0 M125/0 L80/0 K50/0 J32/0 H20/0 G13/0 F8/0 E5/0 D3/0 C2/0"
        + " B2/0 E5/1 D3/1 C2/1 C2/2 C2/3 C2/5 C2/6 C2/8 C2/10 C2/14 C2/21 B2/30",
    "REDUCED, J, Q500/0 P315/0 N200/0 M125/0 L80/0 K50/0 J32/0 H20/0 L80/1 K50/1 J32/1 J32/2"
        + " J32/3 J32/5 J32/6 J32/8 J32/10 H20/10 G13/10 F8/10 E5/10 E5/14 E5/21 D3/21 C2/21 B2/30"
  })
  void wholeRows(Inspection inspection, char letter, String row) {
    List<String> cells = new ArrayList<>();
    for (double aql : Aql.VALUES) {
      SamplingPlan plan = plan(letter, aql, inspection);
      cells.add(plan.letter() + plan.first().size() + "/" + plan.first().acceptance());
    }

    assertThat(String.join(" ", cells)).isEqualTo(row);
  }

  @Test
  void everyCellOfEveryTableHasAPlan() {
    for (Inspection inspection : Inspection.values()) {
      for (char letter : "ABCDEFGHJKLMNPQR".toCharArray()) {
        for (double aql : Aql.VALUES) {
          SamplingPlan plan = plan(letter, aql, inspection);
          assertThat(plan.first().acceptance()).isNotNegative();
          assertThat(plan.first().rejection()).isEqualTo(plan.first().acceptance() + 1);
        }
      }
    }
  }

  @Test
  void unknownLettersAndAqlsAreRefused() {
    assertThat(SinglePlans.find('I', 1.0, Inspection.NORMAL)).isInstanceOf(Outcome.Refused.class);
    assertThat(SinglePlans.find('J', 1.1, Inspection.NORMAL)).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest(name = "lot {0} at level {1}")
  @CsvSource({
    "2, II, A",
    "8, III, B",
    "1200, II, J",
    "1201, II, K",
    "500000, S-4, J",
    "500001, III, R",
    "500001, s4, K",
    "35000, G-II, M"
  })
  void codeLettersFollowTheLot(long lot, String level, char letter) {
    assertThat(CodeLetters.letter(lot, level)).isEqualTo(Outcome.of(letter));
  }

  @Test
  void doublePlansNameTheirStandard() {
    SamplingPlan plan =
        DoublePlans.find('J', 1.0, Inspection.NORMAL) instanceof Outcome.Done<SamplingPlan> done
            ? done.value()
            : null;

    assertThat(plan.standard()).contains("Z1.4");
    assertThat(plan.stages())
        .containsExactly(new SamplingPlan.Sample(50, 0, 3), new SamplingPlan.Sample(50, 3, 4));
  }
}
