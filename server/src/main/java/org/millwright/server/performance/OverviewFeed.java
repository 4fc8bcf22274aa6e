// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.live.LiveFeed;
import org.millwright.server.live.LiveSink;
import org.springframework.stereotype.Component;

/**
 * {@code event: overview}: the whole installation, once a second. Browsers whose users see the same
 * part share one computation.
 */
@Component
class OverviewFeed implements LiveFeed {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Performance performance;
  private final Clock clock;
  private final Map<List<Grant>, Overview> latest = new ConcurrentHashMap<>();

  OverviewFeed(Performance performance, Clock clock) {
    this.performance = performance;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "overview";
  }

  @Override
  public Watch open(String argument, CurrentUser user) {
    return new Watch() {
      private Instant sent = Instant.MIN;

      @Override
      public void poll(LiveSink sink) {
        Overview now = latest(user);
        if (now.at().isAfter(sent)) {
          sink.send("overview", now);
          sent = now.at();
        }
      }
    };
  }

  private Overview latest(CurrentUser user) {
    Instant now = clock.instant();
    return latest.compute(
        user.grants(),
        (grants, known) ->
            known != null && known.at().plus(FRESH).isAfter(now)
                ? known
                : performance.overview(user::sees));
  }
}
