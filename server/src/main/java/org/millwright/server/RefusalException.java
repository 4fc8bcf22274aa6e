// SPDX-License-Identifier: Apache-2.0
package org.millwright.server;

import java.util.List;
import org.millwright.model.Refusal;
import org.springframework.http.HttpStatus;

/**
 * Carries refusals out of a request handler; {@link RefusalAdvice} turns it into the response.
 *
 * <p>Services return refusals as values. Only the outermost layer, which can do nothing but answer,
 * throws them.
 */
public final class RefusalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient List<Refusal> refusals;

  /** A request that cannot be taken, with at least one reason. */
  public RefusalException(HttpStatus status, List<Refusal> refusals) {
    super(refusals.toString());
    this.status = status;
    this.refusals = List.copyOf(refusals);
  }

  /** A request that cannot be taken for one reason. */
  public RefusalException(HttpStatus status, Refusal refusal) {
    this(status, List.of(refusal));
  }

  /** The HTTP status to answer with. */
  public HttpStatus status() {
    return status;
  }

  /** Why, in the order found. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
