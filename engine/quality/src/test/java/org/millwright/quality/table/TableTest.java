// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.quality.Outcome;

class TableTest {

  private static Table table(String text) {
    return TableReader.parse(text, "t.csv") instanceof Outcome.Done<Table> done
        ? done.value()
        : null;
  }

  private static String code(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> no ? no.refusal().toString() : "done";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b\n1,2\n3,4", "a;b\n1;2\n3;4", "a\tb\n1\t2\n3\t4", "a b\n 1   2\n3 4\n\n"})
  void readsEveryDelimiter(String text) {
    Table table = table(text);

    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.numbers(1, false))
        .isInstanceOfSatisfying(
            Outcome.Done.class, done -> assertThat((double[]) done.value()).containsExactly(2, 4));
  }

  @Test
  void aTableWithoutHeaderHasNumberedColumns() {
    assertThat(table("1,2\n3,4").header()).containsExactly("1", "2");
    assertThat(table("1,2\n3,4").column("2")).isEqualTo(Outcome.of(1));
  }

  @Test
  void columnsGoByNameNumberAndRange() {
    Table table = table("id,x1,x2,x3\n1,2,3,4");

    assertThat(table.columns("x1-x3")).isEqualTo(Outcome.of(java.util.List.of(1, 2, 3)));
    assertThat(table.columns("1,3-4")).isEqualTo(Outcome.of(java.util.List.of(0, 2, 3)));
    assertThat(table.column("X2")).isEqualTo(Outcome.of(2));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "12a, QUALITY-VALUE-TEXT",
    "inf, QUALITY-VALUE-INFINITE",
    "NA, QUALITY-VALUE-MISSING",
    "'1,5', QUALITY-VALUE-TEXT"
  })
  void cellsThatAreNoNumbersAreRefusedByLineAndColumn(String cell, String expected) {
    Table table = table("v;w\n1;2\n" + cell + ";3");

    assertThat(code(table.numbers(0, false))).startsWith(expected).contains("line 3", "column v");
  }

  @Test
  void absentColumnsAreRefusedWithTheOnesThereAre() {
    assertThat(code(table("a,b\n1,2").column("c")))
        .startsWith("QUALITY-COLUMN-ABSENT")
        .contains("a, b");
  }

  @Test
  void missingCellsMayBeLeftOut() {
    assertThat(table("v,w\n1,2\n,3").numbers(0, true))
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> assertThat((double[]) done.value()).containsExactly(1, Double.NaN));
  }

  @Test
  void emptyFilesAreRefused() {
    assertThat(code(TableReader.parse("\n\n", "t"))).startsWith("QUALITY-TABLE-EMPTY");
  }
}
