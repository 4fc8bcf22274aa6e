// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.ApiTokens.Token;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs, made and revoked by administrators. */
@RestController
@RequestMapping("/api/tokens")
@Requires(Permission.ADMINISTER)
class ApiTokenController {

  record NewToken(String name, String node, Role role, @Nullable Instant expiresAt) {}

  record Secret(String name, String secret) {}

  private final ApiTokens tokens;
  private final Audit audit;

  ApiTokenController(ApiTokens tokens, Audit audit) {
    this.tokens = tokens;
    this.audit = audit;
  }

  @GetMapping
  List<Token> all() {
    return tokens.all();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Secret create(@RequestBody NewToken fresh) {
    if (fresh.name().isBlank()) {
      throw new RefusalException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          Refusal.of("IDENTITY-NAME", "name", "A token needs a name that says who uses it."));
    }
    var grant = new Grant(fresh.node(), fresh.role());
    String secret = tokens.create(fresh.name(), grant, CurrentUser.get().name(), fresh.expiresAt());
    audit.record("token.create", fresh.name(), grant.toString());
    return new Secret(fresh.name(), secret);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    if (!tokens.revoke(id)) {
      throw new RefusalException(
          HttpStatus.NOT_FOUND, Refusal.of("IDENTITY-UNKNOWN", id, "No such token."));
    }
    audit.record("token.revoke", id, "");
  }
}
