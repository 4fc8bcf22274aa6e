// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

/** Takes samples for storage. */
public interface SampleSink {

  /**
   * Hands over a batch without waiting.
   *
   * <p>A sample whose tag and time are stored already is a duplicate: counted, the first one stays.
   * Late samples are stored where they belong.
   *
   * @return false when the historian cannot take more now (it is behind, or its disk is full):
   *     offer the same batch again later
   */
  boolean append(SampleBatch batch);
}
