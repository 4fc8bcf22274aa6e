// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millwright.quality.Outcome;

/**
 * A named choice of run rules.
 *
 * @param name what the choice is called
 * @param source whose rules they are
 * @param rules the rules
 */
public record RuleSet(String name, String source, List<Rule> rules) {

  private static final Pattern ITEM = Pattern.compile("([1-8])(?:=(\\d{1,4}))?");

  /** Only points beyond the control limits: phase II practice (ISO 7870-2). */
  public static final RuleSet LIMITS = new RuleSet("limits", "Shewhart", List.of(rule(1, 1)));

  public RuleSet {
    rules = List.copyOf(rules);
  }

  /** A rule by Nelson's number with the number of points it needs. */
  static Rule rule(int id, int needed) {
    return switch (id) {
      case 1 -> new Rule(1, Shape.BEYOND_LIMIT, 1, 1, 0);
      case 2 -> new Rule(2, Shape.ONE_SIDE, needed, needed, 0);
      case 3 -> new Rule(3, Shape.MONOTONE, needed, needed, 0);
      case 4 -> new Rule(4, Shape.ALTERNATING, needed, needed, 0);
      case 5 -> new Rule(5, Shape.SOME_BEYOND_ZONE, needed, needed + 1, 2);
      case 6 -> new Rule(6, Shape.SOME_BEYOND_ZONE, needed, needed + 1, 1);
      case 7 -> new Rule(7, Shape.WITHIN_ZONE, needed, needed, 1);
      default -> new Rule(8, Shape.OUTSIDE_ZONE, needed, needed, 1);
    };
  }

  /** How many points each rule needs by Nelson (1984). */
  private static int usual(int id) {
    return new int[] {1, 9, 6, 14, 2, 4, 15, 8}[id - 1];
  }

  /**
   * Reads a choice: {@code nelson}, {@code western-electric}, {@code aiag}, {@code qcc}, {@code
   * montgomery}, {@code limits}, {@code none}, or Nelson's numbers with other lengths where wanted,
   * such as {@code 1,2=8,5}.
   */
  public static Outcome<RuleSet> parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return switch (name) {
      case "nelson", "minitab", "all" ->
          named("nelson", "Nelson 1984 (the eight tests of Minitab)", 9, 1, 2, 3, 4, 5, 6, 7, 8);
      case "western-electric", "we", "weco", "western", "westernelectric" ->
          named(
              "western-electric",
              "Western Electric, Statistical Quality Control Handbook 1956",
              8,
              1,
              2,
              5,
              6);
      case "aiag" -> named("aiag", "AIAG SPC 2nd ed. 2005", 7, 1, 2, 3, 4, 5, 6, 7, 8);
      case "montgomery" ->
          named("montgomery", "Montgomery, sensitizing rules", 8, 1, 2, 3, 4, 5, 6, 7, 8);
      case "qcc" -> named("qcc", "R qcc: beyond limits and runs of 7", 7, 1, 2);
      case "limits", "1", "shewhart", "beyond" -> Outcome.of(LIMITS);
      case "none", "" -> Outcome.of(new RuleSet("none", "", List.of()));
      default -> numbers(name);
    };
  }

  private static Outcome<RuleSet> named(String name, String source, int run, int... ids) {
    List<Rule> rules = new ArrayList<>();
    for (int id : ids) {
      rules.add(rule(id, id == 2 ? run : usual(id)));
    }
    return Outcome.of(new RuleSet(name, source, rules));
  }

  private static Outcome<RuleSet> numbers(String text) {
    List<Rule> rules = new ArrayList<>();
    for (String item : text.split("[,;+]", -1)) {
      Matcher matcher = ITEM.matcher(item.strip());
      if (!matcher.matches()) {
        return Outcome.refuse(
            "QUALITY-RULES-UNKNOWN",
            "--rules",
            "no set of rules is called \"" + text + "\".",
            "one of nelson, western-electric, aiag, montgomery, qcc, limits, none, or numbers such"
                + " as 1,2=8,5");
      }
      int id = Integer.parseInt(matcher.group(1));
      String length = matcher.group(2);
      int needed = length == null ? usual(id) : Math.min(60, Integer.parseInt(length));
      rules.add(rule(id, Math.max(needed, id == 1 ? 1 : 2)));
    }
    return Outcome.of(new RuleSet(text, "chosen by number (Nelson 1984)", rules));
  }
}
