// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions people hold; a session remembers its user's roles, so a change must end it. */
@Component
class OpenSessions {

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  void endAllOf(String userName) {
    sessions.findByPrincipalName(userName).keySet().forEach(sessions::deleteById);
  }
}
