// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process that {@link CrashTest} kills: takes in numbered values and prints each one it may
 * acknowledge.
 */
final class CrashingIngest {

  static final int NODES = 5;

  private CrashingIngest() {}

  /**
   * @param arguments folder, first number to send, time of number 0
   */
  public static void main(String[] arguments) throws IOException {
    long base = Long.parseLong(arguments[2]);
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            false,
            StandardCharsets.US_ASCII);
    Ingest ingest = new Ingest(Path.of(arguments[0]), 4_000, CrashTest.NOBODY);
    FakeEdge[] edges = new FakeEdge[NODES];
    for (int i = 0; i < NODES; i++) {
      edges[i] = new FakeEdge("edge" + i);
      ingest.queue.offer(edges[i].birth(base - 1));
    }
    for (long number = Long.parseLong(arguments[1]); ; ) {
      RawMessage message = edges[(int) (number % NODES)].data(base + number, number);
      while (!(ingest.queue.offer(message) instanceof IngestQueue.Offer.Taken)) {
        Thread.onSpinWait();
      }
      out.print(number + "\n");
      out.flush();
      number++;
    }
  }
}
