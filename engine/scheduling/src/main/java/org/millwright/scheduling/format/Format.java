// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millwright.model.Refusal;
import org.millwright.scheduling.problem.Problem;

/** The input formats. The benchmark formats are described in the README of this module. */
public enum Format {
  FJSP,
  JSP,
  HFSP,
  SDST_PFSP,
  WTSDS,
  MILLWRIGHT;

  /** The name used in options. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The format of a name such as {@code sdst-pfsp}. */
  public static Optional<Format> of(String key) {
    for (Format format : values()) {
      if (format.key().equals(key)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * The first format a text can be read as, tried from the most to the least distinctive.
   *
   * @return the JSON format for text that is none, so that the complaint is about JSON
   */
  public static Format guess(String text) {
    String start = text.stripLeading();
    if (start.startsWith("{")) {
      return MILLWRIGHT;
    }
    if (start.startsWith("Problem Instance")) {
      return WTSDS;
    }
    for (Format format : List.of(SDST_PFSP, HFSP, JSP, FJSP)) {
      if (format.read("", text) instanceof Reading.Accepted) {
        return format;
      }
    }
    return MILLWRIGHT;
  }

  /**
   * Reads and validates a problem.
   *
   * @param name what to call it if the text does not say
   */
  public Reading read(String name, String text) {
    Reading reading;
    try {
      reading =
          switch (this) {
            case FJSP -> accepted(ShopReader.flexible(name, new Tokens(text)));
            case JSP -> accepted(ShopReader.job(name, new Tokens(text)));
            case HFSP -> accepted(FlowReader.hybrid(name, new Tokens(text)));
            case SDST_PFSP -> accepted(FlowReader.permutation(name, new Tokens(text)));
            case WTSDS -> accepted(SingleMachineReader.read(name, new Tokens(text)));
            case MILLWRIGHT -> JsonReader.read(name, text);
          };
    } catch (Tokens.Fault fault) {
      String message = fault.getMessage() == null ? "unreadable." : fault.getMessage();
      return new Reading.Refused(
          List.of(
              new Refusal(
                  fault.code,
                  fault.place,
                  message,
                  "the file has another --format than " + key() + ".")));
    }
    if (reading instanceof Reading.Accepted(Problem problem)) {
      List<Refusal> faults = Validator.validate(problem);
      return faults.isEmpty() ? reading : new Reading.Refused(faults);
    }
    return reading;
  }

  private static Reading accepted(Problem problem) {
    return new Reading.Accepted(problem);
  }
}
