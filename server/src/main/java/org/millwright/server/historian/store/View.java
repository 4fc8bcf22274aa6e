// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.util.List;

/**
 * All stored samples at one moment, each in exactly one place.
 *
 * @param sealing full blocks, oldest first, not yet in {@code manifest}
 * @param active the block that takes new samples
 * @param manifest the sealed files
 */
record View(List<OpenBlock> sealing, OpenBlock active, Manifest manifest) {

  View {
    sealing = List.copyOf(sealing);
  }

  /** Hands the rows of the open blocks to a visitor. */
  void visitOpen(TagSet wanted, long from, long to, OpenBlock.Visitor visitor) {
    for (OpenBlock block : sealing) {
      block.visit(wanted, from, to, visitor);
    }
    active.visit(wanted, from, to, visitor);
  }
}
