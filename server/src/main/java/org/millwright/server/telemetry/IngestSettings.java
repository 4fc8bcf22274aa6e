// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.nio.file.Path;
import java.time.Duration;
import org.millwright.sparkplug.SessionSettings;

/**
 * How messages are taken in.
 *
 * @param journal folder of the journal
 * @param queueMessages most messages between journal and pipeline
 * @param queueBytes most payload bytes between journal and pipeline
 * @param maxPayloadBytes a larger message is refused
 * @param segmentBytes size of a journal file
 * @param sync how often the journal is forced to the disk: what a power loss can cost. A killed
 *     process costs nothing
 * @param stages how many stages work side by side
 * @param plainSilence after how long without a message a plain MQTT device is stale; zero: never
 * @param sessions limits and times of Sparkplug sessions
 */
record IngestSettings(
    Path journal,
    int queueMessages,
    long queueBytes,
    int maxPayloadBytes,
    long segmentBytes,
    Duration sync,
    int stages,
    Duration plainSilence,
    SessionSettings sessions) {

  static IngestSettings in(Path journal) {
    return new IngestSettings(
        journal,
        65_536,
        64L << 20,
        SessionSettings.DEFAULT.maxBytes(),
        64L << 20,
        Duration.ofSeconds(1),
        Math.max(1, Runtime.getRuntime().availableProcessors()),
        Duration.ofMinutes(5),
        SessionSettings.DEFAULT);
  }
}
