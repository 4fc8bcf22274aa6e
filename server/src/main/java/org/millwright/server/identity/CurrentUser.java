// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is asking, with the roles they hold.
 *
 * @param name login name, or the token's name for a program
 * @param displayName as shown to others
 * @param mustChangePassword true until a one-time password was replaced; nothing else is allowed
 * @param grants roles by node
 */
public record CurrentUser(
    String name, String displayName, boolean mustChangePassword, List<Grant> grants)
    implements AuthenticatedPrincipal, Serializable {

  public CurrentUser {
    grants = List.copyOf(grants);
  }

  @Override
  public String getName() {
    return name;
  }

  /** The user of the request this thread serves. */
  public static CurrentUser get() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof CurrentUser user) {
      return user;
    }
    throw new RefusalException(
        HttpStatus.UNAUTHORIZED, Refusal.of("IDENTITY-LOGIN", "", "Please log in."));
  }

  /** True when the user holds the permission at this node, or at one above it. */
  public boolean may(Permission permission, String node) {
    return grants.stream()
        .anyMatch(grant -> grant.covers(node) && grant.role().permissions().contains(permission));
  }

  /** True when the user holds the permission at some node. */
  public boolean mayAnywhere(Permission permission) {
    return grants.stream().anyMatch(grant -> grant.role().permissions().contains(permission));
  }

  /** True when the user may see this node, or needs it as the way to one they may see. */
  public boolean sees(String node) {
    return grants.stream().anyMatch(grant -> grant.touches(node));
  }

  /** Refuses the request with 403 unless the user holds the permission at this node. */
  public void require(Permission permission, String node) {
    if (!may(permission, node)) {
      throw new RefusalException(
          HttpStatus.FORBIDDEN,
          new Refusal(
              "IDENTITY-DENIED",
              node,
              "\"" + name + "\" lacks the permission " + permission + " here.",
              "ask an administrator for a role at this node."));
    }
  }

  /** Every permission held somewhere. */
  public Set<Permission> permissions() {
    var all = EnumSet.noneOf(Permission.class);
    grants.forEach(grant -> all.addAll(grant.role().permissions()));
    return all;
  }
}
