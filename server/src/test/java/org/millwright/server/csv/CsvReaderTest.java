// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.csv;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millwright.model.Refusal;

class CsvReaderTest {

  private static final String TABLE = "code,name\nfurnace,步进梁式加热炉\nmill,粗轧机组\n";

  @Test
  void readsUtf8WithAndWithoutAByteOrderMark() {
    assertThat(read(TABLE.getBytes(UTF_8)).rows().getFirst().text("name")).isEqualTo("步进梁式加热炉");
    assertThat(read(("\uFEFF" + TABLE).getBytes(UTF_8)).columns()).containsExactly("code", "name");
  }

  @Test
  void detectsGbkAndUtf16() {
    CsvTable gbk = read(TABLE.getBytes(Charset.forName("GBK")));
    assertThat(gbk.encoding()).isEqualTo("GB18030");
    assertThat(gbk.rows().getLast().text("name")).isEqualTo("粗轧机组");
    assertThat(read(("\uFEFF" + TABLE).getBytes(UTF_16LE)).rows()).hasSize(2);
  }

  @Test
  void findsSemicolonsAndTabs() {
    assertThat(read(TABLE.replace(',', ';').getBytes(UTF_8)).rows().getFirst().text("code"))
        .isEqualTo("furnace");
    assertThat(read(TABLE.replace(',', '\t').getBytes(UTF_8)).delimiter()).isEqualTo('\t');
  }

  @Test
  void countsLinesThroughQuotedLineBreaksAndEmptyLines() {
    var rows = read("code,name\n\"a\",\"two\nlines\"\n\nb,c\n".getBytes(UTF_8)).rows();

    assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 5L);
    assertThat(rows.getFirst().text("name")).isEqualTo("two\nlines");
  }

  @Test
  void namesEveryMissingColumnAndEveryRowWithTooManyCells() {
    assertThat(refusals("code,nam\n".getBytes(UTF_8)))
        .extracting(Refusal::code)
        .containsExactly("CSV-COLUMN");
    assertThat(refusals("code,name\na,b,c\nd,e\nf,g,h\n".getBytes(UTF_8)))
        .extracting(Refusal::place)
        .containsExactly("line 2", "line 4");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThat(refusals(new byte[] {0x50, 0x4B, 0x03, 0x04, 0, 0, (byte) 0xFF, (byte) 0xFE}))
        .extracting(Refusal::code)
        .containsExactly("CSV-ENCODING");
    assertThat(refusals(new byte[0])).extracting(Refusal::code).containsExactly("CSV-EMPTY");
  }

  private static CsvTable read(byte[] bytes) {
    return switch (CsvReader.read(bytes, Set.of("code", "name"))) {
      case CsvReading.Read read -> read.table();
      case CsvReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static java.util.List<Refusal> refusals(byte[] bytes) {
    return switch (CsvReader.read(bytes, Set.of("code", "name"))) {
      case CsvReading.Read read -> throw new AssertionError(read.toString());
      case CsvReading.Refused refused -> refused.refusals();
    };
  }
}
