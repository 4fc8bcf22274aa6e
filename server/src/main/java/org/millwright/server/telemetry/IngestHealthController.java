// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ingest's figures over HTTP. */
@RestController
class IngestHealthController {

  private final IngestHealth health;

  IngestHealthController(IngestHealth health) {
    this.health = health;
  }

  @GetMapping("/api/health/ingest")
  @Requires(Permission.VIEW)
  IngestHealth.Report ingest() {
    return health.report();
  }
}
