// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.Users.User;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users and their roles, for administrators. */
@RestController
@RequestMapping("/api/users")
@Requires(Permission.ADMINISTER)
class UserController {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{2,80}");

  record NewUser(String name, String displayName, List<Grant> grants) {}

  record ChangedUser(String displayName, boolean disabled, List<Grant> grants) {}

  record OneTimePassword(String user, String password) {}

  private final Users users;
  private final Passwords passwords;
  private final OpenSessions sessions;
  private final Audit audit;

  UserController(Users users, Passwords passwords, OpenSessions sessions, Audit audit) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
  }

  @GetMapping
  List<User> all() {
    return users.all();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  OneTimePassword create(@RequestBody NewUser fresh) {
    String name = Users.normalize(fresh.name());
    if (!NAME.matcher(name).matches()) {
      throw refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "IDENTITY-NAME",
          "A name has 2 to 80 letters, digits or . _ @ -.");
    }
    if (users.find(name).isPresent()) {
      throw refused(HttpStatus.CONFLICT, "IDENTITY-TAKEN", "\"" + name + "\" exists already.");
    }
    refuseScopedAdministrators(fresh.grants());
    String password = passwords.oneTime();
    users.create(
        new User(name, fresh.displayName(), true, false, fresh.grants()), passwords.hash(password));
    audit.record("user.create", name, fresh.grants().toString());
    return new OneTimePassword(name, password);
  }

  @PutMapping("/{name}")
  User change(@PathVariable String name, @RequestBody ChangedUser changed) {
    User known = find(name);
    refuseScopedAdministrators(changed.grants());
    var after =
        new User(
            known.name(),
            changed.displayName(),
            known.mustChangePassword(),
            changed.disabled(),
            changed.grants());
    refuseWithoutAdministrator(after);
    users.update(after);
    sessions.endAllOf(known.name());
    audit.record("user.change", known.name(), known + " → " + after);
    return find(name);
  }

  @PostMapping("/{name}/password")
  OneTimePassword reset(@PathVariable String name) {
    User known = find(name);
    String password = passwords.oneTime();
    users.setPassword(known.name(), passwords.hash(password), true);
    sessions.endAllOf(known.name());
    audit.record("user.password", known.name(), "reset by an administrator");
    return new OneTimePassword(known.name(), password);
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String name) {
    User known = find(name);
    refuseWithoutAdministrator(new User(known.name(), known.displayName(), false, true, List.of()));
    users.delete(known.name());
    sessions.endAllOf(known.name());
    audit.record("user.delete", known.name(), known.toString());
  }

  private User find(String name) {
    return users
        .find(name)
        .orElseThrow(
            () -> refused(HttpStatus.NOT_FOUND, "IDENTITY-UNKNOWN", "No user \"" + name + "\"."));
  }

  private static void refuseScopedAdministrators(List<Grant> grants) {
    for (Grant grant : grants) {
      if (grant.role().isGlobal() && !grant.node().isEmpty()) {
        throw refused(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "IDENTITY-SCOPE",
            grant.role() + " cannot be limited to " + grant.node() + ".");
      }
    }
  }

  private void refuseWithoutAdministrator(User after) {
    boolean someoneIsLeft =
        users.all().stream()
            .map(user -> user.name().equals(after.name()) ? after : user)
            .anyMatch(user ->
                !user.disabled()
                    && user.grants().stream().anyMatch(grant -> grant.role().isGlobal()));
    if (!someoneIsLeft) {
      throw refused(HttpStatus.CONFLICT, "IDENTITY-LAST", "This is the last active administrator.");
    }
  }

  private static RefusalException refused(HttpStatus status, String code, String message) {
    return new RefusalException(status, Refusal.of(code, "", message));
  }
}
