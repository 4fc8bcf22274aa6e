// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics an edge node and its devices declared, in primitive arrays. Each has a slot: a small
 * index that stays for the life of the table, so callers keep their own arrays beside it.
 *
 * <p>A slot is declared while the last birth of its node or device named it. Looking up allocates
 * nothing.
 */
public final class MetricTable {

  /** No such metric. */
  static final int UNKNOWN = -1;

  private final int maxMetrics;
  private final int maxDevices;
  private final Map<String, Integer> devices = new HashMap<>();
  private final List<String> deviceNames = new ArrayList<>();
  private final AliasIndex aliases = new AliasIndex();
  private final NameIndex names = new NameIndex();
  private int[] births = new int[4];
  private int size;
  private byte[][] name = new byte[16][];
  private int[] device = new int[16];
  private DataType[] type = new DataType[16];
  private int[] birth = new int[16];

  MetricTable(int maxMetrics, int maxDevices) {
    this.maxMetrics = maxMetrics;
    this.maxDevices = maxDevices;
    device("");
  }

  /** How many slots there are; valid ones are below. */
  public int size() {
    return size;
  }

  /** The metric's name; allocates. */
  public String name(int slot) {
    return new String(name[slot], StandardCharsets.UTF_8);
  }

  /** The device it belongs to, empty for the edge node itself. */
  public String device(int slot) {
    return deviceNames.get(device[slot]);
  }

  /** The type its last birth declared. */
  public DataType type(int slot) {
    return type[slot];
  }

  /** Whether the last birth of its node or device named it. */
  public boolean isDeclared(int slot) {
    return birth[slot] == births[device[slot]];
  }

  /** The index of a device, made on first sight; {@link #UNKNOWN} when there are too many. */
  int device(String device) {
    Integer known = devices.get(device);
    if (known != null) {
      return known;
    }
    int index = deviceNames.size();
    if (index > maxDevices) {
      return UNKNOWN;
    }
    deviceNames.add(device);
    devices.put(device, index);
    if (index == births.length) {
      births = Arrays.copyOf(births, 2 * index);
    }
    return index;
  }

  /** A birth of the device begins: what it declared before holds no longer. */
  void beginBirth(int deviceIndex) {
    births[deviceIndex]++;
    if (deviceIndex == 0) {
      aliases.clear();
      for (int each = 1; each < deviceNames.size(); each++) {
        births[each]++;
      }
    }
  }

  /**
   * Declares a metric of a birth.
   *
   * @return its slot; {@link #UNKNOWN} when there are too many
   */
  int declare(int deviceIndex, PayloadReader reader) {
    MetricView metric = reader.metric();
    byte[] bytes = reader.bytes();
    int slot = names.find(this, deviceIndex, bytes, metric.nameOffset(), metric.nameLength());
    if (slot == UNKNOWN) {
      if (size == maxMetrics) {
        return UNKNOWN;
      }
      slot = add(deviceIndex, bytes, metric.nameOffset(), metric.nameLength());
    }
    type[slot] = metric.type();
    birth[slot] = births[deviceIndex];
    return slot;
  }

  private int add(int deviceIndex, byte[] bytes, int offset, int length) {
    if (size == device.length) {
      int wider = 2 * size;
      name = Arrays.copyOf(name, wider);
      device = Arrays.copyOf(device, wider);
      type = Arrays.copyOf(type, wider);
      birth = Arrays.copyOf(birth, wider);
    }
    int slot = size++;
    name[slot] = Arrays.copyOfRange(bytes, offset, offset + length);
    device[slot] = deviceIndex;
    names.add(this, slot);
    return slot;
  }

  /**
   * Ties an alias to a declared slot.
   *
   * @return false when another declared metric has it too: from then on it stands for neither
   */
  boolean tie(long alias, int slot) {
    return aliases.put(this, alias, slot);
  }

  /** The slot of a data metric of the device by its alias or name; {@link #UNKNOWN} without. */
  int find(int deviceIndex, PayloadReader reader) {
    MetricView metric = reader.metric();
    int slot = UNKNOWN;
    if (metric.hasName()) {
      slot =
          names.find(this, deviceIndex, reader.bytes(), metric.nameOffset(), metric.nameLength());
    } else if (metric.hasAlias()) {
      slot = aliases.get(metric.alias());
    }
    return slot >= 0 && device[slot] == deviceIndex && isDeclared(slot) ? slot : UNKNOWN;
  }

  byte[] nameBytes(int slot) {
    return name[slot];
  }

  int deviceIndex(int slot) {
    return device[slot];
  }
}
