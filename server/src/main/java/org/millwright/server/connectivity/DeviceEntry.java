// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

/**
 * What is known of an edge node or device. Times in epoch milliseconds; counts since it first
 * spoke.
 *
 * @param since when its state began
 * @param metrics how many metrics its last birth declared
 * @param births births taken, rebirths included
 * @param rebirths births while online
 * @param gaps sequence gaps whose reorder time ran out
 * @param rebirthsAsked rebirths asked of it
 * @param refused messages refused
 * @param lastRefusal the last refusal as text, empty when none
 */
record DeviceEntry(
    DeviceId id,
    State state,
    long since,
    long firstSeen,
    long lastMessage,
    int metrics,
    long births,
    long rebirths,
    long deaths,
    long gaps,
    long rebirthsAsked,
    long refused,
    String lastRefusal) {

  /** Whether it is there. */
  enum State {
    /** A birth was taken and no death since. */
    ONLINE,
    /** Its death was taken. */
    OFFLINE,
    /** Nobody knows: the way to it is lost, the platform restarted, or no birth came yet. */
    STALE
  }

  static DeviceEntry first(DeviceId id, long now) {
    return new DeviceEntry(id, State.STALE, now, now, now, 0, 0, 0, 0, 0, 0, 0, "");
  }

  DeviceEntry in(State next, long at) {
    return new DeviceEntry(
        id,
        next,
        next == state ? since : at,
        firstSeen,
        lastMessage,
        metrics,
        births,
        rebirths,
        deaths,
        gaps,
        rebirthsAsked,
        refused,
        lastRefusal);
  }

  DeviceEntry heard(long at) {
    return new DeviceEntry(
        id,
        state,
        since,
        firstSeen,
        Math.max(lastMessage, at),
        metrics,
        births,
        rebirths,
        deaths,
        gaps,
        rebirthsAsked,
        refused,
        lastRefusal);
  }

  DeviceEntry born(int count, boolean again) {
    return counted(births + 1, rebirths + (again ? 1 : 0), deaths, gaps, rebirthsAsked, count);
  }

  DeviceEntry died() {
    return counted(births, rebirths, deaths + 1, gaps, rebirthsAsked, metrics);
  }

  DeviceEntry gap() {
    return counted(births, rebirths, deaths, gaps + 1, rebirthsAsked, metrics);
  }

  DeviceEntry askedForRebirth() {
    return counted(births, rebirths, deaths, gaps, rebirthsAsked + 1, metrics);
  }

  private DeviceEntry counted(
      long born, long again, long dead, long gapCount, long asked, int metricCount) {
    return new DeviceEntry(
        id,
        state,
        since,
        firstSeen,
        lastMessage,
        metricCount,
        born,
        again,
        dead,
        gapCount,
        asked,
        refused,
        lastRefusal);
  }

  DeviceEntry refused(String refusal) {
    return new DeviceEntry(
        id,
        state,
        since,
        firstSeen,
        lastMessage,
        metrics,
        births,
        rebirths,
        deaths,
        gaps,
        rebirthsAsked,
        refused + 1,
        refusal);
  }
}
