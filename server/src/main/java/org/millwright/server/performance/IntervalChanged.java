// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

/** A person changed how an interval is booked; published after the change is stored. */
public record IntervalChanged(IntervalView interval) {}
