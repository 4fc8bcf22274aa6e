// SPDX-License-Identifier: Apache-2.0
package org.millwright.server;

import java.util.List;
import org.millwright.model.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Gives every refusal the same shape on the wire: {@code {"refusals":[…]}}. */
@RestControllerAdvice
class RefusalAdvice {

  record Body(List<Refusal> refusals) {}

  @ExceptionHandler
  ResponseEntity<Body> refused(RefusalException refused) {
    return answer(refused.status(), refused.refusals());
  }

  @ExceptionHandler
  ResponseEntity<Body> unreadable(HttpMessageNotReadableException unreadable) {
    String cause = String.valueOf(unreadable.getMostSpecificCause().getMessage());
    return badRequest(
        new Refusal(
            "REQUEST-BODY",
            "body",
            "The body is not the JSON expected here: " + cause.lines().findFirst().orElse(""),
            "compare it with /api/openapi."));
  }

  @ExceptionHandler
  ResponseEntity<Body> missing(MissingServletRequestParameterException missing) {
    return badRequest(
        Refusal.of(
            "REQUEST-PARAMETER", missing.getParameterName(), "This query parameter is required."));
  }

  @ExceptionHandler
  ResponseEntity<Body> mistyped(MethodArgumentTypeMismatchException mistyped) {
    return badRequest(
        new Refusal(
            "REQUEST-PARAMETER",
            mistyped.getName(),
            "\"" + mistyped.getValue() + "\" cannot be read here.",
            "instants are ISO-8601 in UTC, such as 2026-11-23T08:00:00Z."));
  }

  private static ResponseEntity<Body> badRequest(Refusal refusal) {
    return answer(HttpStatus.BAD_REQUEST, List.of(refusal));
  }

  /** JSON, whatever the caller asked for: a stream or a CSV cannot carry the reason. */
  private static ResponseEntity<Body> answer(HttpStatus status, List<Refusal> refusals) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Body(refusals));
  }
}
