// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.millwright.server.PlatformTest;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.identity.Role;
import org.millwright.server.telemetry.LiveValues;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.Payload;
import org.millwright.sparkplug.PayloadDecoder;
import org.millwright.sparkplug.PayloadWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;

/** An edge node over TLS, through the real pipeline, and commands to it and its device. */
@PlatformTest
class SecureEdgeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String PASSWORD = "a password of the test";

  @Autowired private MqttSettings settings;
  @Autowired private Credentials credentials;
  @Autowired private DeviceRegistry registry;
  @Autowired private LiveValues live;
  @Autowired private Tags tags;
  @Autowired private JdbcClient jdbc;
  @Autowired private MockMvc web;

  private final List<Mqtt3Publish> commands = new CopyOnWriteArrayList<>();
  private final PayloadWriter writer = new PayloadWriter();
  private Mqtt3AsyncClient client;

  @AfterEach
  void leave() {
    Answered.by(client.disconnect());
  }

  @Test
  void anEdgeNodeOverTlsIsHeardAndCommandedByThoseWhoMay() throws Exception {
    credentials.save(
        new Credential("vault", Credential.Kind.SPARKPLUG, "secure", "vault", "", Instant.EPOCH),
        PASSWORD,
        "test");
    connect("vault");
    birth();

    DeviceId saw = new DeviceId("embedded", "secure/vault", "saw");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(registry.find(saw).map(DeviceEntry::state))
                .contains(DeviceEntry.State.ONLINE));
    int tag = tags.find(new TagAddress("embedded", "secure/vault", "saw", "speed")).orElseThrow();
    await().atMost(PATIENCE).until(() -> live.value(tag).isPresent());
    assertThat(live.value(tag).orElseThrow().value()).isEqualTo(12);

    assertThat(command(saw, Role.VIEWER)).isEqualTo(403);
    assertThat(audited()).isEmpty();
    assertThat(denied(saw)).containsExactly("someone POST");

    assertThat(command(saw, Role.ADMINISTRATOR)).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> !commands.isEmpty());
    Payload sent = new PayloadDecoder().decode(commands.getFirst().getPayloadAsBytes()).orNull();
    assertThat(commands.getFirst().getTopic()).hasToString("spBv1.0/secure/DCMD/vault/saw");
    assertThat(sent.metrics().getFirst().name()).isEqualTo("speed");
    assertThat(audited()).containsExactly("someone device.command speed := 77 (Int32)");

    DeviceId node = new DeviceId("embedded", "secure/vault", "");
    assertThat(command(node, Role.ADMINISTRATOR)).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(() ->
            commands.stream()
                .anyMatch(each -> each.getTopic().toString().equals("spBv1.0/secure/NCMD/vault")));
  }

  private List<String> audited() {
    return jdbc.sql(
            "select actor || ' ' || action || ' ' || detail from audit"
                + " where subject like '%secure/vault/saw'")
        .query(String.class)
        .list();
  }

  private List<String> denied(DeviceId device) {
    return jdbc.sql(
            "select actor || ' ' || detail from audit where action = 'access.denied'"
                + " and subject = ?")
        .param("/api/devices/" + device.encoded() + "/command")
        .query(String.class)
        .list();
  }

  private int command(DeviceId device, Role role) throws Exception {
    var user = new CurrentUser("someone", "Someone", false, List.of(new Grant("", role)));
    return web.perform(
            post("/api/devices/" + device.encoded() + "/command")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"metric\":\"speed\",\"type\":\"Int32\",\"value\":77}")
                .with(
                    authentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of())))
                .with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  /** As a client that trusts the certificate of the test's key store, and nothing else. */
  private void connect(String user) throws Exception {
    MqttSettings.Tls tls = settings.tls();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(Path.of(tls.keystore()))) {
      store.load(in, tls.keystorePassword().toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(user)
            .serverHost("localhost")
            .serverPort(tls.port())
            .sslConfig(MqttClientSslConfig.builder().trustManagerFactory(trust).build())
            .buildAsync();
    begin(0);
    Answered.by(
        client
            .connectWith()
            .simpleAuth()
            .username(user)
            .password(PASSWORD.getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .willPublish()
            .topic("spBv1.0/secure/NDEATH/vault")
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(writer.toByteArray())
            .applyWillPublish()
            .send());
    for (String filter : List.of("spBv1.0/secure/NCMD/vault/#", "spBv1.0/secure/DCMD/vault/#")) {
      Answered.by(client.subscribeWith().topicFilter(filter).callback(commands::add).send());
    }
  }

  private void begin(int seq) {
    writer.begin(System.currentTimeMillis(), seq);
    writer
        .openMetric()
        .name("bdSeq")
        .timestamp(System.currentTimeMillis())
        .type(DataType.INT64)
        .whole(DataType.INT64, 0)
        .close();
  }

  private void birth() {
    begin(0);
    publish("NBIRTH/vault");
    writer.begin(System.currentTimeMillis(), 1);
    writer
        .openMetric()
        .name("speed")
        .timestamp(System.currentTimeMillis())
        .type(DataType.INT32)
        .whole(DataType.INT32, 12)
        .close();
    publish("DBIRTH/vault/saw");
  }

  private void publish(String topic) {
    Answered.by(
        client
            .publishWith()
            .topic("spBv1.0/secure/" + topic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(writer.toByteArray())
            .send());
  }
}
