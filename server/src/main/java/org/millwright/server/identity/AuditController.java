// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading the audit log; nothing writes it over HTTP. */
@RestController
@RequestMapping("/api/audit")
@Requires(Permission.ADMINISTER)
class AuditController {

  private static final int MOST_LINES = 500;

  record Integrity(boolean intact, long firstBrokenLine) {}

  private final Audit audit;

  AuditController(Audit audit) {
    this.audit = audit;
  }

  @GetMapping
  List<Audit.Line> lines(
      @RequestParam(defaultValue = "9223372036854775807") long before,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "100") int limit) {
    return audit.lines(before, q, Math.clamp(limit, 1, MOST_LINES));
  }

  @GetMapping("/integrity")
  Integrity integrity() {
    long broken = audit.firstBrokenLine();
    return new Integrity(broken == 0, broken);
  }
}
