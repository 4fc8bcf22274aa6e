// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

/**
 * Calendars changed; published after the change is stored.
 *
 * @param node the node whose calendar changed, and with it those below; empty for all
 */
public record ShiftsChanged(String node) {}
