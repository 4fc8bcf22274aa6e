// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The links that are open or being opened, by name. */
@Component
class BrokerLinks {

  private final Map<String, BrokerLink> links = new ConcurrentHashMap<>();

  void add(BrokerLink link) {
    links.put(link.source(), link);
  }

  void remove(BrokerLink link) {
    links.remove(link.source(), link);
  }

  Optional<BrokerLink> find(String source) {
    return Optional.ofNullable(links.get(source));
  }

  List<BrokerLink> all() {
    return List.copyOf(links.values());
  }
}
