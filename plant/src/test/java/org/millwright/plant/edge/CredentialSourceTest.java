// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialSourceTest {

  @TempDir private Path folder;

  @Test
  void aFileGivesEachNodeItsOwnAndNewPasswordsCountAtTheNextLogIn() throws IOException {
    Path file = folder.resolve("plant-credentials.properties");
    Files.writeString(file, "works/kiln=works/kiln:pa:ss\nworks/odd=no colon\n");
    CredentialSource source = new CredentialSource.FromFile(file);

    assertThat(source.of("works", "kiln")).contains(new Credentials("works/kiln", "pa:ss"));
    assertThat(source.of("works", "odd")).isEmpty();
    assertThat(source.check("works", "mill"))
        .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("PLANT-CREDENTIALS"));

    Files.writeString(file, "works/kiln=works/kiln:new\n");
    assertThat(source.of("works", "kiln")).contains(new Credentials("works/kiln", "new"));
  }

  @Test
  void aPatternIsFilledInAndNothingPrintsAPassword() {
    CredentialSource source = new CredentialSource.Pattern("{group}/{node}", "key-of-{node}");

    assertThat(source.of("works", "kiln")).contains(new Credentials("works/kiln", "key-of-kiln"));
    assertThat(source.toString()).doesNotContain("key-of");
    assertThat(source.of("works", "kiln").toString()).doesNotContain("key-of");
  }
}
