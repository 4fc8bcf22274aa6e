// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented people for the three crews of each line of the demo. */
final class DemoCrews {

  private static final List<String> CREWS = List.of("甲班", "乙班", "丙班");
  private static final List<String> FAMILY_NAMES =
      List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡");
  private static final List<String> GIVEN_NAMES = List.of("建国", "秀兰", "海涛", "晓燕", "志强", "丽华", "文博");

  private DemoCrews() {}

  /** The members of each crew of the line with this number, separated by semicolons. */
  static Map<String, String> of(int line) {
    var crews = new LinkedHashMap<String, String>();
    for (int crew = 0; crew < CREWS.size(); crew++) {
      int first = (line - 1) * CREWS.size() + crew;
      crews.put(CREWS.get(crew), person(first) + ";" + person(first + 7));
    }
    return crews;
  }

  private static String person(int number) {
    return FAMILY_NAMES.get(number % FAMILY_NAMES.size())
        + GIVEN_NAMES.get(number % GIVEN_NAMES.size());
  }
}
