// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.List;
import org.millwright.model.Refusal;

/**
 * Turns a plain MQTT message into samples; {@code connectivity} implements it by its mapping rules.
 */
public interface MessageMapper {

  /**
   * Called on the stage's thread, for messages of one topic in their order. Must not block and must
   * not throw.
   */
  Mapping map(RawMessage message);

  /** What the rules made of a message. */
  sealed interface Mapping {

    /** Its samples; none when no rule takes the topic. */
    record Samples(List<MappedSample> samples) implements Mapping {
      public Samples {
        samples = List.copyOf(samples);
      }
    }

    /** It should have given samples and could not. */
    record Refused(Refusal refusal) implements Mapping {}
  }
}
