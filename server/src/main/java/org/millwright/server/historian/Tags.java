// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The register of tags: address to number and back. Safe for any thread; entries survive restarts.
 */
public interface Tags {

  /**
   * The number of {@code address}, registered now if it is new. Allocates; call it per birth, not
   * per sample.
   */
  int number(TagAddress address);

  /** The number of {@code address} if it is registered. */
  OptionalInt find(TagAddress address);

  /** Remembers what the last birth said about a tag. */
  void describe(int number, String type, String unit, Map<String, String> properties);

  /** The tag with this number, empty when none has it. */
  Optional<Tag> tag(int number);

  /**
   * Tags whose address contains every word of {@code words} (blank separated, case ignored), by
   * number.
   */
  List<Tag> search(String words, int limit);

  /** How many tags there are; numbers run from 0 to this minus one. */
  int size();
}
