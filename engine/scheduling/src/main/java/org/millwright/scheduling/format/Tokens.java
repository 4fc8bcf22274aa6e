// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.ArrayList;
import java.util.List;
import org.millwright.scheduling.problem.Problem;

/** The numbers of a benchmark file, line by line, with the place for complaints. */
final class Tokens {

  /** Input that does not follow its format; turned into a refusal by {@link Format#read}. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final String code;
    final String place;

    Fault(String code, String place, String message) {
      super(message, null, false, false);
      this.code = code;
      this.place = place;
    }
  }

  private final List<String[]> lines = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private int line;
  private int column;

  Tokens(String text) {
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String stripped = raw.strip();
      if (!stripped.isEmpty()) {
        lines.add(stripped.split("\\s+"));
        numbers.add(number);
      }
    }
  }

  boolean atEnd() {
    return line >= lines.size();
  }

  boolean lineHasMore() {
    return !atEnd() && column < lines.get(line).length;
  }

  /** The next line as words, and on to the one after. */
  String[] words() {
    if (atEnd()) {
      throw fault("SCHEDULE-SYNTAX", "the file ends too early");
    }
    column = 0;
    return lines.get(line++);
  }

  void nextLine() {
    if (lineHasMore()) {
      throw fault("SCHEDULE-SYNTAX", "the line has more numbers than expected");
    }
    line++;
    column = 0;
  }

  void skipLine() {
    line++;
    column = 0;
  }

  /** The next number, from this line or the following ones. */
  int next() {
    while (!atEnd() && !lineHasMore()) {
      skipLine();
    }
    return nextInLine();
  }

  int nextInLine() {
    if (!lineHasMore()) {
      throw fault("SCHEDULE-SYNTAX", "a number is missing");
    }
    String token = lines.get(line)[column++];
    try {
      return Integer.parseInt(token);
    } catch (NumberFormatException noInteger) {
      throw fault("SCHEDULE-SYNTAX", "\"" + token + "\" is not a whole number in range");
    }
  }

  int count(String what, int most) {
    int value = next();
    if (value < 1 || value > most) {
      throw fault("SCHEDULE-COUNT", value + " " + what + ", expected 1 to " + most);
    }
    return value;
  }

  int duration() {
    return checkedDuration(nextInLine());
  }

  int checkedDuration(int value) {
    if (value <= 0 || value > Problem.MAX_HORIZON) {
      throw fault("SCHEDULE-DURATION", "a duration of " + value + ", expected at least 1");
    }
    return value;
  }

  void expectEnd() {
    while (!atEnd()) {
      if (lineHasMore()) {
        throw fault("SCHEDULE-SYNTAX", "the file goes on after its last row");
      }
      skipLine();
    }
  }

  Fault fault(String code, String message) {
    int shown = numbers.isEmpty() ? 1 : numbers.get(Math.min(line, numbers.size() - 1));
    return new Fault(code, "line " + shown, message + ".");
  }
}
