// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.List;

/** Finds the name that was probably meant. */
final class Names {

  private Names() {}

  /** A hint for the fix, empty when no name is near. */
  static String suggestion(String name, List<String> candidates) {
    String best = "";
    int least = Math.max(2, name.length() / 3) + 1;
    for (String candidate : candidates.stream().sorted().toList()) {
      int distance = distance(name, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : "\"%s\" was meant.".formatted(best);
  }

  /** The number of letters to insert, delete or change (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + change);
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[other.length()];
  }
}
