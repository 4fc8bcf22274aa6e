// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

import java.util.List;

/**
 * What a reference period taught about a process.
 *
 * @param names the variables
 * @param means their means
 * @param deviations their standard deviations
 * @param settings how it was learned
 * @param samples samples in the reference period
 * @param subspace the components
 * @param detectors the limits, one for each smoothing
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record ProcessModel(
    List<String> names,
    double[] means,
    double[] deviations,
    MonitorSettings settings,
    int samples,
    Subspace subspace,
    List<Detector> detectors) {

  /** A new stream of samples judged by this model. */
  public ProcessStream stream() {
    return new ProcessStream(this);
  }

  /** The components kept. */
  public int components() {
    return subspace.kept();
  }

  /** The share of variance they hold. */
  public double explained() {
    return 1 - subspace.residual(1) / java.util.Arrays.stream(subspace.values()).sum();
  }

  /** The eigenvalues of the components kept. */
  public List<Double> eigenvalues() {
    return java.util.Arrays.stream(subspace.values()).limit(components()).boxed().toList();
  }
}
