// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What "better" means: levels compared one after the other, each a weighted sum of criteria.
 *
 * @param levels the most important first; at least one, each with at least one criterion
 */
public record Objective(List<Map<Criterion, Double>> levels) {

  public Objective {
    List<Map<Criterion, Double>> copies = new ArrayList<>();
    for (Map<Criterion, Double> level : levels) {
      copies.add(Collections.unmodifiableMap(new EnumMap<>(level)));
    }
    levels = List.copyOf(copies);
  }

  /** A single criterion. */
  public static Objective of(Criterion criterion) {
    return lexicographic(List.of(criterion));
  }

  /** Criteria of which a later one counts only where the earlier ones are equal. */
  public static Objective lexicographic(List<Criterion> criteria) {
    return new Objective(criteria.stream().map(c -> Map.of(c, 1.0)).toList());
  }

  /**
   * Reads {@code tardiness,makespan} (lexicographic) and {@code tardiness+0.5*changeover}
   * (weighted), or a mixture of both.
   *
   * @return empty if the text is neither
   */
  public static Optional<Objective> parse(String text) {
    List<Map<Criterion, Double>> levels = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Map<Criterion, Double> level = new EnumMap<>(Criterion.class);
      for (String term : part.split("\\+", -1)) {
        int star = term.indexOf('*');
        try {
          double weight = star < 0 ? 1 : Double.parseDouble(term.substring(0, star).strip());
          String name = term.substring(star + 1).strip().toUpperCase(Locale.ROOT);
          if (!(weight > 0) || Double.isInfinite(weight)) {
            return Optional.empty();
          }
          level.merge(Criterion.valueOf(name), weight, Double::sum);
        } catch (IllegalArgumentException unknown) {
          return Optional.empty();
        }
      }
      levels.add(level);
    }
    return Optional.of(new Objective(levels));
  }

  /** Whether a criterion counts at all. */
  public boolean uses(Criterion criterion) {
    return levels.stream().anyMatch(level -> level.containsKey(criterion));
  }

  /** Whether nothing but this criterion counts. */
  public boolean isOnly(Criterion criterion) {
    return levels.size() == 1 && levels.getFirst().keySet().equals(java.util.Set.of(criterion));
  }

  /** Whether this criterion alone makes the most important level. */
  public boolean isFirst(Criterion criterion) {
    return levels.getFirst().keySet().equals(java.util.Set.of(criterion));
  }

  /** The form {@link #parse} reads. */
  @Override
  public String toString() {
    return levels.stream().map(Objective::text).collect(Collectors.joining(","));
  }

  private static String text(Map<Criterion, Double> level) {
    return level.entrySet().stream()
        .map(e -> e.getValue() == 1 ? e.getKey().key() : e.getValue() + "*" + e.getKey().key())
        .collect(Collectors.joining("+"));
  }
}
