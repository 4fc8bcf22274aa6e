// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

/** What the ingest pipeline and administration need of the historian beside {@link SampleSink}. */
public interface History {

  /**
   * Says how many stages hand over batches, see {@link SampleBatch#mark}; before the first batch
   * with a position.
   */
  void stages(int count);

  /** How it is doing; cheap. */
  HistorianStatus status();

  /**
   * Everything up to here of the ingest journal is sealed and durable; what comes after has to be
   * replayed.
   */
  long sealedPosition();

  /**
   * Seals what is in memory and returns when it is durable or cannot be made so; see {@link
   * #status()}.
   */
  void seal();

  /** What is kept for how long. */
  Retention retention();

  /**
   * Changes what is kept for how long; a policy with {@link Retention#refusals()} is a bug here.
   */
  void retain(Retention retention);
}
