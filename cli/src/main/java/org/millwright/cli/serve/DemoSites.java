// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.serve;

import java.util.Map;

/** Where the demo's lines stand. */
final class DemoSites {

  record Site(String en, String zh) {}

  private static final Map<String, Site> SITES =
      Map.of(
          "steelworks", new Site("Riverside steelworks", "临河钢铁厂"),
          "tobacco", new Site("Tobacco works", "卷烟厂"),
          "food", new Site("Food works", "食品厂"),
          "magnesia", new Site("Magnesia works", "镁制品厂"),
          "machinery", new Site("Machine works", "机械厂"));

  private static final Map<String, String> SITE_OF_LINE =
      Map.of(
          "hot-strip-mill", "steelworks",
          "cigarette-line", "tobacco",
          "frozen-food-line", "food",
          "magnesia-kiln", "magnesia",
          "machining-cell", "machinery");

  private DemoSites() {}

  static String of(String line) {
    return SITE_OF_LINE.getOrDefault(line, "machinery");
  }

  static Site named(String code) {
    Site site = SITES.get(code);
    if (site == null) {
      throw new IllegalArgumentException("no site " + code);
    }
    return site;
  }
}
