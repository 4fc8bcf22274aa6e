// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.util.List;

/**
 * What to measure.
 *
 * @param only sections: {@code decode}, {@code ingest}, {@code trend}, {@code ui}
 * @param minutes how long the load lasts
 * @param edgeNodes edge nodes of the load
 * @param rate metric changes a second, all edge nodes together
 * @param qos QoS of their data messages
 * @param heapMegabytes heap of the measured process
 */
record Options(
    List<String> only, double minutes, int edgeNodes, int rate, int qos, int heapMegabytes) {

  static Options of(List<String> arguments) {
    return new Options(
        List.of(value(arguments, "--only", "decode,ingest,trend,ui").split(",")),
        Double.parseDouble(value(arguments, "--minutes", "5")),
        Integer.parseInt(value(arguments, "--edge-nodes", "200")),
        Integer.parseInt(value(arguments, "--rate", "200000")),
        Integer.parseInt(value(arguments, "--qos", "0")),
        Integer.parseInt(value(arguments, "--heap", "1200")));
  }

  private static String value(List<String> arguments, String name, String otherwise) {
    int at = arguments.indexOf(name);
    return at < 0 || at + 1 == arguments.size() ? otherwise : arguments.get(at + 1);
  }

  boolean has(String section) {
    return only.contains(section);
  }
}
