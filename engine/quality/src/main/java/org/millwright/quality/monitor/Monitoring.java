// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A period judged by a model.
 *
 * @param method pca or dynamic pca, with its limits
 * @param variables how many variables
 * @param components components kept
 * @param lags lags seen together
 * @param explained the share of variance the components hold
 * @param trainingSamples samples of the reference
 * @param samples samples judged
 * @param detectors the limits
 * @param alarms samples with an alarm
 * @param alarmPercent their share of all samples
 * @param falseAlarmPercent the share of samples with an alarm before the fault starts; of all when
 *     none is marked
 * @param detectionPercent the share of samples with an alarm from the fault's start on; not a
 *     number when none is marked
 * @param t2AlarmPercent the share of samples whose T² alarms, from the fault's start on when marked
 * @param speAlarmPercent the same for SPE
 * @param firstAlarm the first sample with an alarm from the fault's start on (from 1), 0 for none
 * @param delay samples from the fault's start to it; −1 for none
 * @param alarmSamples the samples with an alarm, from 1
 * @param warnings alarms joined to episodes
 * @param t2 T² of each sample, unsmoothed or of the first smoothing
 * @param spe SPE of each sample, likewise
 */
public record Monitoring(
    String method,
    int variables,
    int components,
    int lags,
    double explained,
    int trainingSamples,
    int samples,
    List<Detector> detectors,
    int alarms,
    double alarmPercent,
    double falseAlarmPercent,
    double detectionPercent,
    double t2AlarmPercent,
    double speAlarmPercent,
    int firstAlarm,
    int delay,
    List<Integer> alarmSamples,
    List<Warning> warnings,
    List<Double> t2,
    List<Double> spe) {

  /** Samples without an alarm that still belong to one episode. */
  private static final int GAP = 5;

  /** Variables a warning names. */
  private static final int NAMED = 5;

  /**
   * An episode of alarms.
   *
   * @param from its first alarm (sample from 1)
   * @param to its last alarm
   * @param since since when the samples have been leaving the reference
   * @param alarms how many samples alarm
   * @param greatest the farthest reach, in limits
   * @param variables what has to do with it, most first
   */
  public record Warning(
      int from, int to, int since, int alarms, double greatest, List<Share> variables) {}

  /** A variable's share of a warning, in per cent, and whether it is high or low. */
  public record Share(String variable, double percent, String direction) {}

  /** Judges samples; {@code faultStart} is the first faulty sample from 1, 0 when none is known. */
  public static Monitoring of(ProcessModel model, double[][] rows, int faultStart) {
    Pass pass = new Pass(model, rows);
    int start = Math.max(0, faultStart - 1);
    double[] reach = pass.reach;
    int first =
        IntStream.range(start, rows.length).filter(t -> reach[t] > 1).findFirst().orElse(-1);
    boolean marked = faultStart > 0;
    Detector main = model.detectors().getFirst();
    return new Monitoring(
        (model.settings().lags() > 0 ? "dynamic pca" : "pca")
            + (model.settings().learned()
                ? ", limits learned on held-out blocks"
                : ", T2 limit from F, SPE limit of Jackson and Mudholkar"),
        model.names().size(),
        model.components(),
        model.settings().lags(),
        model.explained(),
        model.samples(),
        rows.length,
        model.detectors(),
        (int) IntStream.range(0, rows.length).filter(t -> reach[t] > 1).count(),
        percent(reach, 0, rows.length, 1),
        percent(reach, 0, marked ? start : rows.length, 1),
        marked ? percent(reach, start, rows.length, 1) : Double.NaN,
        percent(pass.t2, start, rows.length, main.t2Limit()),
        percent(pass.spe, start, rows.length, main.speLimit()),
        first + 1,
        first < 0 || !marked ? -1 : first - start,
        IntStream.range(0, rows.length).filter(t -> reach[t] > 1).mapToObj(t -> t + 1).toList(),
        pass.warnings(),
        IntStream.range(0, rows.length).mapToObj(t -> pass.t2[t]).toList(),
        IntStream.range(0, rows.length).mapToObj(t -> pass.spe[t]).toList());
  }

  private static double percent(double[] values, int from, int to, double limit) {
    long above = IntStream.range(from, to).filter(t -> values[t] > limit).count();
    return 100.0 * above / (to - from);
  }

  /** One run of the stream over a period, with what it saw at each first alarm. */
  private static final class Pass {

    private final ProcessModel model;
    private final double[] reach;
    private final double[] t2;
    private final double[] spe;
    private final double[][] parts;
    private final double[][] signs;

    Pass(ProcessModel model, double[][] rows) {
      this.model = model;
      reach = new double[rows.length];
      t2 = new double[rows.length];
      spe = new double[rows.length];
      parts = new double[rows.length][];
      signs = new double[rows.length][];
      ProcessStream stream = model.stream();
      for (int t = 0; t < rows.length; t++) {
        reach[t] = stream.accept(rows[t]);
        boolean judged = !Double.isNaN(reach[t]);
        t2[t] = judged ? stream.t2(0) : Double.NaN;
        spe[t] = judged ? stream.spe(0) : Double.NaN;
        if (reach[t] > 1) {
          parts[t] = stream.contributions();
          signs[t] = stream.directions();
        }
      }
    }

    List<Warning> warnings() {
      List<Warning> warnings = new ArrayList<>();
      int t = 0;
      while (t < reach.length) {
        if (!(reach[t] > 1)) {
          t++;
          continue;
        }
        int last = t;
        for (int i = t; i < reach.length && i - last <= GAP; i++) {
          last = reach[i] > 1 ? i : last;
        }
        warnings.add(warning(t, last));
        t = last + 1;
      }
      return warnings;
    }

    private Warning warning(int from, int to) {
      int since = from;
      while (since > 0 && reach[since - 1] > 0.5) {
        since--;
      }
      double greatest = 0;
      int count = 0;
      double[] sums = new double[model.names().size()];
      for (int t = from; t <= to; t++) {
        if (reach[t] > 1) {
          count++;
          greatest = Math.max(greatest, reach[t]);
          for (int j = 0; j < sums.length; j++) {
            sums[j] += parts[t][j];
          }
        }
      }
      return new Warning(from + 1, to + 1, since + 1, count, greatest, shares(sums, signs[from]));
    }

    private List<Share> shares(double[] sums, double[] directions) {
      double total = java.util.Arrays.stream(sums).sum();
      return IntStream.range(0, sums.length)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer j) -> -sums[j]))
          .limit(NAMED)
          .map(j ->
              new Share(
                  model.names().get(j), 100 * sums[j] / total, directions[j] > 0 ? "high" : "low"))
          .toList();
    }
  }
}
