// SPDX-License-Identifier: Apache-2.0
package org.millwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.server.identity.Anyone;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the served OpenAPI description says is so, and what is so it says. */
@PlatformTest
class OpenApiTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Autowired private MockMvc web;
  private JsonNode description;

  @BeforeEach
  void read() throws Exception {
    String said = ask("/api/openapi").getContentAsString(StandardCharsets.UTF_8);
    description = JSON.readTree(said);
  }

  private MockHttpServletResponse ask(String path) throws Exception {
    var user =
        new CurrentUser("someone", "Someone", false, List.of(new Grant("", Role.ADMINISTRATOR)));
    return web.perform(
            get(path)
                .with(
                    authentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()))))
        .andReturn()
        .getResponse();
  }

  /** Handlers by method and path, such as {@code get /api/overview}. */
  private TreeMap<String, HandlerMethod> handlers() {
    TreeMap<String, HandlerMethod> handlers = new TreeMap<>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getName().startsWith("org.millwright.")) {
            for (String path : Objects.requireNonNull(mapping.getPatternValues())) {
              mapping
                  .getMethodsCondition()
                  .getMethods()
                  .forEach(method ->
                      handlers.put(method.name().toLowerCase(Locale.ROOT) + ' ' + path, handler));
            }
          }
        });
    handlers.keySet().removeIf(each -> !each.contains(" /api/"));
    return handlers;
  }

  private JsonNode operation(String handler) {
    int space = handler.indexOf(' ');
    return description
        .path("paths")
        .path(handler.substring(space + 1))
        .path(handler.substring(0, space));
  }

  @Test
  void everyHandlerIsDescribedAndNothingElse() {
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method + ' ' + path.getKey())));
    assertThat(described).hasSizeGreaterThan(50).isEqualTo(handlers().keySet());
  }

  @Test
  void parametersAreThoseOfTheHandlerRequiredWhereItNeedsThem() {
    handlers()
        .forEach((name, handler) -> {
          Set<String> described =
              StreamSupport.stream(operation(name).path("parameters").spliterator(), false)
                  .map(each ->
                      each.path("in").asString()
                          + ' '
                          + each.path("name").asString()
                          + (each.path("required").asBoolean() ? "!" : ""))
                  .collect(Collectors.toCollection(TreeSet::new));
          assertThat(described).as(name).isEqualTo(parameters(handler));
        });
  }

  private static Set<String> parameters(HandlerMethod handler) {
    Set<String> parameters = new TreeSet<>();
    for (Parameter parameter : handler.getMethod().getParameters()) {
      RequestParam asked = parameter.getAnnotation(RequestParam.class);
      if (asked != null) {
        boolean needed =
            asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        String said = asked.name().isEmpty() ? asked.value() : asked.name();
        String name = said.isEmpty() ? parameter.getName() : said;
        parameters.add("query " + name + (needed ? "!" : ""));
      }
      PathVariable variable = parameter.getAnnotation(PathVariable.class);
      if (variable != null) {
        String name = variable.value().isEmpty() ? parameter.getName() : variable.value();
        parameters.add("path " + name + "!");
      }
    }
    return parameters;
  }

  @Test
  void whatNeedsALoginSaysSo() {
    handlers()
        .forEach((name, handler) -> {
          Anyone anyone = handler.getMethodAnnotation(Anyone.class);
          JsonNode responses = operation(name).path("responses");
          boolean open = anyone != null && anyone.withoutLogin();
          assertThat(responses.has("403")).as(name + " 403").isEqualTo(!open);
          if (!open) {
            assertThat(responses.has("401")).as(name + " 401").isTrue();
          }
        });
  }

  @Test
  void answersHaveTheShapeDescribed() throws Exception {
    List<String> looked = new ArrayList<>();
    for (String name : handlers().keySet()) {
      boolean plain = operation(name).path("parameters").isEmpty() && !name.contains("{");
      JsonNode content = operation(name).at("/responses/200/content");
      if (!name.startsWith("get ") || !plain || name.endsWith("/live")) {
        continue;
      }
      MockHttpServletResponse answer = ask(name.substring(4));
      assertThat(answer.getStatus()).as(name).isEqualTo(200);
      for (var kind : content.properties()) {
        JsonNode body = JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        assertShape(name, kind.getValue().path("schema"), body, 0);
      }
      looked.add(name);
    }
    assertThat(looked).hasSizeGreaterThan(8).contains("get /api/overview", "get /api/devices");
  }

  /** Types all the way down, and no member that the schema does not name. */
  private void assertShape(String place, JsonNode schema, JsonNode value, int depth) {
    JsonNode resolved =
        schema.has("$ref") ? description.at(schema.path("$ref").asString().substring(1)) : schema;
    if (value.isNull() || depth > 8 || !resolved.has("type")) {
      return;
    }
    String type = resolved.path("type").asString();
    switch (type) {
      case "object" -> {
        assertThat(value.isObject()).as(place + " is an object").isTrue();
        if (resolved.has("properties")) {
          for (var member : value.properties()) {
            JsonNode known = resolved.path("properties").path(member.getKey());
            assertThat(known.isMissingNode()).as(place + "." + member.getKey()).isFalse();
            assertShape(place + "." + member.getKey(), known, member.getValue(), depth + 1);
          }
        }
      }
      case "array" -> {
        assertThat(value.isArray()).as(place + " is an array").isTrue();
        for (JsonNode each : value) {
          assertShape(place + "[]", resolved.path("items"), each, depth + 1);
        }
      }
      case "string" -> assertThat(value.isString()).as(place + " is a string").isTrue();
      case "integer" -> assertThat(value.isIntegralNumber()).as(place + " is whole").isTrue();
      case "number" -> assertThat(value.isNumber()).as(place + " is a number").isTrue();
      case "boolean" -> assertThat(value.isBoolean()).as(place + " is true or false").isTrue();
      default -> throw new AssertionError(place + " has the type " + type);
    }
  }
}
