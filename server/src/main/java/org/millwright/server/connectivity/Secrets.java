// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps passwords the platform itself must present to others. AES-256-GCM with a key in a file that
 * only the platform's user can read, so that a copy of the database alone gives nothing away.
 */
@Component
class Secrets {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  Secrets(@Value("${millwright.data}") Path data) {
    try {
      key = new SecretKeySpec(key(data.resolve("secret.key")), "AES");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private byte[] key(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(file);
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(file, fresh);
    }
    return Files.readAllBytes(file);
  }

  String hide(String secret) {
    try {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      byte[] hidden =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] both = ByteBuffer.allocate(NONCE + hidden.length).put(nonce).put(hidden).array();
      return Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String show(String hidden) {
    try {
      byte[] both = Base64.getDecoder().decode(hidden);
      byte[] nonce = java.util.Arrays.copyOf(both, NONCE);
      byte[] secret = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(both, NONCE, both.length - NONCE);
      return new String(secret, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException wrongKey) {
      throw new IllegalStateException(
          "A stored password cannot be read. Maybe secret.key was lost or replaced.", wrongKey);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
