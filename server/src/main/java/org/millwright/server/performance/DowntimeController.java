// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.millwright.server.performance.Downtime.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with stops. */
@RestController
@RequestMapping("/api")
class DowntimeController {

  record Classification(String reason, @Nullable String comment, @Nullable Long version) {}

  record Cut(Instant at, @Nullable Long version) {}

  record Comment(String comment, @Nullable Long version) {}

  record Merge(List<String> ids, String reason, @Nullable String comment) {}

  private final Downtime downtime;

  DowntimeController(Downtime downtime) {
    this.downtime = downtime;
  }

  @PostMapping("/intervals/{id}/classify")
  @Requires(Permission.CLASSIFY)
  List<IntervalView> classify(@PathVariable String id, @RequestBody Classification said) {
    return answer(
        downtime.classify(
            id,
            Objects.requireNonNullElse(said.reason(), ""),
            Objects.requireNonNullElse(said.comment(), ""),
            said.version(),
            permitted(id)));
  }

  @PostMapping("/intervals/{id}/split")
  @Requires(Permission.CLASSIFY)
  List<IntervalView> split(@PathVariable String id, @RequestBody Cut cut) {
    return answer(downtime.split(id, cut.at(), cut.version(), permitted(id)));
  }

  @PostMapping("/intervals/{id}/comment")
  @Requires(Permission.CLASSIFY)
  List<IntervalView> comment(@PathVariable String id, @RequestBody Comment said) {
    return answer(downtime.comment(id, said.comment(), said.version(), permitted(id)));
  }

  @PostMapping("/intervals/merge")
  @Requires(Permission.CLASSIFY)
  List<IntervalView> merge(@RequestBody Merge merge) {
    String by = CurrentUser.get().name();
    for (String id : merge.ids()) {
      by = permitted(id);
    }
    return answer(
        downtime.merge(
            merge.ids(), merge.reason(), Objects.requireNonNullElse(merge.comment(), ""), by));
  }

  /** The name of the user, who may classify at the unit of the interval. */
  private String permitted(String id) {
    CurrentUser user = CurrentUser.get();
    downtime.unit(id).ifPresent(unit -> user.require(Permission.CLASSIFY, unit));
    return user.name();
  }

  private static List<IntervalView> answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> done.intervals();
      case Outcome.Unknown unknown -> throw refusal(HttpStatus.NOT_FOUND, unknown.refusal());
      case Outcome.Outdated outdated -> throw refusal(HttpStatus.CONFLICT, outdated.refusal());
      case Outcome.Refused refused ->
          throw refusal(HttpStatus.UNPROCESSABLE_CONTENT, refused.refusal());
    };
  }

  private static RefusalException refusal(HttpStatus status, Refusal refusal) {
    return new RefusalException(status, refusal);
  }
}
