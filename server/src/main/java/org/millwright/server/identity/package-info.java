// SPDX-License-Identifier: Apache-2.0

/** Who may do what, and what was done: users, roles, sessions, API tokens, audit. */
@NullMarked
package org.millwright.server.identity;

import org.jspecify.annotations.NullMarked;
