// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

/**
 * Protocol-buffer fields of fixed width, so that a value can be replaced without moving what
 * follows.
 *
 * <p>A varint may be longer than it must: high groups of zeros with the continuation bit set mean
 * the same number (Protocol Buffers encoding, "Base 128 Varints"), and every decoder reads it.
 */
final class Wire {

  private Wire() {}

  /** Writes a varint in exactly {@code width} bytes. */
  static void varint(byte[] bytes, int at, int width, long value) {
    long rest = value;
    for (int i = 0; i < width - 1; i++) {
      bytes[at + i] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[at + width - 1] = (byte) (rest & 0x7F);
  }

  /** Writes a little-endian 64-bit value. */
  static void fixed64(byte[] bytes, int at, long value) {
    for (int i = 0; i < 8; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }
}
