// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.model.Refusal;

/** Writes down what a session tells its listener. */
final class Heard implements NodeListener {

  /** One line per event but samples. */
  final List<String> events = new ArrayList<>();

  final List<Sample> samples = new ArrayList<>();

  /** The last live value by {@code device/metric}. */
  final Map<String, Double> live = new LinkedHashMap<>();

  record Sample(String tag, long time, double value, boolean historical) {}

  EdgeNodeSession session;

  static Heard by(SessionSettings settings) {
    Heard heard = new Heard();
    heard.session = new EdgeNodeSession(settings, heard);
    return heard;
  }

  @Override
  public void born(String device, int metrics, boolean rebirth) {
    events.add((rebirth ? "reborn " : "born ") + device + ":" + metrics);
  }

  @Override
  public void declared(int slot, MetricView metric) {}

  @Override
  public void sample(int slot, long time, boolean historical, MetricView metric) {
    MetricTable table = session.metrics();
    String tag = table.device(slot) + "/" + table.name(slot);
    double value = metric.isNull() ? Double.NaN : metric.asDouble(table.type(slot));
    samples.add(new Sample(tag, time, value, historical));
    if (!historical) {
      live.put(tag, value);
    }
  }

  @Override
  public void died(String device) {
    events.add("died " + device);
    live.keySet().removeIf(tag -> tag.startsWith(device + "/"));
  }

  @Override
  public void gap(int expected, int got) {
    events.add("gap " + expected + " " + got);
  }

  @Override
  public void rebirthWanted(String reason) {
    events.add("rebirth " + reason);
  }

  @Override
  public void clockWrong(long offsetMillis) {
    events.add("clock " + offsetMillis);
  }

  @Override
  public void refused(String device, Refusal refusal) {
    events.add("refused " + device + " " + refusal.code());
  }

  List<String> takeEvents() {
    List<String> taken = List.copyOf(events);
    events.clear();
    return taken;
  }
}
