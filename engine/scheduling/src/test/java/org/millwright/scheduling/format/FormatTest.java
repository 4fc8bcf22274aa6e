// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.model.Refusal;
import org.millwright.scheduling.problem.Problem;

class FormatTest {

  private static final String JOB_SHOP = "2 2\n0 3 1 2\n1 4 0 1\n";

  @Test
  void machines_of_a_job_shop_count_from_zero_and_padding_ends_a_row() {
    Problem problem = accepted(Format.JSP, "2 2\n0 3 1 2 -1 -1\n1 4 0 1 0 5\n");

    assertThat(problem.jobs().get(0).operations()).hasSize(2);
    assertThat(problem.jobs().get(1).operations()).hasSize(3);
    assertThat(problem.jobs().get(0).operations().get(0).modes().getFirst().machine()).isZero();
  }

  @Test
  void machines_of_a_flexible_job_shop_count_from_one() {
    Problem problem = accepted(Format.FJSP, "1 2 1.5\n2 1 1 5 2 1 3 2 4\n");

    var modes = problem.jobs().getFirst().operations().get(1).modes();
    assertThat(modes).extracting(m -> m.machine()).containsExactly(0, 1);
    assertThat(modes).extracting(m -> m.duration()).containsExactly(3, 4);
  }

  @Test
  void the_format_of_a_job_shop_is_recognised() {
    assertThat(Format.guess(JOB_SHOP)).isEqualTo(Format.JSP);
    assertThat(Format.guess("1 2 1.5\n2 1 1 5 2 1 3 2 4\n")).isEqualTo(Format.FJSP);
    assertThat(Format.guess("{}")).isEqualTo(Format.MILLWRIGHT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JSP  | 2 2;0 3 1 0;1 4 0 1   | SCHEDULE-DURATION",
        "JSP  | 2 2;0 3 1 -7;1 4 0 1  | SCHEDULE-DURATION",
        "JSP  | 2 2;0 3 9 2;1 4 0 1   | SCHEDULE-UNKNOWN",
        "JSP  | 2 2;0 3 1 2           | SCHEDULE-SYNTAX",
        "JSP  | 2 2;0 x 1 2;1 4 0 1   | SCHEDULE-SYNTAX",
        "JSP  | 9999999 2;0 3         | SCHEDULE-COUNT",
        "FJSP | 1 2;1 0               | SCHEDULE-NO-MACHINE",
        "FJSP | 1 2;2 1 1 5 1 1       | SCHEDULE-SYNTAX",
        "JSP  | 1 1;0 2000000000      | SCHEDULE-DURATION",
      })
  void faulty_files_are_refused_with_their_line(Format format, String lines, String code) {
    Reading reading = format.read("x", lines.replace(';', '\n'));

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    Refusal refusal = ((Reading.Refused) reading).refusals().getFirst();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.place()).startsWith("line ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'jobs':[{'id':'A','operations':[{'id':'1','modes':[{'machine':'M9','duration':1}]}]}]} |"
            + " SCHEDULE-UNKNOWN | /jobs/0/operations/0/modes/0/machine",
        "{'jobs':[{'id':'A','operations':[{'id':'1','modes':[{'machine':'M','duration':0}]}]}]} |"
            + " SCHEDULE-NUMBER | /jobs/0/operations/0/modes/0/duration",
        "{'jobs':[{'id':'A','operations':[{'id':'1','modes':[]}]}]} |"
            + " SCHEDULE-NO-MACHINE | /jobs/0/operations/0/modes",
        "{'jobs':[{'id':'A','operations':[{'id':'1','family':'F','modes':[{'machine':'M',"
            + "'duration':1}]}]}]} | SCHEDULE-UNKNOWN | /jobs/0/operations/0/family",
        "{'jobs':[{'id':'A','operations':[{'id':'1','after':[{'operation':'2'}],'modes':[{'machine'"
            + ":'M','duration':1}]},{'id':'2','modes':[{'machine':'M','duration':1}]}]}]} |"
            + " SCHEDULE-CYCLE | /jobs/0/operations",
        "{'horizon':99999999999,'jobs':[]} | SCHEDULE-NUMBER | /horizon",
        "{'jbos':[]} | SCHEDULE-UNKNOWN | /jbos",
        "{'calendars':[{'id':'c','working':[{'from':1,'to':5}],'closed':[{'from':0,'to':9}]}]} |"
            + " SCHEDULE-CALENDAR | /calendars/0",
      })
  void faulty_json_is_refused_with_a_pointer(String json, String code, String place) {
    String text = json.replace('\'', '"').replaceFirst("\\{", "{\"machines\":[{\"id\":\"M\"}],");

    Reading reading = Format.MILLWRIGHT.read("x", text);

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    List<Refusal> refusals = ((Reading.Refused) reading).refusals();
    assertThat(refusals)
        .anySatisfy(refusal -> {
          assertThat(refusal.code()).isEqualTo(code);
          assertThat(refusal.place()).isEqualTo(place);
        });
  }

  private static Problem accepted(Format format, String text) {
    Reading reading = format.read("x", text);
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    return ((Reading.Accepted) reading).problem();
  }
}
