// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millwright.server.historian.Retention;

/** Merges sealed files and removes those whose time is over. One thread only. */
final class Upkeep {

  /**
   * A day is merged as a whole this long after its end, when most of the late samples have come.
   */
  private static final Duration SETTLING = Duration.ofMinutes(30);

  private final Settings settings;
  private final Catalog catalog;
  private final Sealer sealer;
  private final Clock clock;

  Upkeep(Settings settings, Catalog catalog, Sealer sealer, Clock clock) {
    this.settings = settings;
    this.catalog = catalog;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** Merges one group of files, if one is due. */
  boolean mergeOnce() throws SQLException, IOException {
    Optional<List<SealedFile>> due = due(catalog.manifest());
    if (due.isEmpty()) {
      return false;
    }
    merge(due.get());
    return true;
  }

  private void merge(List<SealedFile> samples) throws SQLException, IOException {
    Set<Long> ids = samples.stream().map(SealedFile::id).collect(Collectors.toSet());
    List<SealedFile> removed =
        catalog.manifest().files().stream().filter(file -> ids.contains(file.id())).toList();
    List<SealedFile> written = new ArrayList<>();
    try {
      sealer.merge(samples, catalog.reserve(1), written);
      catalog.merged(removed, written);
    } catch (SQLException | IOException | UncheckedIOException failure) {
      catalog.abandon(written);
      throw failure;
    }
  }

  /** The files of one day that are due: enough of one level, or all of a day that is over. */
  private Optional<List<SealedFile>> due(Manifest manifest) {
    Map<LocalDate, List<SealedFile>> days = new TreeMap<>();
    for (SealedFile file : manifest.files()) {
      if (file.kind() == Kind.SAMPLES) {
        days.computeIfAbsent(file.day(), day -> new ArrayList<>()).add(file);
      }
    }
    LocalDate settled = LocalDate.ofInstant(clock.instant().minus(SETTLING), ZoneOffset.UTC);
    for (Map.Entry<LocalDate, List<SealedFile>> day : days.entrySet()) {
      List<SealedFile> files = day.getValue();
      if (day.getKey().isBefore(settled) && files.size() > 1 && fits(files)) {
        return Optional.of(files);
      }
      Map<Integer, List<SealedFile>> levels =
          files.stream()
              .collect(Collectors.groupingBy(SealedFile::level, TreeMap::new, Collectors.toList()));
      for (List<SealedFile> level : levels.values()) {
        if (level.size() >= settings.mergeFiles() && fits(level)) {
          return Optional.of(level);
        }
      }
    }
    return Optional.empty();
  }

  private boolean fits(List<SealedFile> files) {
    return files.stream().mapToLong(SealedFile::rows).sum() <= settings.mergeRows();
  }

  /** Removes whole days that are older than the policy keeps. */
  void retire(Retention retention) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    retire(Kind.SAMPLES, today.minusDays(retention.sampleDays()));
    retire(Kind.MINUTES, today.minusDays(retention.minuteDays()));
    retire(Kind.HOURS, today.minusDays(retention.hourDays()));
  }

  private void retire(Kind kind, LocalDate floor) {
    Manifest manifest = catalog.manifest();
    Set<LocalDate> old = new HashSet<>();
    for (SealedFile file : manifest.files()) {
      if (file.kind() == kind && file.day().isBefore(floor)) {
        old.add(file.day());
      }
    }
    if (!old.isEmpty()) {
      catalog.change(now -> now.cut(kind, floor));
    }
  }
}
