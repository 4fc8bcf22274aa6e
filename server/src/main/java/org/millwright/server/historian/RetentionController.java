// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.Audit;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is kept for how long, over HTTP. */
@RestController
@RequestMapping("/api/retention")
class RetentionController {

  private final History history;
  private final Audit audit;

  RetentionController(History history, Audit audit) {
    this.history = history;
    this.audit = audit;
  }

  @GetMapping
  @Requires(Permission.ADMINISTER_PLANT)
  Retention retention() {
    return history.retention();
  }

  @PutMapping
  @Requires(Permission.ADMINISTER)
  Retention change(@RequestBody Retention retention) {
    List<Refusal> refusals = retention.refusals();
    if (!refusals.isEmpty()) {
      throw new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, refusals);
    }
    audit.record("retention.change", "history", history.retention() + " → " + retention);
    history.retain(retention);
    return retention;
  }
}
