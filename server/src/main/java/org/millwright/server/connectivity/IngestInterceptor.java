// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import com.hivemq.extension.sdk.api.services.session.ClientService;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.millwright.server.telemetry.IngestQueue.Offer;

/**
 * Takes one client's messages in the process, before HiveMQ looks for subscribers.
 *
 * <p>A message of QoS 1 or 2 that the queue does not take ends the connection: MQTT 3.1.1 knows no
 * negative acknowledgement, and the sender must keep the message and send it again.
 */
final class IngestInterceptor implements PublishInboundInterceptor {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final byte[] EMPTY = {};

  private final Rights rights;
  private final Intake intake;
  private final ClientService clients;

  IngestInterceptor(Rights rights, Intake intake, ClientService clients) {
    this.rights = rights;
    this.intake = intake;
    this.clients = clients;
  }

  @Override
  public void onInboundPublish(PublishInboundInput input, PublishInboundOutput output) {
    PublishPacket packet = input.getPublishPacket();
    if (!rights.mayPublish(packet.getTopic())) {
      // HiveMQ authorises after interceptors: it refuses the message in the way of each version.
      intake.denied(EmbeddedBroker.SOURCE);
      return;
    }
    int qos = packet.getQos().getQosNumber();
    CompletableFuture<Offer> offered =
        intake
            .offer(EmbeddedBroker.SOURCE, packet.getTopic(), payload(packet), qos)
            .toCompletableFuture();
    if (qos == 0) {
      return;
    }
    if (offered.isDone() && offered.join() instanceof Offer.Taken) {
      return;
    }
    Async<PublishInboundOutput> async =
        output.async(LIMIT, TimeoutFallback.FAILURE, AckReasonCode.QUOTA_EXCEEDED);
    String client = input.getClientInformation().getClientId();
    var _ = offered.whenComplete((offer, failure) -> finish(client, offer, async));
  }

  private void finish(String client, Offer offer, Async<PublishInboundOutput> async) {
    if (offer instanceof Offer.Taken) {
      async.resume();
      return;
    }
    var _ =
        clients
            .disconnectClient(client)
            .whenComplete((gone, failure) -> {
              async.getOutput().preventPublishDelivery(AckReasonCode.QUOTA_EXCEEDED);
              async.resume();
            });
  }

  private static byte[] payload(PublishPacket packet) {
    ByteBuffer buffer = packet.getPayload().orElse(null);
    if (buffer == null) {
      return EMPTY;
    }
    byte[] payload = new byte[buffer.remaining()];
    buffer.get(buffer.position(), payload);
    return payload;
  }
}
