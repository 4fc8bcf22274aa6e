// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.quality.Outcome;

class RuleStreamTest {

  private static RuleSet set(String name) {
    return RuleSet.parse(name) instanceof Outcome.Done<RuleSet> done ? done.value() : null;
  }

  private static List<Integer> signals(String rules, int id, double... values) {
    RuleStream stream = new RuleStream(set(rules).rules());
    List<Integer> at = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if ((stream.accept(values[i], 0, 1, -3, 3) >> id & 1) == 1) {
        at.add(i + 1);
      }
    }
    return at;
  }

  @Test
  void runsCountFromTheirFirstPoint() {
    double[] nine = {-1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1};

    assertThat(signals("nelson", 2, nine)).containsExactly(10, 11);
    assertThat(signals("western-electric", 2, nine)).containsExactly(9, 10, 11);
    assertThat(signals("aiag", 2, nine)).containsExactly(8, 9, 10, 11);
    assertThat(signals("2=4", 2, nine)).containsExactly(5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void sixPointsRisingAreFiveSteps() {
    assertThat(signals("nelson", 3, 0, .1, .2, .3, .4, .5, .6)).containsExactly(6, 7);
    assertThat(signals("nelson", 3, 0, .1, .2, .2, .3, .4, .5, .6, .7)).containsExactly(9);
  }

  @Test
  void fourteenPointsUpAndDown() {
    double[] values = new double[15];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? .2 : -.2;
    }

    assertThat(signals("nelson", 4, values)).containsExactly(14, 15);
  }

  @Test
  void twoOfThreeBeyondTwoSigmaOnOneSide() {
    assertThat(signals("nelson", 5, 2.1, 0, 2.2)).containsExactly(3);
    assertThat(signals("nelson", 5, 2.1, 0, -2.2)).isEmpty();
    assertThat(signals("nelson", 5, 2.1, 0, 0, 2.2)).isEmpty();
    assertThat(signals("nelson", 5, 2.1, 2.2, 0)).containsExactly(2);
  }

  @Test
  void huggingAndAvoidingTheCentre() {
    double[] near = new double[16];
    java.util.Arrays.fill(near, .5);
    double[] far = {1.1, -1.1, 1.2, -1.3, 1.1, 1.1, -1.5, 1.2};

    assertThat(signals("nelson", 7, near)).containsExactly(15, 16);
    assertThat(signals("nelson", 8, far)).containsExactly(8);
  }

  @ParameterizedTest
  @CsvSource({"nelson, 8", "western-electric, 4", "aiag, 8", "qcc, 2", "limits, 1", "none, 0"})
  void setsHaveTheirRules(String name, int count) {
    assertThat(set(name).rules()).hasSize(count);
  }

  @Test
  void unknownSetsAreRefused() {
    assertThat(RuleSet.parse("nelsen")).isInstanceOf(Outcome.Refused.class);
    assertThat(RuleSet.parse("1,9")).isInstanceOf(Outcome.Refused.class);
  }

  /** The window definitions, written out naively over the whole history. */
  @Property(tries = 300)
  void countersAgreeWithWindows(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -7, max = 7) Integer> halves) {
    double[] z = halves.stream().mapToDouble(h -> h / 2.0).toArray();
    RuleStream stream = new RuleStream(set("nelson").rules());
    for (int i = 0; i < z.length; i++) {
      int mask = stream.accept(z[i], 0, 1, -3, 3);
      assertThat(mask).as("point %d of %s", i + 1, halves).isEqualTo(naive(z, i));
    }
  }

  private static int naive(double[] z, int i) {
    int mask = Math.abs(z[i]) > 3 ? 2 : 0;
    mask |= all(z, i, 9, v -> v > 0) || all(z, i, 9, v -> v < 0) ? 4 : 0;
    mask |= steps(z, i, 6, 1, 1) || steps(z, i, 6, -1, -1) ? 8 : 0;
    mask |= steps(z, i, 14, 1, -1) || steps(z, i, 14, -1, 1) ? 16 : 0;
    mask |= some(z, i, 2, 3, 2) ? 32 : 0;
    mask |= some(z, i, 4, 5, 1) ? 64 : 0;
    mask |= all(z, i, 15, v -> Math.abs(v) < 1) ? 128 : 0;
    mask |= all(z, i, 8, v -> Math.abs(v) > 1) ? 256 : 0;
    return mask;
  }

  private static boolean all(
      double[] z, int at, int points, java.util.function.DoublePredicate holds) {
    if (at + 1 < points) {
      return false;
    }
    return java.util.Arrays.stream(z, at + 1 - points, at + 1).allMatch(holds);
  }

  /** Steps whose signs alternate between last and other, the newest being last. */
  private static boolean steps(double[] z, int at, int points, int last, int other) {
    if (at + 1 < points) {
      return false;
    }
    for (int k = 0; k < points - 1; k++) {
      double wanted = k % 2 == 0 ? last : other;
      if (Math.signum(z[at - k] - z[at - k - 1]) != wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean some(double[] z, int at, int needed, int window, double zone) {
    for (int side : new int[] {1, -1}) {
      int count = 0;
      for (int k = Math.max(0, at - window + 1); k <= at; k++) {
        count += z[k] * side > zone ? 1 : 0;
      }
      if (count >= needed && z[at] * side > zone) {
        return true;
      }
    }
    return false;
  }
}
