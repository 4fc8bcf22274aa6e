// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Denies every request handler that does not say who may call it, and writes each denied change to
 * the audit log, be it denied here or by the handler. Reading what one may not is no change, and a
 * screen that asks too often would fill the log.
 */
final class RequiresInterceptor implements HandlerInterceptor {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final ObjectProvider<Audit> audit;

  RequiresInterceptor(ObjectProvider<Audit> audit) {
    this.audit = audit;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    try {
      return allowed(request, method);
    } catch (RefusalException refused) {
      if (refused.status() == HttpStatus.FORBIDDEN) {
        recordDenied(request); // afterCompletion is not called for what is denied here
      }
      throw refused;
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (handler instanceof HandlerMethod && response.getStatus() == HttpStatus.FORBIDDEN.value()) {
      recordDenied(request);
    }
  }

  private void recordDenied(HttpServletRequest request) {
    if (!READING.contains(request.getMethod())) {
      audit.getObject().record("access.denied", request.getRequestURI(), request.getMethod());
    }
  }

  private static boolean allowed(HttpServletRequest request, HandlerMethod method) {
    Anyone anyone = method.getMethodAnnotation(Anyone.class);
    if (anyone != null) {
      if (!anyone.withoutLogin()) {
        CurrentUser.get();
      }
      return true;
    }
    if (describesTheApi(method)) {
      passwordChanged(CurrentUser.get());
      return true;
    }
    Requires requires = requires(method);
    if (requires == null) {
      throw denied("No rule allows this call.");
    }
    check(requires, CurrentUser.get(), request);
    return true;
  }

  /** The rule of a handler: its own, or its controller's. */
  static @Nullable Requires requires(HandlerMethod method) {
    Requires own = method.getMethodAnnotation(Requires.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Requires.class);
  }

  /** The OpenAPI description is springdoc's handler: for whoever has logged in. */
  private static boolean describesTheApi(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("org.springdoc.");
  }

  private static void passwordChanged(CurrentUser user) {
    if (user.mustChangePassword()) {
      throw denied("The one-time password has to be changed first.");
    }
  }

  private static void check(Requires requires, CurrentUser user, HttpServletRequest request) {
    passwordChanged(user);
    String node = requires.node().isEmpty() ? null : request.getParameter(requires.node());
    if (node != null) {
      user.require(requires.value(), node);
    } else if (!user.mayAnywhere(requires.value())) {
      user.require(requires.value(), "");
    }
  }

  private static RefusalException denied(String message) {
    return new RefusalException(HttpStatus.FORBIDDEN, Refusal.of("IDENTITY-DENIED", "", message));
  }
}
