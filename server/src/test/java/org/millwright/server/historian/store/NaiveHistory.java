// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The history as a sorted map, and aggregates by their definition: the oracle. */
final class NaiveHistory {

  record Sample(int tag, long time, double value, @Nullable String text, byte quality) {}

  record Step(
      long time, long count, double min, double max, double mean, double last, byte quality) {}

  private final Map<Integer, TreeMap<Long, Sample>> tags = new TreeMap<>();

  void add(Sample sample) {
    tags.computeIfAbsent(sample.tag, any -> new TreeMap<>()).putIfAbsent(sample.time, sample);
  }

  int size() {
    return tags.values().stream().mapToInt(Map::size).sum();
  }

  List<Sample> samples(int tag, long from, long to) {
    return new ArrayList<>(tags.getOrDefault(tag, new TreeMap<>()).subMap(from, to).values());
  }

  List<Step> steps(int tag, long length, long from, long to, long now) {
    List<Sample> numbers = samples(tag, from, to).stream().filter(s -> s.text == null).toList();
    TreeMap<Long, List<Integer>> byStep = new TreeMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      long step = Math.floorDiv(numbers.get(i).time, length) * length;
      byStep.computeIfAbsent(step, any -> new ArrayList<>()).add(i);
    }
    List<Step> steps = new ArrayList<>();
    byStep.forEach(
        (start, rows) -> steps.add(step(numbers, rows, start, start + length, Math.min(to, now))));
    return steps;
  }

  private static Step step(List<Sample> all, List<Integer> rows, long start, long end, long limit) {
    double[] finite =
        rows.stream().mapToDouble(i -> all.get(i).value).filter(Double::isFinite).toArray();
    double covered = 0;
    double integral = 0;
    for (int i = Math.max(0, rows.getFirst() - 1); i <= rows.getLast(); i++) {
      double value = all.get(i).value;
      long next = i + 1 < all.size() ? all.get(i + 1).time : limit;
      long held = Math.min(next, end) - Math.max(all.get(i).time, start);
      if (Double.isFinite(value) && held > 0) {
        covered += held;
        integral += value * held;
      }
    }
    double mean =
        covered > 0
            ? integral / covered
            : java.util.Arrays.stream(finite).average().orElse(Double.NaN);
    double last = all.get(rows.getLast()).value;
    int quality = rows.stream().mapToInt(i -> all.get(i).quality).max().orElse(0);
    return new Step(
        start,
        finite.length,
        java.util.Arrays.stream(finite).min().orElse(Double.NaN),
        java.util.Arrays.stream(finite).max().orElse(Double.NaN),
        mean,
        Double.isFinite(last) ? last : Double.NaN,
        (byte) quality);
  }
}
