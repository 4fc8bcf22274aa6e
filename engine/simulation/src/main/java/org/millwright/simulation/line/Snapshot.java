// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.millwright.model.Refusal;
import org.millwright.simulation.kernel.ArchiveReader;
import org.millwright.simulation.kernel.ArchiveWriter;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.random.RandomStreams;

/**
 * The state of a line at a moment, as bytes to keep. A line resumed from it does exactly what the
 * saved one would have done; a fork starts from the same state into another future.
 */
public final class Snapshot {

  private static final int DIGEST_BYTES = 32;

  private final byte[] bytes;

  private Snapshot(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What came of resuming. */
  public sealed interface Resumption {

    /** The line goes on. */
    record Resumed(Line line) implements Resumption {}

    /** The bytes are not a state of this model. */
    record Refused(Refusal refusal) implements Resumption {}
  }

  /** Saves a line of a model. */
  public static Snapshot of(LineModel model, Line line) {
    ArchiveWriter writer = new ArchiveWriter();
    writer.exchange(digest(model));
    line.exchange(writer);
    return new Snapshot(writer.toByteArray());
  }

  /** A snapshot that was kept as bytes; whether they fit is seen when it is resumed. */
  public static Snapshot ofBytes(byte[] kept) {
    return new Snapshot(kept.clone());
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** A line that goes on with the same random numbers. */
  public Resumption resume(LineModel model) {
    return restore(model, new RandomStreams(0, 0), true);
  }

  /** A line that goes on with other random numbers. */
  public Resumption fork(LineModel model, RandomStreams streams) {
    return restore(model, streams, false);
  }

  private Resumption restore(LineModel model, RandomStreams streams, boolean same) {
    ArchiveReader reader = new ArchiveReader(bytes, same);
    try {
      byte[] stored = reader.exchange(new byte[DIGEST_BYTES]);
      if (!Arrays.equals(stored, digest(model))) {
        return refused("The state was saved from another model.");
      }
      Line line = LineBuilder.build(model, streams);
      line.exchange(reader);
      return new Resumption.Resumed(line);
    } catch (BufferUnderflowException cut) {
      return refused("The state is cut off or damaged.");
    }
  }

  private static Resumption refused(String message) {
    return new Resumption.Refused(Refusal.of("SIM-SNAPSHOT", "", message));
  }

  /** Equal for models that are built alike; how long they are to be run does not matter. */
  private static byte[] digest(LineModel model) {
    String content =
        "%s %s %s %s %s %s"
            .formatted(
                model.time(),
                model.products(),
                model.elements(),
                model.pools(),
                model.calendars(),
                model.loops());
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
