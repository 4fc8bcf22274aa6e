// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.millwright.scheduling.format.Format;
import org.millwright.scheduling.format.Reading;

/** The instances of the shared data folder and the generated shops. */
final class Instances {

  private static final long SEED = 7;

  private Instances() {}

  static List<Instance> read(Path data) {
    List<Instance> instances = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(data.resolve("best-known.csv"))) {
        String[] cells = line.split(",", -1);
        if (!cells[0].equals("family")) {
          instances.add(
              read(data.resolve(cells[2]), cells[0], cells[1], Double.parseDouble(cells[4])));
        }
      }
      for (String name : List.of("1", "60")) {
        instances.add(read(data.resolve("wtsds").resolve(name + ".txt"), "wtsds", name, 0));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return instances;
  }

  private static Instance read(Path file, String family, String name, double bestKnown)
      throws IOException {
    Format format = Format.of(family).orElseThrow();
    return switch (format.read(name, Files.readString(file))) {
      case Reading.Accepted accepted -> new Instance(family, name, accepted.problem(), bestKnown);
      case Reading.Refused refused ->
          throw new IllegalStateException(file + ": " + refused.refusals().getFirst());
    };
  }

  static List<Instance> generated() {
    return List.of(shop(1_000, false), shop(1_000, true), shop(10_000, false));
  }

  private static Instance shop(int orders, boolean complex) {
    String name = orders + (complex ? " orders, all rules" : " orders");
    return new Instance("shop", name, ShopGenerator.generate(orders, complex, SEED), 0);
  }
}
