// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.random.RandomStream;

/** What a job does to the quality of an item, and what an inspection makes of it. */
final class QualityCheck {

  /** The exits of a station. */
  static final int PASS = 0;

  static final int REJECT = 1;
  static final int GIVE_UP = 2;

  private final double defectRate;
  private final double detection;
  private final double falseAlarm;
  private final int limit;
  private final RandomStream stream;
  private long rejected;
  private long spoiled;

  /**
   * A check.
   *
   * @param detection probability that a defective item is found, 0 without an inspection
   * @param limit rejections after which an item is given up
   */
  QualityCheck(
      double defectRate, double detection, double falseAlarm, int limit, RandomStream stream) {
    this.defectRate = defectRate;
    this.detection = detection;
    this.falseAlarm = falseAlarm;
    this.limit = limit;
    this.stream = stream;
  }

  /** Marks the item if the job spoils it, and tells the exit it takes. */
  int judge(int item, Items items) {
    if (defectRate > 0 && stream.nextOpen() < defectRate) {
      items.defective[item] = true;
      spoiled++;
    }
    if (detection == 0 && falseAlarm == 0) {
      return PASS;
    }
    double alarm = items.defective[item] ? detection : falseAlarm;
    if (stream.nextOpen() >= alarm) {
      return PASS;
    }
    rejected++;
    items.rejections[item]++;
    // Work on a rejected item starts anew: whether it is good afterwards is decided there.
    if (items.rejections[item] > limit) {
      return GIVE_UP;
    }
    items.defective[item] = false;
    return REJECT;
  }

  long rejected() {
    return rejected;
  }

  long spoiled() {
    return spoiled;
  }

  void restart() {
    rejected = 0;
    spoiled = 0;
  }

  void exchange(Archive archive) {
    stream.exchange(archive);
    rejected = archive.exchange(rejected);
    spoiled = archive.exchange(spoiled);
  }
}
