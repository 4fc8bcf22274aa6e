// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import org.millwright.model.Refusal;

/** What came of a study. */
public sealed interface StudyOutcome {

  /** The study was run to its end. */
  record Completed(StudyReport report) implements StudyOutcome {}

  /** A replication could not be run to its end, and the reason lies in the model. */
  record Refused(Refusal refusal) implements StudyOutcome {}
}
