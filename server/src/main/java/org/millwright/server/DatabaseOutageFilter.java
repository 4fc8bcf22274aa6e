// SPDX-License-Identifier: Apache-2.0
package org.millwright.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.millwright.model.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers 503 with a refusal while the records database does not answer.
 *
 * <p>Around everything, for the session of a request is looked up in the database before any
 * handler is called, and stored after it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class DatabaseOutageFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutageFilter.class);
  private static final String RETRY_SECONDS = "5";

  /** SQLSTATE classes: connection exception, operator intervention such as a shutdown. */
  private static final List<String> OUTAGES = List.of("08", "57");

  private static final Refusal REFUSAL =
      new Refusal(
          "DATABASE-UNREACHABLE",
          "",
          "The records database does not answer; nothing was changed that was not confirmed.",
          "try again in a moment; machines are recorded meanwhile, and /actuator/health shows when"
              + " it is back.");

  private final JsonMapper json;

  DatabaseOutageFilter(JsonMapper json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      if (!isOutage(failure) || response.isCommitted()) {
        throw failure;
      }
      LOG.warn(
          "No database for {} {}: {}", request.getMethod(), request.getRequestURI(), "" + failure);
      answer(response);
    }
  }

  private void answer(HttpServletResponse response) throws IOException {
    response.resetBuffer();
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(new RefusalAdvice.Body(List.of(REFUSAL))));
  }

  private static boolean isOutage(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof DataAccessResourceFailureException
          || at instanceof TransientDataAccessResourceException
          || at instanceof CannotCreateTransactionException
          || at instanceof TransactionSystemException
          || (at instanceof SQLException sql && isOutage(sql))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && OUTAGES.stream().anyMatch(state::startsWith);
  }
}
