// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.List;
import org.millwright.server.historian.Tags;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds tags. */
@RestController
class TagsController {

  private static final int MOST = 10_000;

  record FoundTag(
      int tag, String address, String node, String property, String unit, String type) {}

  private final Tags tags;
  private final UnitTags units;

  TagsController(Tags tags, UnitTags units) {
    this.tags = tags;
    this.units = units;
  }

  /**
   * Tags by node of the hierarchy and words of their address. A tag that belongs to no work unit is
   * shown to those who may view everything.
   */
  @GetMapping("/api/tags")
  @Requires(Permission.VIEW)
  List<FoundTag> tags(
      @RequestParam(defaultValue = "") String node,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1000") int limit) {
    CurrentUser user = CurrentUser.get();
    return units.place(tags.search(q, tags.size())).stream()
        .filter(placed -> isBelow(placed.unit(), node) && user.may(Permission.VIEW, placed.unit()))
        .limit(Math.clamp(limit, 1, MOST))
        .map(placed ->
            new FoundTag(
                placed.tag().number(),
                placed.tag().address().toString(),
                placed.unit(),
                placed.property(),
                placed.tag().unit(),
                placed.tag().type()))
        .toList();
  }

  private static boolean isBelow(String unit, String node) {
    return node.isEmpty() || unit.equals(node) || unit.startsWith(node + '/');
  }
}
