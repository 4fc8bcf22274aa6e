// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A topic filter of MQTT with names for levels: {@code plant/{line}/+/#}, where {@code {line}}
 * matches one level, as {@code +} does, and remembers it.
 */
final class TopicPattern {

  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

  private final String text;
  private final List<String> levels;

  private TopicPattern(String text, List<String> levels) {
    this.text = text;
    this.levels = levels;
  }

  /** The pattern, or null when {@code #} is not last or a wildcard shares its level with text. */
  static @Nullable TopicPattern parse(String text) {
    List<String> levels = List.of(text.split("/", -1));
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      boolean wild = level.indexOf('+') >= 0 || level.indexOf('#') >= 0 || level.indexOf('{') >= 0;
      boolean whole =
          level.equals("+")
              || NAME.matcher(level).matches()
              || (level.equals("#") && i == levels.size() - 1);
      if (wild && !whole) {
        return null;
      }
    }
    return text.isEmpty() ? null : new TopicPattern(text, levels);
  }

  /** The pattern as a plain MQTT filter. */
  String filter() {
    List<String> plain = new ArrayList<>();
    for (String level : levels) {
      plain.add(NAME.matcher(level).matches() ? "+" : level);
    }
    return String.join("/", plain);
  }

  boolean matches(String topic) {
    return match(topic) != null;
  }

  /** The named levels of a topic that matches, null when it does not. */
  @Nullable Map<String, String> match(String topic) {
    String[] parts = topic.split("/", -1);
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      if (level.equals("#")) {
        return named;
      }
      if (i >= parts.length) {
        return null;
      }
      Matcher name = NAME.matcher(level);
      if (name.matches()) {
        named.put(name.group(1), parts[i]);
      } else if (!level.equals("+") && !level.equals(parts[i])) {
        return null;
      }
    }
    // "a/#" also matches "a" by MQTT; the loop above ends one level early then.
    return parts.length == levels.size() ? named : null;
  }

  /** A text with its {@code {name}}s replaced by the levels of a matching topic. */
  static String fill(String template, Map<String, String> named) {
    Matcher name = NAME.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (name.find()) {
      String level = named.getOrDefault(name.group(1), name.group());
      name.appendReplacement(filled, Matcher.quoteReplacement(level));
    }
    return name.appendTail(filled).toString();
  }

  /** The names a template uses that this pattern does not give. */
  List<String> unknownNames(String template) {
    List<String> unknown = new ArrayList<>();
    Matcher name = NAME.matcher(template);
    while (name.find()) {
      if (!levels.contains(name.group())) {
        unknown.add(name.group(1));
      }
    }
    return unknown;
  }

  @Override
  public String toString() {
    return text;
  }
}
