// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.millwright.server.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PlatformTest
class EveryEndpointIsDeniedUnlessAllowedTest {

  private record Endpoint(RequestMethod method, String path, HandlerMethod handler) {

    MockHttpServletRequestBuilder request() {
      String concrete = path.replaceAll("\\{[^}]+}", "1");
      return org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
          HttpMethod.valueOf(method.name()), concrete);
    }
  }

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Autowired private MockMvc web;

  @Test
  void everyHandlerSaysWhoMayCallIt() {
    assertThat(endpoints())
        .hasSizeGreaterThan(10)
        .allSatisfy(endpoint ->
            assertThat(
                    RequiresInterceptor.requires(endpoint.handler()) != null
                        || endpoint.handler().hasMethodAnnotation(Anyone.class))
                .as(endpoint.method() + " " + endpoint.path())
                .isTrue());
  }

  @Test
  void nobodyGetsInWithoutALogin() throws Exception {
    for (Endpoint endpoint : endpoints()) {
      Anyone anyone = endpoint.handler().getMethodAnnotation(Anyone.class);
      if (anyone != null && anyone.withoutLogin()) {
        continue;
      }
      int status =
          web.perform(endpoint.request().with(csrf())).andReturn().getResponse().getStatus();
      assertThat(status).as(endpoint.method() + " " + endpoint.path()).isEqualTo(401);
    }
  }

  @Test
  void aViewerIsDeniedWhateverNeedsMore() throws Exception {
    for (Endpoint endpoint : endpoints()) {
      Requires requires = RequiresInterceptor.requires(endpoint.handler());
      if (requires == null || requires.value() == Permission.VIEW) {
        continue;
      }
      var viewer = user(new Grant("", Role.VIEWER), false);
      assertThat(status(endpoint, viewer))
          .as(endpoint.method() + " " + endpoint.path())
          .isEqualTo(403);
    }
  }

  @Test
  void aOneTimePasswordOpensNothingButItsChange() throws Exception {
    for (Endpoint endpoint : endpoints()) {
      if (endpoint.handler().hasMethodAnnotation(Anyone.class)) {
        continue;
      }
      var newcomer = user(new Grant("", Role.ADMINISTRATOR), true);
      assertThat(status(endpoint, newcomer))
          .as(endpoint.method() + " " + endpoint.path())
          .isEqualTo(403);
    }
  }

  @Test
  void changesWithoutACsrfTokenAreDenied() throws Exception {
    var administrator = user(new Grant("", Role.ADMINISTRATOR), false);
    var answer =
        web.perform(
                request(HttpMethod.DELETE, "/api/users/nobody").with(authentication(administrator)))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(403);
  }

  private int status(Endpoint endpoint, UsernamePasswordAuthenticationToken user) throws Exception {
    return web.perform(endpoint.request().with(authentication(user)).with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private static UsernamePasswordAuthenticationToken user(Grant grant, boolean mustChange) {
    var user = new CurrentUser("someone", "Someone", mustChange, List.of(grant));
    return UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
  }

  private List<Endpoint> endpoints() {
    var endpoints = new ArrayList<Endpoint>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getName().startsWith("org.millwright.")) {
            for (String path : Objects.requireNonNull(mapping.getPatternValues())) {
              mapping
                  .getMethodsCondition()
                  .getMethods()
                  .forEach(method -> endpoints.add(new Endpoint(method, path, handler)));
            }
          }
        });
    return endpoints;
  }
}
