// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlConstantsTest {

  @ParameterizedTest(name = "n = {0}")
  @CsvSource({
    "2, .797885, 1.12838, .8525",
    "3, .886227, 1.69257, .8884",
    "4, .921318, 2.05875, .8798",
    "5, .939986, 2.32593, .8641",
    "6, .951533, 2.53441, .8480",
    "7, .959369, 2.70436, .8332",
    "8, .965030, 2.84720, .8198",
    "9, .969311, 2.97003, .8078",
    "10, .972659, 3.07751, .7971",
    "25, .989640, 3.93063, .7084"
  })
  void areThoseOfTheTables(int n, double c4, double d2, double d3) {
    assertThat(ControlConstants.c4(n)).isCloseTo(c4, within(5e-6));
    assertThat(ControlConstants.d2(n)).isCloseTo(d2, within(1e-5));
    assertThat(ControlConstants.d3(n)).isCloseTo(d3, within(1e-4));
  }

  @ParameterizedTest(name = "1/d2*({0}, {1}) = {2}")
  @CsvSource({"3, 1, .5231", "10, 1, .3146", "2, 1, .7071", "3, 1000000, .5908"})
  void giveTheFactorsOfAiag(int n, int g, double k) {
    assertThat(1 / ControlConstants.d2Star(n, g)).isCloseTo(k, within(5e-5));
  }

  @ParameterizedTest(name = "median range of {0}")
  @CsvSource({"2, .953873", "5, 2.25685"})
  void giveTheMedianOfTheRange(int n, double d4) {
    assertThat(ControlConstants.d4(n)).isCloseTo(d4, within(1e-4));
  }
}
