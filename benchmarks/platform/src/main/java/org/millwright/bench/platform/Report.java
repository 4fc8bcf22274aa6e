// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The recorded figures beside what a person wrote about them, which recording again keeps. */
final class Report {

  private static final String BEGIN = "<!-- notes: written by hand, kept by --record -->";
  private static final String END = "<!-- end of notes -->";

  private Report() {}

  /** Writes figures to a file in place of the former ones; the notes in it stay, at its end. */
  static void record(Path file, String figures) throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, figures.stripTrailing() + "\n\n" + notes(before) + "\n");
  }

  private static String notes(String before) {
    int begin = before.indexOf(BEGIN);
    int end = before.indexOf(END);
    return begin < 0 || end < begin
        ? BEGIN + "\n\n" + END
        : before.substring(begin, end + END.length());
  }
}
