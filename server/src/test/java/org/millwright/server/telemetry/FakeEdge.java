// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.PayloadWriter;

/** An edge node that writes its messages: one counter by alias, and whatever a test adds. */
final class FakeEdge {

  static final String SOURCE = "embedded";
  private final String name;
  private final PayloadWriter writer = new PayloadWriter();
  private int seq;
  private long bdSeq;

  FakeEdge(String name) {
    this.name = name;
  }

  EdgeNodeId id() {
    return new EdgeNodeId(SOURCE, "test/" + name);
  }

  private RawMessage message(String type, long at) {
    String topic = "spBv1.0/test/" + type + '/' + name;
    return new RawMessage(SOURCE, topic, writer.toByteArray(), 1, at);
  }

  RawMessage birth(long at) {
    seq = 0;
    writer.begin(at, seq++);
    writer
        .openMetric()
        .name("bdSeq")
        .timestamp(at)
        .type(DataType.INT64)
        .whole(DataType.INT64, bdSeq)
        .close();
    writer
        .openMetric()
        .name("count")
        .alias(7)
        .timestamp(at)
        .type(DataType.INT64)
        .whole(DataType.INT64, -1)
        .close();
    return message("NBIRTH", at);
  }

  RawMessage data(long at, long value) {
    writer.begin(at, seq++ & 0xFF);
    writer.openMetric().alias(7).timestamp(at).whole(DataType.INT64, value).close();
    return message("NDATA", at);
  }

  RawMessage death(long at) {
    writer.begin(at, PayloadWriter.NO_SEQ);
    writer
        .openMetric()
        .name("bdSeq")
        .timestamp(at)
        .type(DataType.INT64)
        .whole(DataType.INT64, bdSeq)
        .close();
    bdSeq = (bdSeq + 1) & 0xFF;
    return message("NDEATH", at);
  }

  /** The sequence number of the next message is skipped, as if one were lost on the way. */
  void loseOne() {
    seq++;
  }
}
