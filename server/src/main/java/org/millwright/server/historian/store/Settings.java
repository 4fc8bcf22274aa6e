// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the historian works.
 *
 * @param folder where its files are
 * @param blockRows an open block of so many samples is sealed
 * @param blockAge an open block of this age is sealed
 * @param queueRows samples handed over and not yet taken, at most
 * @param mergeFiles so many sealed files of one day and level are merged into one
 * @param mergeRows no merge makes a file of more rows
 * @param memoryMegabytes DuckDB's memory limit; beyond it, sorting spills to the folder
 * @param threads DuckDB's threads
 */
public record Settings(
    Path folder,
    int blockRows,
    Duration blockAge,
    int queueRows,
    int mergeFiles,
    long mergeRows,
    int memoryMegabytes,
    int threads) {

  /** What a small machine does well with; figures in ADR 0004. */
  public static Settings in(Path folder) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new Settings(
        folder, 2_000_000, Duration.ofMinutes(5), 1_000_000, 8, 200_000_000, 512, threads);
  }
}
