// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

/** Folds everything that happened on lines into one number: equal days, equal numbers. */
public final class EventHash implements LineListener {

  private long hash = 17;
  private long events;

  @Override
  public void stateChanged(LineEvent event) {
    events++;
    mix(Double.doubleToLongBits(event.seconds()));
    mix(event.machine().hashCode());
    mix(event.to().code() * 1000L + event.reason());
    mix(event.good());
    mix(event.reject());
  }

  private void mix(long value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15L;
    hash ^= hash >>> 29;
  }

  /** The number. */
  public long value() {
    return hash;
  }

  /** How many events went into it. */
  public long events() {
    return events;
  }
}
