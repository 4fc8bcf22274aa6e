// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON of a STATE message (Sparkplug 3.0, 6.4.25, tck-id-host-topic-phid-birth-payload).
 *
 * @param online whether the host application is there
 * @param timestamp of the host's connection, milliseconds since the epoch
 */
public record StatePayload(boolean online, long timestamp) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** The bytes to publish. */
  public byte[] encode() {
    return ("{\"online\":" + online + ",\"timestamp\":" + timestamp + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a payload; members it does not know are passed over. */
  public static Decoded<StatePayload> parse(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      StatePayload state = read(parser);
      return state == null ? refused() : new Decoded.Good<>(state);
    } catch (JacksonException malformed) {
      return refused();
    }
  }

  private static @Nullable StatePayload read(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    Boolean online = null;
    Long timestamp = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("online") && value.isBoolean()) {
        online = value == JsonToken.VALUE_TRUE;
      } else if (name.equals("timestamp") && value == JsonToken.VALUE_NUMBER_INT) {
        timestamp = parser.getLongValue();
      } else {
        parser.skipChildren();
      }
    }
    return online == null || timestamp == null ? null : new StatePayload(online, timestamp);
  }

  private static Decoded<StatePayload> refused() {
    return new Decoded.Refused<>(
        new Refusal(
            "SPARKPLUG-STATE",
            "",
            "A STATE message is not {\"online\":…,\"timestamp\":…}.",
            "the host application speaks Sparkplug 2.2, whose STATE is ONLINE or OFFLINE."));
  }
}
