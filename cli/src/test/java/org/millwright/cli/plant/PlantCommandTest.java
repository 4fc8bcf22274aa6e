// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PlantCommandTest {

  @ParameterizedTest
  @CsvSource({
    "--broker nonsense, PLANT-BROKER",
    "--broker host:99999, PLANT-BROKER",
    "--lines hot-strip-mill;bakery, PLANT-LINE",
    "--credentials missing.properties, PLANT-CREDENTIALS",
    "--zone Mars/Olympus, PLANT-ZONE",
    "--speed 0, PLANT-RATE",
    "--tls-ca missing.pem, PLANT-TLS",
    "--edge-nodes 0, PLANT-COUNT",
    "--edge-nodes 1 --changed-share 1.5, PLANT-SHARE",
    "--edge-nodes 1 --qos 2, PLANT-QOS"
  })
  void optionsThatCannotBeTakenAreRefusedWithACode(String options, String code) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new PlantCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));

    int exit = command.execute(options.replace(';', ',').split(" "));

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).startsWith(code).doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }
}
