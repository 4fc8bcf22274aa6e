// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Slows down guessing: after five failures in a row each further one doubles the wait. */
@Component
class LoginThrottle {

  private static final int FREE_FAILURES = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int REMEMBERED = 100_000;

  private record Failures(int count, Instant until) {}

  private final Map<String, Failures> failures = new ConcurrentHashMap<>();
  private final Clock clock;

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** How long this key has still to wait; zero when it may try. */
  Duration wait(String key) {
    Failures known = failures.get(key);
    if (known == null) {
      return Duration.ZERO;
    }
    var left = Duration.between(clock.instant(), known.until());
    return left.isNegative() ? Duration.ZERO : left;
  }

  void failed(String key) {
    if (failures.size() > REMEMBERED) {
      failures.values().removeIf(known -> known.until().isBefore(clock.instant()));
    }
    failures.merge(
        key,
        new Failures(1, clock.instant()),
        (known, ignored) -> new Failures(known.count() + 1, until(known.count() + 1)));
  }

  void succeeded(String key) {
    failures.remove(key);
  }

  private Instant until(int count) {
    if (count < FREE_FAILURES) {
      return clock.instant();
    }
    int doublings = Math.min(count - FREE_FAILURES, 10);
    var wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }
}
