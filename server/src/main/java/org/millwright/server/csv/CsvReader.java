// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.millwright.model.Refusal;

/** Reads bytes as a table: finds encoding and delimiter, checks the columns, keeps line numbers. */
public final class CsvReader {

  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final int MOST_ROWS = 2_000_000;

  private CsvReader() {}

  /**
   * Reads a table with a header row.
   *
   * @param bytes the whole file
   * @param required columns that must be there, lower case; further ones are kept
   */
  public static CsvReading read(byte[] bytes, Set<String> required) {
    if (bytes.length == 0) {
      return refused("CSV-EMPTY", "", "The file is empty.", "");
    }
    return switch (TextEncoding.decode(bytes)) {
      case TextEncoding.Unknown unknown ->
          refused(
              "CSV-ENCODING",
              "byte " + unknown.offset(),
              "The file is neither UTF-8, UTF-16 nor GB18030 (GBK).",
              "save it again as UTF-8.");
      case TextEncoding.Decoded decoded -> parse(decoded, required);
    };
  }

  private static CsvReading parse(TextEncoding.Decoded decoded, Set<String> required) {
    char delimiter = delimiter(decoded.text());
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (var parser = format.parse(new StringReader(decoded.text()))) {
      var records = parser.iterator();
      if (!records.hasNext()) {
        return refused("CSV-EMPTY", "", "The file has no header row.", "");
      }
      var columns = columns(records.next());
      var refusals = columnRefusals(columns, required);
      if (!refusals.isEmpty()) {
        return new CsvReading.Refused(refusals);
      }
      var rows = new ArrayList<CsvRow>();
      var lines = new LineCount(decoded.text());
      while (records.hasNext()) {
        CSVRecord record = records.next();
        long line = lines.lineAt(record.getCharacterPosition());
        row(record, line, columns, refusals, rows);
        if (rows.size() > MOST_ROWS) {
          return refused(
              "CSV-SIZE", "line " + line, "More than " + MOST_ROWS + " rows.", "split the file.");
        }
      }
      return refusals.isEmpty()
          ? new CsvReading.Read(new CsvTable(decoded.encoding(), delimiter, columns, rows))
          : new CsvReading.Refused(refusals);
    } catch (UncheckedIOException | IOException malformed) {
      String message = String.valueOf(malformed.getMessage());
      return refused(
          "CSV-QUOTES", "", "The quotes do not match: " + message, "double a quote inside a cell.");
    }
  }

  private static List<String> columns(CSVRecord header) {
    var names = new ArrayList<String>();
    header.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return names;
  }

  private static List<Refusal> columnRefusals(List<String> columns, Set<String> required) {
    var refusals = new ArrayList<Refusal>();
    for (String name : required) {
      if (!columns.contains(name)) {
        refusals.add(
            new Refusal(
                "CSV-COLUMN",
                "line 1",
                "The column \"" + name + "\" is missing; there are " + columns + ".",
                "rename the column."));
      }
    }
    var counts = new LinkedHashMap<String, Integer>();
    columns.forEach(name -> counts.merge(name, 1, Integer::sum));
    counts.forEach((name, count) -> {
      if (count > 1 && !name.isEmpty()) {
        refusals.add(
            Refusal.of("CSV-COLUMN", "line 1", "The column \"" + name + "\" stands there twice."));
      }
    });
    return refusals;
  }

  private static void row(
      CSVRecord record,
      long line,
      List<String> columns,
      List<Refusal> refusals,
      List<CsvRow> rows) {
    if (record.size() > columns.size()) {
      refusals.add(
          new Refusal(
              "CSV-CELLS",
              "line " + line,
              "The row has " + record.size() + " cells, the header " + columns.size() + ".",
              "put quotes around a cell that contains the delimiter."));
      return;
    }
    Map<String, String> cells = HashMap.newHashMap(record.size());
    for (int i = 0; i < record.size(); i++) {
      cells.put(columns.get(i), record.get(i));
    }
    rows.add(new CsvRow(line, cells));
  }

  /** The delimiter that splits the header into the most cells. */
  private static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = DELIMITERS[0];
    long most = -1;
    for (char candidate : DELIMITERS) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static CsvReading refused(String code, String place, String message, String maybe) {
    return new CsvReading.Refused(List.of(new Refusal(code, place, message, maybe)));
  }

  /** Counts lines forward, since a quoted cell may hold line breaks and empty lines are skipped. */
  private static final class LineCount {
    private final String text;
    private int position;
    private long line = 1;

    LineCount(String text) {
      this.text = text;
    }

    /** The line of the first cell at or after {@code wanted}, which never goes back. */
    long lineAt(long wanted) {
      while (position < text.length() && (position < wanted || isLineBreak())) {
        if (text.charAt(position) == '\n') {
          line++;
        }
        position++;
      }
      return line;
    }

    private boolean isLineBreak() {
      char c = text.charAt(position);
      return c == '\n' || c == '\r';
    }
  }
}
