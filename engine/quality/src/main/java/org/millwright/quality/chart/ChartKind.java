// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/** One kind of control chart. */
interface ChartKind {

  /** Its key, such as {@code xbar-r}. */
  String name();

  /** Its heading. */
  String title();

  /** The text its definition follows. */
  String source();

  /** Why the data cannot be charted this way, or null. */
  @Nullable Refusal check(ChartData data, ChartOptions options);

  /** Estimates from the reference points of a stage, and draws all points of the stage. */
  Fit fit(ChartData data, Stage stage, ChartOptions options);
}
