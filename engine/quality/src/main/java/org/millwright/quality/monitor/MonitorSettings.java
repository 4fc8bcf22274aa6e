// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

import java.util.List;

/**
 * How a process is monitored.
 *
 * @param components principal components kept; 0 to keep the share of variance
 * @param share the share of variance to keep when components is 0
 * @param lags earlier samples each sample is seen together with; 0 for PCA, more for dynamic PCA
 * @param confidence the share of reference samples inside each limit
 * @param smoothing EWMA weights, each a detector of its own: 1 for the sample alone, less for slow
 *     drifts
 * @param learned whether limits are learned on held-out blocks of the reference rather than taken
 *     from the normal distribution
 */
public record MonitorSettings(
    int components,
    double share,
    int lags,
    double confidence,
    List<Double> smoothing,
    boolean learned) {

  public MonitorSettings {
    smoothing = List.copyOf(smoothing);
  }

  /** PCA with limits from the F distribution and of Jackson and Mudholkar. */
  public static MonitorSettings pca(int components, double confidence) {
    return new MonitorSettings(components, 0, 0, confidence, List.of(1.0), false);
  }

  /** Dynamic PCA of two lags that keeps 99 %, fast and slow, with learned limits. */
  public static final MonitorSettings EARLY =
      new MonitorSettings(0, 0.99, 2, 0.98, List.of(1.0, 0.3), true);
}
