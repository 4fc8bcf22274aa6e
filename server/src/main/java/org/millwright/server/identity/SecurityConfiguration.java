// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in, and the deny-by-default rule for every request handler. */
@Configuration
class SecurityConfiguration implements WebMvcConfigurer {

  /** Scripts and styles only from here; charts set inline styles. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors"
          + " 'none'";

  private final ObjectProvider<Audit> audit;

  SecurityConfiguration(ObjectProvider<Audit> audit) {
    this.audit = audit;
  }

  @Bean
  static Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, SecurityContextRepository contexts, ApiTokens tokens) {
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/api/session", "/actuator/health")
                .permitAll() // health: a probe has no login, and none works without the database
                .requestMatchers("/api/**", "/actuator/**")
                .authenticated()
                .anyRequest()
                .permitAll())
        .csrf(csrf ->
            csrf.spa()
                .csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                .ignoringRequestMatchers(BearerTokenFilter::carriesToken))
        .securityContext(context -> context.securityContextRepository(contexts))
        .addFilterAfter(new BearerTokenFilter(tokens), SecurityContextHolderFilter.class)
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .headers(headers ->
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new RequiresInterceptor(audit)).addPathPatterns("/api/**");
  }
}
