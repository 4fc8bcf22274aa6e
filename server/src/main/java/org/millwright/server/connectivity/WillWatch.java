// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import com.hivemq.extension.sdk.api.events.client.ClientLifecycleEventListener;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationSuccessfulInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ClientInitiatedDisconnectInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionStartInput;
import com.hivemq.extension.sdk.api.events.client.parameters.DisconnectEventInput;
import com.hivemq.extension.sdk.api.packets.connect.WillPublishPacket;
import com.hivemq.extension.sdk.api.packets.general.DisconnectedReasonCode;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the will of one connection when it ends: HiveMQ publishes wills past all interceptors, and
 * an NDEATH is a will.
 *
 * <p>A delay of MQTT 5 is not waited for: the node is away now. Should it come back in time, its
 * births say so.
 */
final class WillWatch implements ClientLifecycleEventListener {

  private final OpenConnections connections;
  private final Intake intake;
  private @Nullable WillPublishPacket will;
  private @Nullable Credential credential;

  WillWatch(OpenConnections connections, Intake intake) {
    this.connections = connections;
    this.intake = intake;
  }

  @Override
  public void onMqttConnectionStart(ConnectionStartInput input) {
    will = input.getConnectPacket().getWillPublish().orElse(null);
  }

  @Override
  public void onAuthenticationSuccessful(AuthenticationSuccessfulInput input) {
    credential = connections.of(input).orElse(null);
  }

  @Override
  public void onClientInitiatedDisconnect(ClientInitiatedDisconnectInput input) {
    // MQTT 3.1.1: DISCONNECT discards the will. MQTT 5 may ask for it all the same.
    if (input.getReasonCode().orElse(null) != DisconnectedReasonCode.DISCONNECT_WITH_WILL_MESSAGE) {
      will = null;
    }
    onDisconnect(input);
  }

  @Override
  public void onDisconnect(DisconnectEventInput input) {
    Credential of = credential;
    WillPublishPacket left = will;
    will = null;
    if (of == null) {
      return;
    }
    connections.closed(input);
    if (left != null && of.rights().mayPublish(left.getTopic())) {
      byte[] payload = left.getPayload().map(WillWatch::bytes).orElse(new byte[0]);
      intake.offer(EmbeddedBroker.SOURCE, left.getTopic(), payload, left.getQos().getQosNumber());
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(buffer.position(), bytes);
    return bytes;
  }
}
