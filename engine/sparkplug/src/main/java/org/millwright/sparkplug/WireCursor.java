// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A place in protobuf bytes that only moves forward.
 *
 * <p>The first fault stops it for good: from then on {@link #more} is false and every read gives 0,
 * so a loop over fields ends by itself and callers check {@link #fault} once, at the end.
 */
final class WireCursor {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Templates in templates; far beyond any real plant, well below the stack's end. */
  private static final int MAX_DEPTH = 32;

  byte[] bytes = {};
  int position;
  int limit;
  private int depth;
  private int faultPosition;
  private @Nullable Fault fault;

  void reset(byte[] source, int from, int to) {
    bytes = source;
    position = from;
    limit = to;
    depth = 0;
    fault = null;
  }

  boolean more() {
    return position < limit;
  }

  @Nullable Fault fault() {
    return fault;
  }

  int faultPosition() {
    return faultPosition;
  }

  void fail(Fault why) {
    if (fault == null) {
      fault = why;
      faultPosition = position;
    }
    position = Integer.MAX_VALUE;
  }

  /**
   * Field number times eight plus wire type; 0 after a fault. Bits above the 32nd are dropped, as
   * Google's library drops them.
   */
  int tag() {
    int tag = (int) varint();
    if (fault == null && tag >>> 3 == 0) {
      fail(Fault.TAG);
    }
    return fault == null ? tag : 0;
  }

  long varint() {
    if (position >= limit) {
      fail(Fault.TRUNCATED);
      return 0;
    }
    byte first = bytes[position];
    if (first >= 0) {
      position++;
      return first;
    }
    return longVarint(first & 0x7F);
  }

  private long longVarint(long value) {
    int at = position + 1;
    for (int shift = 7; shift < 70; shift += 7) {
      if (at >= limit) {
        fail(Fault.TRUNCATED);
        return 0;
      }
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        position = at;
        return value;
      }
    }
    fail(Fault.VARINT);
    return 0;
  }

  int fixed32() {
    if (position > limit - Integer.BYTES) {
      fail(Fault.TRUNCATED);
      return 0;
    }
    int value = (int) INT.get(bytes, position);
    position += Integer.BYTES;
    return value;
  }

  long fixed64() {
    if (position > limit - Long.BYTES) {
      fail(Fault.TRUNCATED);
      return 0;
    }
    long value = (long) LONG.get(bytes, position);
    position += Long.BYTES;
    return value;
  }

  /** Reads a length and makes sure that as many bytes follow; 0 after a fault. */
  int length() {
    int length = (int) varint();
    if (length < 0 || length > limit - position) {
      fail(Fault.TRUNCATED);
      return 0;
    }
    return length;
  }

  /** Passes over a length and that many bytes; tells how many. */
  int pass() {
    int length = length();
    position += length;
    return length;
  }

  /** Narrows the cursor to {@code length} bytes from here; give the result to {@link #leave}. */
  int enter(int length) {
    int outer = limit;
    if (++depth > MAX_DEPTH) {
      fail(Fault.DEPTH);
    }
    if (fault == null) {
      limit = position + length;
    }
    return outer;
  }

  void leave(int outer) {
    depth--;
    if (fault == null) {
      position = limit;
      limit = outer;
    }
  }

  /** Passes over a field no one here knows. */
  void skip(int tag) {
    switch (tag & 7) {
      case 0 -> varint();
      case 1 -> fixed64();
      case 2 -> pass();
      case 3 -> skipGroup(tag);
      case 5 -> fixed32();
      default -> fail(Fault.TAG);
    }
  }

  private void skipGroup(int start) {
    if (++depth > MAX_DEPTH) {
      fail(Fault.DEPTH);
      return;
    }
    int end = start + 1;
    while (fault == null) {
      int tag = tag();
      if (tag == end) {
        break;
      }
      if (fault == null) {
        skip(tag);
      }
    }
    depth--;
  }

  String text(int offset, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, offset, length))
          .toString();
    } catch (CharacterCodingException malformed) {
      fail(Fault.UTF8);
      return "";
    }
  }

  /** Reads a length and that many bytes as text. */
  String text() {
    int length = length();
    String text = fault == null ? text(position, length) : "";
    if (fault == null) {
      position += length;
    }
    return text;
  }
}
