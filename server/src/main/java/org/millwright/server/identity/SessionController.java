// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out, and what a user does to their own session. */
@RestController
@RequestMapping("/api/session")
class SessionController {

  record Login(String user, String password) {}

  record PasswordChange(
      String old, @com.fasterxml.jackson.annotation.JsonProperty("new") String fresh) {}

  record Session(
      String user,
      String name,
      boolean mustChangePassword,
      Set<Permission> permissions,
      List<Grant> scopes) {

    static Session of(CurrentUser user) {
      return new Session(
          user.name(),
          user.displayName(),
          user.mustChangePassword(),
          user.permissions(),
          user.grants());
    }
  }

  private final Users users;
  private final Passwords passwords;
  private final LoginThrottle throttle;
  private final Audit audit;
  private final SecurityContextRepository contexts;
  private final FirstAdministrator firstAdministrator;

  SessionController(
      Users users,
      Passwords passwords,
      LoginThrottle throttle,
      Audit audit,
      SecurityContextRepository contexts,
      FirstAdministrator firstAdministrator) {
    this.users = users;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
    this.contexts = contexts;
    this.firstAdministrator = firstAdministrator;
  }

  @GetMapping
  @Anyone
  Session current() {
    return Session.of(CurrentUser.get());
  }

  @PostMapping
  @Anyone(withoutLogin = true)
  Session logIn(
      @RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
    String name = Users.normalize(login.user());
    String key = name + " " + request.getRemoteAddr();
    refuseWhileWaiting(key, response);
    if (!passwords.matches(login.password(), users.passwordHash(name))) {
      throttle.failed(key);
      audit.recordAs(name, "session.refused", name, "from " + request.getRemoteAddr());
      throw new RefusalException(
          HttpStatus.UNAUTHORIZED,
          Refusal.of("IDENTITY-PASSWORD", "", "The name or the password is wrong."));
    }
    throttle.succeeded(key);
    // A new identifier at login keeps a session prepared by someone else from being taken over.
    request.getSession(true);
    request.changeSessionId();
    audit.recordAs(name, "session.begin", name, "from " + request.getRemoteAddr());
    return Session.of(remember(name, request, response));
  }

  @DeleteMapping
  @Anyone
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(HttpServletRequest request) {
    audit.record("session.end", CurrentUser.get().name(), "");
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  @PutMapping("/password")
  @Anyone
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      @RequestBody PasswordChange change,
      HttpServletRequest request,
      HttpServletResponse response) {
    String name = CurrentUser.get().name();
    String key = name + " " + request.getRemoteAddr();
    refuseWhileWaiting(key, response);
    if (!passwords.matches(change.old(), users.passwordHash(name))) {
      throttle.failed(key);
      throw new RefusalException(
          HttpStatus.FORBIDDEN,
          Refusal.of("IDENTITY-PASSWORD", "old", "The old password is wrong."));
    }
    passwords
        .weakness(change.fresh(), name)
        .ifPresent(weakness -> {
          throw new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, weakness);
        });
    users.setPassword(name, passwords.hash(change.fresh()), false);
    firstAdministrator.passwordChanged(name);
    audit.record("user.password", name, "changed by the user");
    remember(name, request, response);
  }

  private CurrentUser remember(
      String name, HttpServletRequest request, HttpServletResponse response) {
    var user = users.find(name).orElseThrow().asCurrent();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return user;
  }

  private void refuseWhileWaiting(String key, HttpServletResponse response) {
    Duration wait = throttle.wait(key);
    if (!wait.isZero()) {
      response.setHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
      throw new RefusalException(
          HttpStatus.TOO_MANY_REQUESTS,
          Refusal.of(
              "IDENTITY-THROTTLED",
              "",
              "Too many failed attempts; wait " + (wait.toSeconds() + 1) + " s."));
    }
  }
}
