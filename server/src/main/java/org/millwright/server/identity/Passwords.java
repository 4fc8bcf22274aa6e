// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.security.SecureRandom;
import java.util.Optional;
import org.millwright.model.Refusal;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id and says which ones are too weak. */
@Component
class Passwords {

  static final int MINIMUM_LENGTH = 10;

  /** Without characters that people mistake for one another. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int ONE_TIME_LENGTH = 16;

  /**
   * RFC 9106 §4, second recommended option, with a quarter of its memory for a one-server plant.
   */
  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 1 << 14, 3);

  private final SecureRandom random = new SecureRandom();

  /** Verified against when a user does not exist, so that the answer takes as long. */
  private final String decoy = hash("no such user");

  String hash(String password) {
    return java.util.Objects.requireNonNull(encoder.encode(password));
  }

  boolean matches(String password, Optional<String> hash) {
    return encoder.matches(password, hash.orElse(decoy)) && hash.isPresent();
  }

  String oneTime() {
    var password = new StringBuilder();
    for (int i = 0; i < ONE_TIME_LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  /**
   * Empty when the password may be used (length rather than composition: NIST SP 800-63B §5.1.1).
   */
  Optional<Refusal> weakness(String password, String userName) {
    if (password.length() < MINIMUM_LENGTH) {
      return Optional.of(
          Refusal.of(
              "IDENTITY-PASSWORD",
              "new",
              "A password needs at least " + MINIMUM_LENGTH + " characters."));
    }
    if (password.equalsIgnoreCase(userName) || password.chars().distinct().count() < 4) {
      return Optional.of(
          Refusal.of("IDENTITY-PASSWORD", "new", "This password is too easy to guess."));
    }
    return Optional.empty();
  }
}
