// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.millwright.server.telemetry.EdgeNodeId;

/**
 * An edge node ({@code device} empty) or one of its devices.
 *
 * @param edgeNode {@code group/node}
 */
record DeviceId(String source, String edgeNode, String device) {

  private static final char SEPARATOR = '\n';

  static DeviceId of(EdgeNodeId node, String device) {
    return new DeviceId(node.source(), node.edgeNode(), device);
  }

  EdgeNodeId node() {
    return new EdgeNodeId(source, edgeNode);
  }

  /** Group of the edge node; empty when it has none, as plain senders may. */
  String group() {
    int slash = edgeNode.indexOf('/');
    return slash < 0 ? "" : edgeNode.substring(0, slash);
  }

  /** The edge node without its group. */
  String nodeName() {
    return edgeNode.substring(edgeNode.indexOf('/') + 1);
  }

  /** The identifier in addresses of the HTTP API: any name fits into one path segment. */
  String encoded() {
    String all = source + SEPARATOR + edgeNode + SEPARATOR + device;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(all.getBytes(StandardCharsets.UTF_8));
  }

  /** The identifier back from an address, null when it is none. */
  static @Nullable DeviceId decode(String encoded) {
    try {
      String all = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      int first = all.indexOf(SEPARATOR);
      int second = all.indexOf(SEPARATOR, first + 1);
      return first < 0 || second < 0
          ? null
          : new DeviceId(
              all.substring(0, first), all.substring(first + 1, second), all.substring(second + 1));
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
