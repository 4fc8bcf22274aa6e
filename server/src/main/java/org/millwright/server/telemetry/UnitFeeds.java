// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The work units that one edge node feeds. */
final class UnitFeeds {

  /** A metric's way into a work unit. */
  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  record Way(UnitFeed feed, int[] properties) {}

  private final EdgeNodeId node;
  private final WorkUnitSink sink;
  private List<UnitFeed> feeds = List.of();
  private @Nullable Following seen;

  UnitFeeds(EdgeNodeId node, WorkUnitSink sink) {
    this.node = node;
    this.sink = sink;
  }

  /**
   * Takes over what the equipment wishes now; units that did not change go on undisturbed.
   *
   * @return whether anything changed, so that ways have to be asked for again
   */
  @SuppressWarnings("ReferenceEquality") // the same object means that nothing changed
  boolean follow(Following following, long now) {
    if (following == seen) {
      return false;
    }
    seen = following;
    List<Followed> wanted = following.of(node);
    if (wanted.equals(feeds.stream().map(UnitFeed::followed).toList())) {
      return false;
    }
    List<UnitFeed> kept = new ArrayList<>(feeds);
    kept.removeIf(feed -> !wanted.contains(feed.followed()));
    feeds.stream().filter(feed -> !kept.contains(feed)).forEach(feed -> feed.close(now));
    List<UnitFeed> next = new ArrayList<>();
    for (Followed followed : wanted) {
      next.add(
          kept.stream()
              .filter(feed -> feed.followed().equals(followed))
              .findFirst()
              .orElseGet(() -> new UnitFeed(followed, sink)));
    }
    feeds = List.copyOf(next);
    return true;
  }

  /** The ways of a metric, none when no unit wants it. */
  List<Way> ways(String device, String metric) {
    List<Way> ways = new ArrayList<>();
    for (UnitFeed feed : feeds) {
      int[] properties = feed.fills(device, metric);
      if (properties != null) {
        ways.add(new Way(feed, properties));
      }
    }
    return List.copyOf(ways);
  }

  void died(String device, long time, long position) {
    feeds.forEach(feed -> feed.died(device, time, position));
  }

  void tick(long now) {
    for (UnitFeed feed : feeds) {
      feed.tick(now);
    }
  }

  void close(long now) {
    feeds.forEach(feed -> feed.close(now));
    feeds = List.of();
  }
}
