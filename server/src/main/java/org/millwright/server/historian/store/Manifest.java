// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sealed history consists of. It is replaced as a whole by an atomic rename: a file that
 * it does not name does not exist.
 *
 * @param position everything up to this place of the ingest journal is in the files, -1 for nothing
 * @param nextId number of the next file
 * @param floors by kind, the first day not removed by retention
 * @param files the files
 */
record Manifest(long position, long nextId, Map<Kind, LocalDate> floors, List<SealedFile> files) {

  private static final String NAME = "manifest.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Manifest {
    floors = Map.copyOf(floors);
    files = List.copyOf(files);
  }

  /** Reads the manifest of a folder, an empty one where there is none yet. */
  static Manifest load(Path folder) {
    Path file = folder.resolve(NAME);
    return Files.exists(file)
        ? JSON.readValue(file, Manifest.class)
        : new Manifest(-1, 0, Map.of(), List.of());
  }

  /** Makes this the manifest of a folder, durably. */
  void save(Path folder) {
    DurableFiles.replace(folder.resolve(NAME), JSON.writeValueAsBytes(this));
  }

  /** With {@code added} instead of {@code removed}. */
  Manifest change(long position, long nextId, List<SealedFile> removed, List<SealedFile> added) {
    List<SealedFile> changed = new ArrayList<>(files);
    changed.removeAll(removed);
    changed.addAll(added);
    return new Manifest(position, nextId, floors, changed);
  }

  /** Without the files of {@code kind} before {@code floor}. */
  Manifest cut(Kind kind, LocalDate floor) {
    Map<Kind, LocalDate> cut = new TreeMap<>(floors);
    cut.merge(kind, floor, (a, b) -> a.isAfter(b) ? a : b);
    return new Manifest(
        position,
        nextId,
        cut,
        files.stream().filter(f -> f.kind() != kind || !f.day().isBefore(floor)).toList());
  }

  /** The files of a kind that may hold rows with {@code from <= time < to}. */
  List<SealedFile> overlapping(Kind kind, long from, long to) {
    return files.stream().filter(f -> f.kind() == kind && f.overlaps(from, to)).toList();
  }

  /** First day of a kind that retention has kept, null when it has removed none. */
  @Nullable LocalDate floor(Kind kind) {
    return floors.get(kind);
  }
}
