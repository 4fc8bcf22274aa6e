// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A key for {@code localhost} and its certificate, made by the JDK's own keytool. */
public final class TestCertificate {

  static final String PASSWORD = "of the test";

  private final Path store;
  private final Path certificate;

  /** A new one, in files of the folder. */
  public TestCertificate(Path folder) throws IOException, InterruptedException {
    store = folder.resolve("broker.p12");
    certificate = folder.resolve("broker.pem");
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1",
        "-storetype",
        "PKCS12");
    keytool("-exportcert", "-rfc", "-file", certificate.toString());
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments));
    command.addAll(
        List.of("-alias", "broker", "-storepass", PASSWORD, "-keystore", store.toString()));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
  }

  Path store() {
    return store;
  }

  /** The certificate for those who shall trust it, PEM. */
  public Path certificate() {
    return certificate;
  }
}
