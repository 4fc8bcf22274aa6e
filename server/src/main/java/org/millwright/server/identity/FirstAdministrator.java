// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.millwright.server.identity.Users.User;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator when there is no user yet.
 *
 * <p>The one-time password lies in a file of the data folder, readable by its owner only, until it
 * is changed, so that a start script can show it again.
 */
@Component
class FirstAdministrator implements InitializingBean {

  static final String NAME = "admin";

  private final Users users;
  private final Passwords passwords;
  private final Audit audit;
  private final Path file;

  FirstAdministrator(
      Users users, Passwords passwords, Audit audit, @Value("${millwright.data}") Path dataFolder) {
    this.users = users;
    this.passwords = passwords;
    this.audit = audit;
    this.file = dataFolder.resolve("administrator-password");
  }

  /** Before the web server answers, so that whoever sees the login page can read the password. */
  @Override
  public void afterPropertiesSet() {
    if (!users.isEmpty()) {
      return;
    }
    String password = passwords.oneTime();
    write(password);
    users.create(
        new User(NAME, "Administrator", true, false, List.of(new Grant("", Role.ADMINISTRATOR))),
        passwords.hash(password));
    audit.recordAs("system", "user.create", NAME, "the first administrator");
  }

  void passwordChanged(String name) {
    if (name.equals(NAME)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private void write(String password) {
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
      }
      Files.writeString(file, password + System.lineSeparator());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
