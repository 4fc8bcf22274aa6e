// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.ArrayList;
import java.util.List;
import org.millwright.sparkplug.Topic;

/** What a client of the embedded broker may publish and subscribe to. */
sealed interface Rights {

  boolean mayPublish(String topic);

  /** MQTT topic filters it may publish to. */
  List<String> publishFilters();

  /** MQTT topic filters it may subscribe to. */
  List<String> subscribeFilters();

  /** One Sparkplug edge node: its own topics, its own commands, and the STATE of hosts. */
  record EdgeNode(String group, String node, List<String> ofNode, List<String> ofDevices)
      implements Rights {

    static EdgeNode of(String group, String node) {
      List<String> ofNode = new ArrayList<>();
      List<String> ofDevices = new ArrayList<>();
      for (Topic.MessageType type : Topic.MessageType.values()) {
        String topic = Topic.NAMESPACE + '/' + group + '/' + type + '/' + node;
        if (!type.isCommand()) {
          (type.ofDevice() ? ofDevices : ofNode).add(type.ofDevice() ? topic + '/' : topic);
        }
      }
      return new EdgeNode(group, node, List.copyOf(ofNode), List.copyOf(ofDevices));
    }

    @Override
    public boolean mayPublish(String topic) {
      for (String prefix : ofDevices) {
        if (topic.startsWith(prefix)) {
          return topic.length() > prefix.length() && topic.indexOf('/', prefix.length()) < 0;
        }
      }
      return ofNode.contains(topic);
    }

    @Override
    public List<String> publishFilters() {
      List<String> filters = new ArrayList<>(ofNode);
      ofDevices.forEach(prefix -> filters.add(prefix + '+'));
      return filters;
    }

    /** With {@code /#} behind NCMD too: common libraries subscribe so. */
    @Override
    public List<String> subscribeFilters() {
      String base = Topic.NAMESPACE + '/' + group;
      return List.of(
          base + "/NCMD/" + node + "/#",
          base + "/DCMD/" + node + "/#",
          Topic.NAMESPACE + "/STATE/#");
    }
  }

  /**
   * A device that speaks plain MQTT: topics that match a filter, outside the Sparkplug namespace.
   */
  record Plain(TopicPattern filter) implements Rights {

    @Override
    public boolean mayPublish(String topic) {
      return filter.matches(topic) && !topic.startsWith(Topic.NAMESPACE + '/');
    }

    @Override
    public List<String> publishFilters() {
      return List.of(filter.filter());
    }

    @Override
    public List<String> subscribeFilters() {
      return List.of(filter.filter());
    }
  }

  /** None at all. */
  record Nothing() implements Rights {

    @Override
    public boolean mayPublish(String topic) {
      return false;
    }

    @Override
    public List<String> publishFilters() {
      return List.of();
    }

    @Override
    public List<String> subscribeFilters() {
      return List.of();
    }
  }
}
