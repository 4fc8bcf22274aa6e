// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millwright.quality.math.Normal;

/**
 * Agreement beyond chance.
 *
 * @param kind cohen or fleiss
 * @param kappa κ; not a number when all ratings are of one category
 * @param standardError its standard error under no agreement beyond chance
 * @param z κ over it
 * @param p the one-sided p-value, as Minitab gives it
 * @param observed the share that agrees
 * @param expected the share that would by chance
 * @param byCategory Fleiss' κ of each category; empty for Cohen's
 */
public record Kappa(
    String kind,
    double kappa,
    double standardError,
    double z,
    double p,
    double observed,
    double expected,
    Map<String, Double> byCategory) {

  /** Cohen's κ of two raters of the same things (Fleiss, Cohen and Everitt 1969). */
  static Kappa cohen(List<String> first, List<String> second) {
    int n = first.size();
    Map<String, double[]> shares = new TreeMap<>();
    double observed = 0;
    for (int i = 0; i < n; i++) {
      shares.computeIfAbsent(first.get(i), c -> new double[2])[0] += 1.0 / n;
      shares.computeIfAbsent(second.get(i), c -> new double[2])[1] += 1.0 / n;
      observed += first.get(i).equals(second.get(i)) ? 1.0 / n : 0;
    }
    double expected = 0;
    double cubes = 0;
    for (double[] share : shares.values()) {
      expected += share[0] * share[1];
      cubes += share[0] * share[1] * (share[0] + share[1]);
    }
    double error =
        Math.sqrt(expected + expected * expected - cubes) / ((1 - expected) * Math.sqrt(n));
    double kappa = (observed - expected) / (1 - expected);
    return of("cohen", kappa, error, observed, expected, Map.of());
  }

  /** Fleiss' κ of equally many ratings of each thing (Fleiss 1971, errors of 1979). */
  static Kappa fleiss(List<List<String>> ratings) {
    int n = ratings.size();
    int m = ratings.getFirst().size();
    Map<String, int[]> counts = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      for (String rating : ratings.get(i)) {
        counts.computeIfAbsent(rating, c -> new int[n])[i]++;
      }
    }
    double agree = 0;
    double pq = 0;
    double skew = 0;
    double squares = 0;
    Map<String, Double> byCategory = new LinkedHashMap<>();
    for (Map.Entry<String, int[]> category : counts.entrySet()) {
      double mixed = 0;
      double sum = 0;
      for (int x : category.getValue()) {
        agree += x * (x - 1.0);
        mixed += x * (double) (m - x);
        sum += x;
      }
      double p = sum / (n * m);
      pq += p * (1 - p);
      skew += p * (1 - p) * (1 - 2 * p);
      squares += p * p;
      byCategory.put(category.getKey(), 1 - mixed / (n * m * (m - 1.0) * p * (1 - p)));
    }
    double observed = agree / (n * m * (m - 1.0));
    double error = Math.sqrt(2 / (n * m * (m - 1.0)) * (pq * pq - skew)) / pq;
    double kappa = (observed - squares) / (1 - squares);
    return of("fleiss", kappa, error, observed, squares, byCategory);
  }

  private static Kappa of(
      String kind,
      double kappa,
      double error,
      double observed,
      double expected,
      Map<String, Double> byCategory) {
    double z = kappa / error;
    double p = Double.isFinite(z) ? Normal.cdf(-z) : Double.NaN;
    return new Kappa(kind, kappa, error, z, p, observed, expected, byCategory);
  }
}
