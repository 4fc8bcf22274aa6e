// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.live;

import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The one stream of server-sent events a browser holds open. */
@RestController
class LiveController {

  private final List<LiveFeed> feeds;
  private final LiveClock clock;

  LiveController(List<LiveFeed> feeds, LiveClock clock) {
    this.feeds = feeds;
    this.clock = clock;
  }

  /**
   * Opens the stream.
   *
   * @param topics what to watch, such as {@code overview} or {@code line:works/hall/press-line};
   *     the topic {@code line} and its kin take the path of a node
   */
  @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires(Permission.VIEW)
  SseEmitter open(@RequestParam List<String> topics) {
    var user = CurrentUser.get();
    var watches = topics.stream().map(topic -> watch(topic, user)).toList();
    var stream = new LiveStream(watches);
    clock.start(stream);
    return stream.emitter();
  }

  private LiveFeed.Watch watch(String topic, CurrentUser user) {
    int colon = topic.indexOf(':');
    String name = colon < 0 ? topic : topic.substring(0, colon);
    String argument = colon < 0 ? "" : topic.substring(colon + 1);
    return feeds.stream()
        .filter(feed -> feed.topic().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name))
        .open(argument, user);
  }

  private RefusalException unknown(String name) {
    return new RefusalException(
        HttpStatus.NOT_FOUND,
        Refusal.of(
            "LIVE-TOPIC",
            "topics",
            "There is no topic \""
                + name
                + "\"; there are "
                + feeds.stream().map(LiveFeed::topic).sorted().toList()
                + "."));
  }
}
