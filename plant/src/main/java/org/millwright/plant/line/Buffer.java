// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import org.millwright.plant.archetype.PhysicsSpec.BufferSpec;

/**
 * Pieces waiting in front of a machine. Nothing appears or vanishes: at any time initial + put =
 * taken + scrapped + level.
 */
public final class Buffer {

  private final int capacity;
  private final int initial;
  private final double restartShare;
  private int level;
  private long put;
  private long taken;
  private long scrapped;
  private int product;
  private boolean draining;

  Buffer(BufferSpec spec) {
    capacity = spec.capacity();
    initial = spec.initial();
    restartShare = spec.restartShare();
    level = initial;
  }

  /** Pieces in it now. */
  public int level() {
    return level;
  }

  /** Pieces it can hold. */
  public int capacity() {
    return capacity;
  }

  /** Pieces in it at the beginning. */
  public int initial() {
    return initial;
  }

  /** Pieces put into it since the beginning. */
  public long put() {
    return put;
  }

  /** Pieces taken out for further work since the beginning. */
  public long taken() {
    return taken;
  }

  /** Pieces thrown away at changes of product since the beginning. */
  public long scrapped() {
    return scrapped;
  }

  /** Free places for pieces of that product; none while the buffer is set up for another. */
  int room(int ofProduct) {
    return ofProduct == product ? capacity - level : 0;
  }

  void put(int pieces) {
    if (pieces < 0 || pieces > capacity - level) {
      throw new IllegalArgumentException(pieces + " pieces do not fit: " + level + "/" + capacity);
    }
    level += pieces;
    put += pieces;
  }

  void take(int pieces) {
    if (pieces < 0 || pieces > level) {
      throw new IllegalArgumentException(pieces + " pieces are not there: " + level);
    }
    level -= pieces;
    taken += pieces;
  }

  /** Throws the remainder away and takes another product from now on. */
  void changeTo(int newProduct) {
    scrapped += level;
    level = 0;
    product = newProduct;
    draining = false;
  }

  /** The machine in front makes another product: the one behind may use up what is left. */
  void drain() {
    draining = true;
  }

  /** Enough for the starved machine behind to start again. */
  boolean refilled(int piecesForOne) {
    return level >= piecesForOne && (draining || level >= restartShare * capacity);
  }

  /** Enough free for the blocked machine in front to start again. */
  boolean relieved(int piecesOfOne, int ofProduct) {
    int room = room(ofProduct);
    return room >= piecesOfOne && room >= restartShare * capacity;
  }
}
