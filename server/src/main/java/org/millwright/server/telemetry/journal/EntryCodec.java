// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.millwright.server.telemetry.RawMessage;

/**
 * An entry in bytes: length of the body (4), CRC-32C of the body (4), then the body: position (8),
 * arrival (8), QoS (1), length and bytes of source (2+) and topic (2+), payload (the rest). Big
 * endian.
 */
final class EntryCodec {

  static final int HEAD = 8;
  private static final int FIXED = 8 + 8 + 1 + 2 + 2;

  /** What no entry is longer than; a longer length is damage. */
  static final int LONGEST = 1 << 28;

  private EntryCodec() {}

  static byte[] encode(Entry entry) {
    RawMessage message = entry.message();
    byte[] source = message.source().getBytes(StandardCharsets.UTF_8);
    byte[] topic = message.topic().getBytes(StandardCharsets.UTF_8);
    int body = FIXED + source.length + topic.length + message.payload().length;
    ByteBuffer buffer = ByteBuffer.allocate(HEAD + body);
    buffer
        .putInt(body)
        .putInt(0)
        .putLong(entry.position())
        .putLong(message.arrival())
        .put((byte) message.qos());
    buffer.putShort((short) source.length).put(source).putShort((short) topic.length).put(topic);
    buffer.put(message.payload());
    buffer.putInt(4, crc(buffer.array(), HEAD, body));
    return buffer.array();
  }

  /** The entry of a body, null when it is damaged. */
  static @Nullable Entry decode(byte[] body, int crc) {
    if (crc(body, 0, body.length) != crc || body.length < FIXED) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(body);
    long position = buffer.getLong();
    long arrival = buffer.getLong();
    int qos = buffer.get();
    String source = text(buffer);
    String topic = text(buffer);
    byte[] payload = new byte[buffer.remaining()];
    buffer.get(payload);
    return new Entry(position, new RawMessage(source, topic, payload, qos, arrival));
  }

  private static String text(ByteBuffer buffer) {
    byte[] bytes = new byte[Short.toUnsignedInt(buffer.getShort())];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
