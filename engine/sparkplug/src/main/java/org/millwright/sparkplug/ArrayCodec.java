// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Arrays in a bytes field (Sparkplug 3.0, 6.4.17): numbers little-endian one after the other;
 * Booleans a 32-bit count, then bits from the highest of each byte; strings each closed by a zero
 * byte.
 */
final class ArrayCodec {

  private ArrayCodec() {}

  static Value decode(WireCursor cursor, int offset, int length, DataType type) {
    if (!ValueKind.BYTES.holds(type)) {
      cursor.fail(Fault.VALUE);
      return new Value.Absent(type);
    }
    if (!type.isArray()) {
      byte[] copy = Arrays.copyOfRange(cursor.bytes, offset, offset + length);
      return new Value.Binary(type, copy);
    }
    return switch (type) {
      case BOOLEAN_ARRAY -> booleans(cursor, offset, length);
      case STRING_ARRAY -> strings(cursor, offset, length);
      default -> numbers(cursor, offset, length, type);
    };
  }

  private static Value numbers(WireCursor cursor, int offset, int length, DataType type) {
    int width = type.width();
    if (length % width != 0) {
      cursor.fail(Fault.ARRAY);
      return new Value.Absent(type);
    }
    ByteBuffer in = little(cursor.bytes, offset, length);
    if (type.element().isReal()) {
      double[] reals = new double[length / width];
      Arrays.setAll(reals, i -> width == Float.BYTES ? in.getFloat() : in.getDouble());
      return new Value.RealArray(type, reals);
    }
    long[] wholes = new long[length / width];
    Arrays.setAll(wholes, i -> type.element().extend(whole(in, width)));
    return new Value.WholeArray(type, wholes);
  }

  private static ByteBuffer little(byte[] bytes, int offset, int length) {
    return ByteBuffer.wrap(bytes, offset, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long whole(ByteBuffer in, int width) {
    return switch (width) {
      case 1 -> in.get();
      case 2 -> in.getShort();
      case 4 -> in.getInt();
      default -> in.getLong();
    };
  }

  private static Value booleans(WireCursor cursor, int offset, int length) {
    ByteBuffer in = little(cursor.bytes, offset, length);
    int count = length < Integer.BYTES ? -1 : in.getInt();
    if (count < 0 || (count + 7L) / 8 != in.remaining()) {
      cursor.fail(Fault.ARRAY);
      return new Value.Absent(DataType.BOOLEAN_ARRAY);
    }
    boolean[] flags = new boolean[count];
    int bits = in.position();
    for (int i = 0; i < count; i++) {
      flags[i] = (in.get(bits + i / 8) & 0x80 >>> i % 8) != 0;
    }
    return new Value.BoolArray(flags);
  }

  private static Value strings(WireCursor cursor, int offset, int length) {
    List<String> texts = new ArrayList<>();
    int start = offset;
    for (int at = offset; at < offset + length; at++) {
      if (cursor.bytes[at] == 0) {
        texts.add(cursor.text(start, at - start));
        start = at + 1;
      }
    }
    if (start != offset + length) {
      cursor.fail(Fault.ARRAY);
    }
    return new Value.TextArray(texts);
  }

  static byte[] encode(Value.WholeArray array) {
    int width = array.type().width();
    byte[] bytes = new byte[array.value().length * width];
    ByteBuffer out = little(bytes, 0, bytes.length);
    for (long element : array.value()) {
      switch (width) {
        case 1 -> out.put((byte) element);
        case 2 -> out.putShort((short) element);
        case 4 -> out.putInt((int) element);
        default -> out.putLong(element);
      }
    }
    return bytes;
  }

  static byte[] encode(Value.RealArray array) {
    int width = array.type().width();
    byte[] bytes = new byte[array.value().length * width];
    ByteBuffer out = little(bytes, 0, bytes.length);
    for (double element : array.value()) {
      if (width == Float.BYTES) {
        out.putFloat((float) element);
      } else {
        out.putDouble(element);
      }
    }
    return bytes;
  }

  static byte[] encode(Value.BoolArray array) {
    boolean[] flags = array.value();
    byte[] bytes = new byte[Integer.BYTES + (flags.length + 7) / 8];
    little(bytes, 0, bytes.length).putInt(flags.length);
    for (int i = 0; i < flags.length; i++) {
      if (flags[i]) {
        bytes[Integer.BYTES + i / 8] |= (byte) (0x80 >>> i % 8);
      }
    }
    return bytes;
  }

  static byte[] encode(Value.TextArray array) {
    StringBuilder joined = new StringBuilder();
    array.value().forEach(text -> joined.append(text).append('\0'));
    return joined.toString().getBytes(StandardCharsets.UTF_8);
  }
}
