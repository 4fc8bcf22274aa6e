// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The manifest on disk and the view in memory, changed together, and the files that follow from
 * them.
 */
final class Catalog {

  private static final System.Logger LOG = System.getLogger(Catalog.class.getName());

  private final Path folder;
  private final Views views;
  private final AtomicLong nextId;
  private final List<SealedFile> abandoned = new ArrayList<>();

  /**
   * Opens the folder; files that the manifest does not name are what a crash left over and are
   * deleted.
   */
  Catalog(Path folder) {
    this.folder = folder;
    Manifest manifest = Manifest.load(folder);
    nextId = new AtomicLong(manifest.nextId());
    views = new Views(new View(List.of(), new OpenBlock(), manifest));
    sweep(manifest);
  }

  Views views() {
    return views;
  }

  Manifest manifest() {
    return views.current().manifest();
  }

  /** Numbers for {@code count} new files; the first is returned. */
  long reserve(int count) {
    return nextId.getAndAdd(count);
  }

  /** Makes a sealed block's files part of the history. */
  synchronized void sealed(Intake.Closing closing, List<SealedFile> files) {
    LastTimes.save(folder, closing.lastTimes());
    change(
        manifest -> manifest.change(closing.position(), nextId.get(), List.of(), files),
        sealing -> sealing.stream().filter(block -> block != closing.block()).toList());
  }

  /** Puts merged files in the place of others. */
  synchronized void merged(List<SealedFile> removed, List<SealedFile> added) {
    change(
        manifest -> manifest.change(manifest.position(), nextId.get(), removed, added),
        UnaryOperator.identity());
  }

  /**
   * Files of an attempt that failed: they go when the next change is durable. Not before, for the
   * manifest that names them may have reached the disk all the same.
   */
  synchronized void abandon(List<SealedFile> files) {
    abandoned.addAll(files);
  }

  /** Applies another change to the manifest. */
  synchronized void change(UnaryOperator<Manifest> change) {
    change(change, UnaryOperator.identity());
  }

  private void change(UnaryOperator<Manifest> change, UnaryOperator<List<OpenBlock>> sealing) {
    Manifest changed = change.apply(manifest());
    changed.save(folder);
    views.change(view -> new View(sealing.apply(view.sealing()), view.active(), changed));
    removeAbandoned();
  }

  private void removeAbandoned() {
    for (SealedFile file : abandoned) {
      try {
        Files.deleteIfExists(folder.resolve(file.path()));
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "The next start removes " + file.path(), e);
      }
    }
    abandoned.clear();
  }

  /** Deletes files that nobody reads any more. */
  void collectGarbage() {
    for (SealedFile file : views.garbage()) {
      delete(folder.resolve(file.path()));
    }
  }

  private void sweep(Manifest manifest) {
    Set<Path> known = new HashSet<>();
    manifest.files().forEach(file -> known.add(folder.resolve(file.path())));
    for (Kind kind : Kind.values()) {
      filesBelow(folder.resolve(kind.folder())).stream()
          .filter(file -> !known.contains(file))
          .forEach(Catalog::delete);
    }
    filesBelow(folder.resolve("tmp")).forEach(Catalog::delete);
  }

  private static List<Path> filesBelow(Path root) {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
