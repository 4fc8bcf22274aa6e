// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.identity.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The user of a request. */
final class Someone {

  private Someone() {}

  /** With one role, everywhere. */
  static RequestPostProcessor with(Role role) {
    var user = new CurrentUser("someone", "Someone", false, List.of(new Grant("", role)));
    return authentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
  }
}
