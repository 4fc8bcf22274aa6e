// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The judgements of an attribute study by appraiser and part, all equally many. */
record AttributeTables(
    Map<String, Map<String, List<String>>> table,
    Map<String, String> references,
    int trials,
    String bad) {

  private static final Set<String> BAD_WORDS =
      Set.of("0", "bad", "fail", "no", "ng", "nogo", "no-go", "nok", "reject", "f", "n", "b");

  AttributeStudy study() {
    Map<String, AttributeStudy.Agreement> within = new LinkedHashMap<>();
    Map<String, AttributeStudy.AgainstStandard> versus = new LinkedHashMap<>();
    table.forEach((name, own) -> {
      within.put(name, withHimself(own));
      if (!references.isEmpty()) {
        versus.put(name, withStandard(own));
      }
    });
    List<List<String>> all = all();
    return new AttributeStudy(
        parts().size(),
        table.size(),
        trials,
        within,
        versus,
        AttributeStudy.agreement(
            all.size(),
            all.stream().filter(AttributeTables::same).count(),
            all.getFirst().size() > 1 ? Kappa.fleiss(all) : null),
        references.isEmpty() ? null : allWithStandard(all),
        pairs());
  }

  private List<String> parts() {
    return List.copyOf(table.values().iterator().next().keySet());
  }

  private List<List<String>> all() {
    List<List<String>> all = new ArrayList<>();
    for (String part : parts()) {
      List<String> ratings = new ArrayList<>();
      table.values().forEach(own -> ratings.addAll(own.getOrDefault(part, List.of())));
      all.add(ratings);
    }
    return all;
  }

  private static boolean same(List<String> ratings) {
    return ratings.stream().distinct().count() == 1;
  }

  private AttributeStudy.Agreement withHimself(Map<String, List<String>> own) {
    List<List<String>> ratings = parts().stream().map(p -> own.getOrDefault(p, List.of())).toList();
    long matched = ratings.stream().filter(AttributeTables::same).count();
    return AttributeStudy.agreement(
        ratings.size(), matched, trials > 1 ? Kappa.fleiss(ratings) : null);
  }

  private AttributeStudy.AgainstStandard withStandard(Map<String, List<String>> own) {
    List<String> given = new ArrayList<>();
    List<String> right = new ArrayList<>();
    long matched = 0;
    for (String part : parts()) {
      String reference = references.getOrDefault(part, "");
      List<String> ratings = own.getOrDefault(part, List.of());
      matched += ratings.stream().allMatch(reference::equals) ? 1 : 0;
      for (String rating : ratings) {
        given.add(rating);
        right.add(reference);
      }
    }
    Kappa fleiss = meanOverTrials(own);
    double[] rates = rates(given, right);
    return new AttributeStudy.AgainstStandard(
        AttributeStudy.agreement(parts().size(), matched, fleiss),
        Kappa.cohen(given, right),
        rates[0],
        rates[1],
        rates[2]);
  }

  /** Minitab's: the mean of the κ of each trial with the standard. */
  private @Nullable Kappa meanOverTrials(Map<String, List<String>> own) {
    double kappa = 0;
    double variance = 0;
    Kappa last = null;
    for (int t = 0; t < trials; t++) {
      int trial = t;
      List<List<String>> pairs =
          parts().stream()
              .map(p ->
                  List.of(
                      own.getOrDefault(p, List.of()).get(trial), references.getOrDefault(p, "")))
              .toList();
      last = Kappa.fleiss(pairs);
      kappa += last.kappa() / trials;
      variance += last.standardError() * last.standardError() / trials / trials;
    }
    if (last == null) {
      return null;
    }
    double error = Math.sqrt(variance);
    double z = kappa / error;
    double p = Double.isFinite(z) ? org.millwright.quality.math.Normal.cdf(-z) : Double.NaN;
    return new Kappa("fleiss", kappa, error, z, p, Double.NaN, Double.NaN, Map.of());
  }

  private double[] rates(List<String> given, List<String> right) {
    Set<String> grades = new TreeSet<>(right);
    grades.addAll(given);
    String worse = bad.isEmpty() ? guess(grades) : bad;
    double correct = 0;
    double[] misses = new double[2];
    double[] alarms = new double[2];
    for (int i = 0; i < given.size(); i++) {
      boolean hit = given.get(i).equals(right.get(i));
      correct += hit ? 1 : 0;
      double[] of = right.get(i).equals(worse) ? misses : alarms;
      of[0] += hit ? 0 : 1;
      of[1]++;
    }
    boolean two = grades.size() == 2 && !worse.isEmpty();
    return new double[] {
      100 * correct / given.size(),
      two ? 100 * misses[0] / misses[1] : Double.NaN,
      two ? 100 * alarms[0] / alarms[1] : Double.NaN
    };
  }

  private static String guess(Set<String> grades) {
    return grades.stream()
        .filter(grade -> BAD_WORDS.contains(grade.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse("");
  }

  private AttributeStudy.Agreement allWithStandard(List<List<String>> all) {
    long matched = 0;
    for (int i = 0; i < all.size(); i++) {
      String reference = references.getOrDefault(parts().get(i), "");
      matched += all.get(i).stream().allMatch(reference::equals) ? 1 : 0;
    }
    return AttributeStudy.agreement(all.size(), matched, null);
  }

  private Map<String, Kappa> pairs() {
    Map<String, Kappa> pairs = new LinkedHashMap<>();
    List<String> names = List.copyOf(table.keySet());
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        pairs.put(
            names.get(a) + " x " + names.get(b),
            Kappa.cohen(ratings(names.get(a)), ratings(names.get(b))));
      }
    }
    return pairs;
  }

  private List<String> ratings(String appraiser) {
    Map<String, List<String>> own = table.getOrDefault(appraiser, Map.of());
    return parts().stream().flatMap(p -> own.getOrDefault(p, List.of()).stream()).toList();
  }
}
