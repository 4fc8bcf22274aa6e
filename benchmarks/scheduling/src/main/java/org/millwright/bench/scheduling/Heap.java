// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Watches how much of the heap is still in use after each garbage collection. Garbage that has not
 * been collected yet does not count: the JVM lets it grow up to the heap it was given.
 */
final class Heap {

  private static final double MEGA = 1e6;

  private final AtomicLong most = new AtomicLong();

  Heap() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((notification, ignored) -> note(notification), null, null);
      }
    }
  }

  private void note(Notification notification) {
    if (notification.getUserData() instanceof CompositeData data) {
      long used =
          GarbageCollectionNotificationInfo.from(data)
              .getGcInfo()
              .getMemoryUsageAfterGc()
              .values()
              .stream()
              .mapToLong(MemoryUsage::getUsed)
              .sum();
      most.accumulateAndGet(used, Math::max);
    }
  }

  /** Forgets what was before. */
  void reset() {
    System.gc();
    most.set(0);
  }

  /** The most since the last reset, a collection now included, in megabytes. */
  double peakMegabytes() {
    System.gc();
    MemoryUsage now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return Math.max(most.get(), now.getUsed()) / MEGA;
  }
}
