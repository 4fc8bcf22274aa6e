// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds the encoding of a text by decoding it strictly: a byte order mark first, then UTF-8, which
 * other encodings almost never satisfy by chance, then GB18030, the superset of GBK and GB 2312
 * that spreadsheets in China write.
 */
final class TextEncoding {

  sealed interface Outcome {}

  /** A text without its byte order mark. */
  record Decoded(String encoding, String text) implements Outcome {}

  /** No known encoding fits; {@code offset} is where UTF-8 failed. */
  record Unknown(int offset) implements Outcome {}

  @SuppressWarnings("ArrayRecordComponent") // constants, never compared
  private record Marked(Charset charset, int... mark) {}

  private static final List<Marked> MARKS =
      List.of(
          new Marked(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
          new Marked(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
          new Marked(StandardCharsets.UTF_16LE, 0xFF, 0xFE));

  private TextEncoding() {}

  static Outcome decode(byte[] bytes) {
    for (Marked marked : MARKS) {
      if (startsWith(bytes, marked.mark())) {
        int offset = marked.mark().length;
        return strictly(marked.charset(), bytes, offset);
      }
    }
    Outcome utf8 = strictly(StandardCharsets.UTF_8, bytes, 0);
    if (utf8 instanceof Decoded || contains(bytes, (byte) 0)) {
      return utf8;
    }
    Outcome gb = strictly(Charset.forName("GB18030"), bytes, 0);
    return gb instanceof Decoded ? gb : utf8;
  }

  private static Outcome strictly(Charset charset, byte[] bytes, int offset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
    var out = CharBuffer.allocate(bytes.length - offset + 1);
    var result = decoder.decode(in, out, true);
    if (result.isError()) {
      return new Unknown(in.position());
    }
    decoder.flush(out);
    return new Decoded(charset.name(), out.flip().toString());
  }

  private static boolean startsWith(byte[] bytes, int[] mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] bytes, byte wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }
}
