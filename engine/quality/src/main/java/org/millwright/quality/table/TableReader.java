// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.millwright.quality.Outcome;

/**
 * Reads delimited text: comma, semicolon, tab or blanks, with or without a header, UTF-8 or GB
 * 18030. A first line in which no cell is a number is taken as header, as is one with text above a
 * column of numbers.
 */
public final class TableReader {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private TableReader() {}

  /** Reads a file. */
  public static Outcome<Table> read(Path file) {
    try {
      return parse(decode(Files.readAllBytes(file)), file.getFileName().toString());
    } catch (IOException e) {
      return Outcome.refuse(
          "QUALITY-FILE-UNREADABLE",
          file.toString(),
          "the file cannot be read: " + e.getMessage() + ".",
          "the path is mistyped or relative to another folder");
    }
  }

  /** Reads text. */
  public static Outcome<Table> parse(String text, String name) {
    List<String> lines = text.lines().toList();
    List<List<String>> rows = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    char delimiter = delimiter(lines);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        rows.add(cells(delimiter == '\t' ? lines.get(i) : line, delimiter));
        numbers.add(i + 1);
      }
    }
    if (rows.isEmpty()) {
      return Outcome.refuse("QUALITY-TABLE-EMPTY", name, "there is no row in it.", "");
    }
    return Outcome.of(table(name, rows, numbers));
  }

  private static Table table(String name, List<List<String>> rows, List<Integer> numbers) {
    if (!headed(rows)) {
      List<String> names = new ArrayList<>();
      int width = rows.stream().mapToInt(List::size).max().orElse(0);
      for (int i = 1; i <= width; i++) {
        names.add(Integer.toString(i));
      }
      return new Table(name, names, rows, numbers);
    }
    List<String> header = rows.getFirst();
    int last = numbers.size();
    return new Table(name, header, rows.subList(1, last), numbers.subList(1, last));
  }

  private static boolean headed(List<List<String>> rows) {
    List<String> first = rows.getFirst();
    if (first.stream().noneMatch(cell -> Table.number(cell) != null)) {
      return true;
    }
    if (rows.size() < 2) {
      return false;
    }
    List<String> second = rows.get(1);
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      boolean text = !first.get(i).isBlank() && Table.number(first.get(i)) == null;
      if (text && Table.number(second.get(i)) != null) {
        return true;
      }
    }
    return false;
  }

  private static String decode(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      // Spreadsheets on Chinese Windows still write the national encoding.
      text = new String(bytes, Charset.forName("GB18030"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static char delimiter(List<String> lines) {
    String first =
        lines.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst().orElse("");
    for (char candidate : new char[] {'\t', ';', ','}) {
      if (first.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return first.strip().indexOf(' ') >= 0 ? ' ' : ',';
  }

  private static List<String> cells(String line, char delimiter) {
    if (delimiter == ' ') {
      return List.of(BLANKS.split(line));
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
