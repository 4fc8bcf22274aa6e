// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.server.identity.Role;
import org.millwright.server.telemetry.EdgeNodeId;
import org.millwright.server.telemetry.SessionEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Devices, connections, credentials and mappings over HTTP. */
@ConnectivityTest
class ConnectivityApiTest {

  private static final EdgeNodeId NODE = new EdgeNodeId("embedded", "api/cell");

  @Autowired private MockMvc web;
  @Autowired private JsonMapper json;
  @Autowired private Credentials credentials;
  @Autowired private Connections connections;
  @Autowired private DeviceRegistry registry;
  @Autowired private LastMessages lastMessages;

  private ResultActions call(Role role, MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(Someone.with(role)).with(csrf()));
  }

  private ResultActions call(Role role, MockHttpServletRequestBuilder request, String body)
      throws Exception {
    return call(role, request.contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private static void refused(ResultActions answer, int status, String code, String place)
      throws Exception {
    answer
        .andExpect(status().is(status))
        .andExpect(jsonPath("$.refusals[0].code").value(code))
        .andExpect(jsonPath("$.refusals[0].place").value(place))
        .andExpect(jsonPath("$.refusals[0].message").isNotEmpty());
  }

  private DeviceId born(EdgeNodeId node, String device) {
    registry.happened(new SessionEvent.Born(node, device, System.currentTimeMillis(), 3, false));
    return DeviceId.of(node, device);
  }

  @Test
  void aDeviceIsListedAndShownToWhoMaySeeIt() throws Exception {
    DeviceId robot = born(NODE, "robot");
    call(Role.VIEWER, get("/api/devices"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[*].id", hasItem(robot.encoded())));
    call(Role.VIEWER, get("/api/devices/" + robot.encoded()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.device.edgeNode").value("api/cell"))
        .andExpect(jsonPath("$.device.device").value("robot"))
        .andExpect(jsonPath("$.device.connection").value("ONLINE"))
        .andExpect(jsonPath("$.device.declared").value(3))
        .andExpect(jsonPath("$.lastPayload").isEmpty());
  }

  @Test
  void aDeviceThatNobodyKnowsIsRefusedWhateverIsAskedOfIt() throws Exception {
    String unknown = new DeviceId("embedded", "api/nobody", "").encoded();
    refused(call(Role.VIEWER, get("/api/devices/" + unknown)), 404, "DEVICE-UNKNOWN", "id");
    refused(call(Role.VIEWER, get("/api/devices/*")), 404, "DEVICE-UNKNOWN", "id");
    refused(
        call(Role.ENGINEER, post("/api/devices/" + unknown + "/rebirth")),
        404,
        "DEVICE-UNKNOWN",
        "id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"metric\":\"speed\",\"type\":\"Int8\",\"value\":300}",
        "{\"metric\":\"speed\",\"type\":\"Double\",\"value\":\"fast\"}",
        "{\"metric\":\"speed\",\"type\":\"String\"}",
        "{\"metric\":\" \",\"type\":\"Int8\",\"value\":3}",
        "{}"
      })
  void aValueThatIsNoneOfItsTypeIsNotSent(String command) throws Exception {
    DeviceId robot = born(NODE, "robot");
    refused(
        call(Role.ENGINEER, post("/api/devices/" + robot.encoded() + "/command"), command),
        422,
        "COMMAND-VALUE",
        "value");
  }

  @Test
  void aCommandIsSentByWhoMayAndSaysWhenThereIsNoWay() throws Exception {
    String command = "{\"metric\":\"speed\",\"type\":\"Int8\",\"value\":3}";
    DeviceId robot = born(NODE, "robot");
    call(Role.ENGINEER, post("/api/devices/" + robot.encoded() + "/command"), command)
        .andExpect(status().isAccepted());
    call(Role.ENGINEER, post("/api/devices/" + robot.encoded() + "/rebirth"))
        .andExpect(status().isAccepted());

    DeviceId away = born(new EdgeNodeId("nowhere", "api/cell"), "robot");
    refused(
        call(Role.ENGINEER, post("/api/devices/" + away.encoded() + "/command"), command),
        409,
        "COMMAND-NO-WAY",
        "id");
    call(Role.OPERATOR, post("/api/devices/" + robot.encoded() + "/command"), command)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.refusals[0].code").value("IDENTITY-DENIED"));
  }

  @Test
  void aDeviceIsAssignedToEquipmentThatExistsOnly() throws Exception {
    DeviceId robot = born(NODE, "robot");
    String address = "/api/devices/" + robot.encoded() + "/assign";
    refused(
        call(Role.ENGINEER, post(address), "{\"template\":\"press\",\"node\":\"no/such/place\"}"),
        422,
        "EQUIPMENT-NODE",
        "node");
    call(Role.VIEWER, post(address), "{\"template\":\"press\",\"node\":\"no/such/place\"}")
        .andExpect(status().isForbidden());
  }

  @Test
  void aConnectionIsSavedShownWithoutItsPasswordAndDeleted() throws Exception {
    String settings =
        "{\"host\":\"broker.test\",\"port\":1884,\"tls\":true,\"username\":\"m\","
            + "\"filters\":[\"a/+/b\"],\"enabled\":false";
    call(
            Role.ADMINISTRATOR,
            put("/api/connections/far-away"),
            settings + ",\"password\":\"whispered\"}")
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("whispered"))))
        .andExpect(jsonPath("$[?(@.name == 'far-away')].connected").value(false))
        .andExpect(jsonPath("$[?(@.name == 'far-away')].settings.host").value("broker.test"))
        .andExpect(jsonPath("$[?(@.name == 'far-away')].settings.port").value(1884));
    call(Role.ADMINISTRATOR, put("/api/connections/far-away"), settings + "}")
        .andExpect(status().isOk());
    assertThat(connections.find("far-away").orElseThrow().password())
        .as("unchanged when absent")
        .isEqualTo("whispered");
    call(Role.ADMINISTRATOR, get("/api/connections"))
        .andExpect(jsonPath("$[0].name").value("embedded"))
        .andExpect(jsonPath("$[0].connected").value(true));

    call(Role.ADMINISTRATOR, delete("/api/connections/far-away")).andExpect(status().isNoContent());
    refused(
        call(Role.ADMINISTRATOR, delete("/api/connections/far-away")),
        404,
        "CONNECTION-UNKNOWN",
        "name");
  }

  @Test
  void aConnectionWithFaultsIsRefusedWithAllOfThem() throws Exception {
    String bad = "{\"host\":\" \",\"port\":0,\"tls\":false,\"filters\":[\"a#\"],\"enabled\":true}";
    var answer = call(Role.ADMINISTRATOR, put("/api/connections/embedded"), bad);
    refused(answer, 422, "CONNECTION-NAME", "name");
    answer
        .andExpect(jsonPath("$.refusals[1].code").value("CONNECTION-ADDRESS"))
        .andExpect(jsonPath("$.refusals[1].place").value("host, port"))
        .andExpect(jsonPath("$.refusals[2].code").value("CONNECTION-FILTER"))
        .andExpect(jsonPath("$.refusals[2].place").value("filters"));
    call(
            Role.ADMINISTRATOR,
            put("/api/connections/nothing"),
            "{\"port\":1883,\"tls\":false,\"enabled\":true}")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.refusals[0].code").value("CONNECTION-ADDRESS"));
    call(Role.ENGINEER, get("/api/connections")).andExpect(status().isForbidden());
    call(Role.ENGINEER, put("/api/connections/nothing"), bad).andExpect(status().isForbidden());
  }

  @Test
  void aCredentialIsIssuedOnceOpensTheDoorAndIsTakenBack() throws Exception {
    String issued =
        call(
                Role.ADMINISTRATOR,
                post("/api/credentials"),
                "{\"username\":\"api/cell\",\"kind\":\"SPARKPLUG\",\"group\":\"api\",\"node\":\"cell\"}")
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.username").value("api/cell"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String password = json.readTree(issued).at("/password").asString();
    assertThat(credentials.verify("api/cell", password)).isPresent();
    assertThat(credentials.verify("api/cell", password + "x")).isEmpty();
    call(Role.ADMINISTRATOR, get("/api/credentials"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[*].username", hasItem("api/cell")))
        .andExpect(content().string(not(containsString(password))))
        .andExpect(content().string(not(containsString("argon2"))));

    credentials.remove("api/cell", "test");
    assertThat(credentials.verify("api/cell", password)).isEmpty();
    refused(
        call(Role.ADMINISTRATOR, delete("/api/credentials/nobody")),
        404,
        "CREDENTIAL-UNKNOWN",
        "username");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; CREDENTIAL-NAME; username",
        "{\"username\":\"a b\",\"kind\":\"PLAIN\",\"topics\":\"a\"}; CREDENTIAL-NAME; username",
        "{\"username\":\"ab\",\"topics\":\"a\"}; CREDENTIAL-KIND; kind",
        "{\"username\":\"ab\",\"kind\":\"SPARKPLUG\",\"group\":\"a/b\",\"node\":\"c\"};"
            + " CREDENTIAL-NODE; group, node",
        "{\"username\":\"ab\",\"kind\":\"PLAIN\"}; CREDENTIAL-TOPICS; topics",
        "{\"username\":\"ab\",\"kind\":\"PLAIN\",\"topics\":\"a/#/b\"}; CREDENTIAL-TOPICS; topics"
      })
  void aCredentialWithAFaultIsRefusedWithItsPlace(String body, String code, String place)
      throws Exception {
    refused(call(Role.ADMINISTRATOR, post("/api/credentials"), body), 422, code, place);
    call(Role.ENGINEER, post("/api/credentials"), body).andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"topic\":\"\"}; MAPPING-TOPIC; topic",
        "{\"topic\":\"spBv1.0/a/NDATA/b\",\"edgeNode\":\"a\",\"metric\":\"m\"}; MAPPING-TOPIC;"
            + " topic",
        "{\"topic\":\"a/{b}\",\"edgeNode\":\"{c}\",\"metric\":\"m\"}; MAPPING-NAME; topic",
        "{\"topic\":\"a/b\"}; MAPPING-EMPTY; edgeNode, metric",
        "{\"topic\":\"a\",\"edgeNode\":\"a\",\"metric\":\"m\",\"pointer\":\"x\"}; MAPPING-POINTER;"
            + " pointer",
        "{\"topic\":\"a\",\"edgeNode\":\"a\",\"metric\":\"m\",\"timeFormat\":\"bad!{\"};"
            + " MAPPING-TIME; timeFormat"
      })
  void aMappingRuleWithAFaultIsRefusedWithItsPlace(String body, String code, String place)
      throws Exception {
    body = "{\"id\":0,\"position\":1,\"enabled\":true," + body.substring(1);
    refused(call(Role.ENGINEER, post("/api/mappings"), body), 422, code, place);
    refused(call(Role.ENGINEER, post("/api/mappings/preview"), body), 422, code, place);
    call(Role.SHIFT_LEADER, post("/api/mappings"), body).andExpect(status().isForbidden());
  }
}
