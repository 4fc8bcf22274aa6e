// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import static org.millwright.server.identity.Permission.ADMINISTER;
import static org.millwright.server.identity.Permission.ADMINISTER_PLANT;
import static org.millwright.server.identity.Permission.CLASSIFY;
import static org.millwright.server.identity.Permission.COMMAND;
import static org.millwright.server.identity.Permission.MANAGE_SHIFTS;
import static org.millwright.server.identity.Permission.VIEW;

import java.util.EnumSet;
import java.util.Set;

/** A bundle of permissions, given to a user for one node of the hierarchy and all below it. */
public enum Role {
  VIEWER(EnumSet.of(VIEW)),
  OPERATOR(EnumSet.of(VIEW, CLASSIFY)),
  SHIFT_LEADER(EnumSet.of(VIEW, CLASSIFY, MANAGE_SHIFTS)),
  ENGINEER(EnumSet.of(VIEW, CLASSIFY, Permission.ENGINEER, COMMAND)),
  PLANT_ADMINISTRATOR(
      EnumSet.of(VIEW, CLASSIFY, MANAGE_SHIFTS, Permission.ENGINEER, COMMAND, ADMINISTER_PLANT)),
  ADMINISTRATOR(EnumSet.allOf(Permission.class));

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable
  private final Set<Permission> permissions;

  Role(EnumSet<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  /** What the role allows at its node. */
  public Set<Permission> permissions() {
    return permissions;
  }

  /** True when the role is about the whole installation and cannot be given for a part of it. */
  public boolean isGlobal() {
    return permissions.contains(ADMINISTER);
  }
}
