// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/** Reads a metric's metadata from the cursor's place to its limit. */
final class MetaDataDecoder {

  private MetaDataDecoder() {}

  static MetaData decode(WireCursor cursor) {
    Boolean multiPart = null;
    String contentType = null;
    Long size = null;
    Long seq = null;
    String fileName = null;
    String fileType = null;
    String md5 = null;
    String description = null;
    while (cursor.more()) {
      int tag = cursor.tag();
      switch (tag) {
        case 1 << 3 -> multiPart = cursor.varint() != 0;
        case 2 << 3 | 2 -> contentType = cursor.text();
        case 3 << 3 -> size = cursor.varint();
        case 4 << 3 -> seq = cursor.varint();
        case 5 << 3 | 2 -> fileName = cursor.text();
        case 6 << 3 | 2 -> fileType = cursor.text();
        case 7 << 3 | 2 -> md5 = cursor.text();
        case 8 << 3 | 2 -> description = cursor.text();
        default -> cursor.skip(tag);
      }
    }
    return new MetaData(multiPart, contentType, size, seq, fileName, fileType, md5, description);
  }
}
