// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to the OpenAPI description what security does before a handler is asked. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OperationCustomizer refusals() {
    return (operation, handler) -> {
      Anyone anyone = handler.getMethodAnnotation(Anyone.class);
      if (anyone == null || !anyone.withoutLogin()) {
        operation
            .getResponses()
            .addApiResponse("401", new ApiResponse().description("Not logged in."))
            .addApiResponse(
                "403", new ApiResponse().description("Logged in, but not allowed here."));
      }
      return operation;
    };
  }
}
