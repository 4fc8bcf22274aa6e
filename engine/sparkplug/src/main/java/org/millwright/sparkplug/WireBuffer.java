// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing protobuf bytes. */
final class WireBuffer {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MAX_VARINT = 10;

  byte[] bytes = new byte[1024];
  int position;

  private void reserve(int more) {
    if (bytes.length - position < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(position, more), 2 * bytes.length));
    }
  }

  private void raw(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[position++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[position++] = (byte) rest;
  }

  void varint(int field, long value) {
    reserve(2 * MAX_VARINT);
    raw((long) field << 3);
    raw(value);
  }

  void fixed32(int field, int value) {
    reserve(MAX_VARINT + Integer.BYTES);
    raw((long) field << 3 | 5);
    INT.set(bytes, position, value);
    position += Integer.BYTES;
  }

  void fixed64(int field, long value) {
    reserve(MAX_VARINT + Long.BYTES);
    raw((long) field << 3 | 1);
    LONG.set(bytes, position, value);
    position += Long.BYTES;
  }

  void bytes(int field, byte[] value) {
    reserve(2 * MAX_VARINT + value.length);
    raw((long) field << 3 | 2);
    raw(value.length);
    System.arraycopy(value, 0, bytes, position, value.length);
    position += value.length;
  }

  /** Writes ASCII in place; other texts through a copy. */
  void text(int field, String value) {
    int length = value.length();
    reserve(2 * MAX_VARINT + length);
    int start = position;
    raw((long) field << 3 | 2);
    raw(length);
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        position = start;
        bytes(field, value.getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[position++] = (byte) c;
    }
  }

  /**
   * Opens a nested message with one byte kept for its length; give the result to {@link #close}.
   */
  int open(int field) {
    reserve(MAX_VARINT + 1);
    raw((long) field << 3 | 2);
    return ++position;
  }

  /** Writes the length; a message of 128 bytes or more moves up to make room for it. */
  void close(int start) {
    int length = position - start;
    int room = 1;
    for (int rest = length >>> 7; rest != 0; rest >>>= 7) {
      room++;
    }
    if (room > 1) {
      reserve(room);
      System.arraycopy(bytes, start, bytes, start + room - 1, length);
    }
    position = start - 1;
    raw(length);
    position += length;
  }
}
