// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises programs by {@code Authorization: Bearer <token>}. */
final class BearerTokenFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final ApiTokens tokens;

  BearerTokenFilter(ApiTokens tokens) {
    this.tokens = tokens;
  }

  /** True for requests that carry a token: no browser sends one by itself, so CSRF is no danger. */
  static boolean carriesToken(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith(SCHEME);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (carriesToken(request)) {
      SecurityContextHolder.clearContext();
      tokens
          .authenticate(request.getHeader("Authorization").substring(SCHEME.length()).strip())
          .ifPresent(BearerTokenFilter::authenticate);
    }
    chain.doFilter(request, response);
  }

  private static void authenticate(CurrentUser program) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(program, null, List.of()));
    SecurityContextHolder.setContext(context);
  }
}
