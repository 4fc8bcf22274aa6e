// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.util.BitSet;
import java.util.Collection;

/** Tags to look for: one is compared directly, more are looked up in a bit set. */
sealed interface TagSet {

  /** All tags. */
  TagSet EVERY = new Every();

  boolean contains(int tag);

  /** The set of {@code tags}. */
  static TagSet of(Collection<Integer> tags) {
    if (tags.size() == 1) {
      return new One(tags.iterator().next());
    }
    BitSet bits = new BitSet();
    tags.forEach(bits::set);
    return new Many(bits);
  }

  /** Every tag. */
  record Every() implements TagSet {
    @Override
    public boolean contains(int tag) {
      return true;
    }
  }

  /** A single tag. */
  record One(int only) implements TagSet {
    @Override
    public boolean contains(int tag) {
      return tag == only;
    }
  }

  /** Some tags. */
  record Many(BitSet bits) implements TagSet {
    @Override
    public boolean contains(int tag) {
      return bits.get(tag);
    }
  }
}
