// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Random credentials for the edge nodes of the virtual plant, in a file only its owner reads. */
final class DemoCredentials {

  private static final int SECRET_BYTES = 18;

  private DemoCredentials() {}

  /** Writes {@code <group>/<node>=username:password} lines unless the file is there already. */
  static void writeTo(Path file, String group, List<String> lines) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    var random = new SecureRandom();
    var text = new StringBuilder();
    for (String line : lines) {
      byte[] secret = new byte[SECRET_BYTES];
      random.nextBytes(secret);
      String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
      String node = group + "/" + line;
      text.append(node).append('=').append(node).append(':').append(password).append('\n');
    }
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    Files.writeString(file, text);
  }
}
