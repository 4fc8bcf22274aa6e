// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.millwright.model.Refusal;

/**
 * The one door for messages: bounded, and durable before it says {@link Offer.Taken}. Safe for any
 * thread; a connection offers its messages one after the other, so that their order stays.
 */
public interface IngestQueue {

  /**
   * Offers a message without waiting. After {@link Offer.Taken} a message of QoS 1 or 2 is in the
   * journal and may be acknowledged: it survives {@code kill -9}.
   */
  Offer offer(RawMessage message);

  /**
   * Offers a message and, when there is no room, waits for it: the way to push back on a sender.
   * The stage completes with {@link Offer.Full} when no room came within {@code patience}; such a
   * message must not be acknowledged.
   */
  CompletionStage<Offer> offerPatiently(RawMessage message, Duration patience);

  /** What became of an offered message; all but {@link Taken} are counted here. */
  sealed interface Offer {

    /** In the queue; for QoS 1 and 2 in the journal, at {@code position}. */
    record Taken(long position) implements Offer {}

    /** The queue is full. */
    record Full() implements Offer {}

    /**
     * The message cannot be taken at all (too large) or the journal cannot be written (disk full).
     */
    record Refused(Refusal refusal) implements Offer {}
  }
}
