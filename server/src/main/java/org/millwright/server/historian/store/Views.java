// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The view as it is now, and which of the earlier ones are still being read: a file that was merged
 * away or whose time is over may be deleted when the last reader that could see it is done.
 */
final class Views {

  private static final class Generation {
    final View view;
    final Set<SealedFile> replaced = new LinkedHashSet<>();
    int readers;

    Generation(View view) {
      this.view = view;
    }
  }

  private final Deque<Generation> generations = new ArrayDeque<>();

  Views(View first) {
    generations.add(new Generation(first));
  }

  /** The view as it is now. To read files, take a {@link #read() lease}. */
  synchronized View current() {
    return generations.getLast().view;
  }

  /** The view as it is now, its files guaranteed until the lease is closed. */
  synchronized Reading read() {
    Generation generation = generations.getLast();
    generation.readers++;
    return new Reading(generation);
  }

  /** Replaces the view; files only in the old one become garbage. */
  synchronized void change(UnaryOperator<View> change) {
    Generation old = generations.getLast();
    View view = change.apply(old.view);
    old.replaced.addAll(old.view.manifest().files());
    view.manifest().files().forEach(old.replaced::remove);
    generations.addLast(new Generation(view));
  }

  /** Files that nobody can see any more; each is named once. */
  synchronized List<SealedFile> garbage() {
    List<SealedFile> garbage = new ArrayList<>();
    while (generations.size() > 1 && generations.getFirst().readers == 0) {
      garbage.addAll(generations.removeFirst().replaced);
    }
    return garbage;
  }

  /** A view being read. */
  final class Reading implements AutoCloseable {
    private final Generation generation;

    private Reading(Generation generation) {
      this.generation = generation;
    }

    View view() {
      return generation.view;
    }

    @Override
    public void close() {
      synchronized (Views.this) {
        generation.readers--;
      }
    }
  }
}
