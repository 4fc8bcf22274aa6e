// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Several codes in one cell of a file or of the database. Codes hold no semicolon. */
final class ReasonLists {

  static final String SEPARATOR = ";";

  private ReasonLists() {}

  /**
   * The codes in a text; commas separate too, the full-width ones of Chinese keyboards included.
   */
  static List<String> parts(String text) {
    return Arrays.stream(text.split("[;,；，、]"))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  static String text(List<?> parts) {
    return parts.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
  }
}
