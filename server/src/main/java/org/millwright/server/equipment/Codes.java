// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.server.csv.CsvCells;

/** What codes, paths and names may look like. */
final class Codes {

  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ +#-]{0,79}");
  private static final int LONGEST_PATH = 500;

  private Codes() {}

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  static boolean isPath(String text) {
    if (text.isEmpty() || text.length() > LONGEST_PATH) {
      return false;
    }
    for (String code : text.split("/", -1)) {
      if (!isCode(code)) {
        return false;
      }
    }
    return true;
  }

  static String required(CsvCells cells, String column) {
    String code = cells.required(column);
    if (!code.isEmpty() && !isCode(code)) {
      cells.refuse(
          "EQUIPMENT-CODE",
          column,
          "\"" + code + "\" is no code.",
          "use up to 80 letters, digits and . _ + # - without a slash.");
    }
    return code;
  }

  static String requiredPath(CsvCells cells, String column) {
    String path = cells.required(column);
    if (!path.isEmpty() && !isPath(path)) {
      cells.refuse(
          "EQUIPMENT-PATH",
          column,
          "\"" + path + "\" is no path of codes.",
          "separate the codes by single slashes, such as works/rolling/mill.");
    }
    return path;
  }

  /** The names of a row; without any, the code is the name. */
  static Name name(CsvCells cells, String code) {
    String en = cells.text("name_en");
    String zh = cells.text("name_zh");
    return en.isEmpty() && zh.isEmpty() ? Name.of(code) : Name.of(en, zh);
  }

  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.valueOf(number.longValue());
    }
    return value.toString();
  }

  static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }
}
