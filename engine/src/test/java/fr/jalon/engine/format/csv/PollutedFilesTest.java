package fr.jalon.engine.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault is put in many files; what must survive it is the shape of the table. */
class PollutedFilesTest {
  enum Fault {
    STRAY_OPENING_QUOTE,
    STRAY_QUOTE_INSIDE,
    UNCLOSED_QUOTE,
    CELL_TOO_MANY,
    CELLS_MISSING,
    TRAILING_DELIMITERS,
    NO_HEADER,
    MIXED_RECORD_ENDS,
    HEADER_AGAIN,
    TOTAL_ROW,
    NEWLINE_IN_QUOTES,
    WRAPPED_RECORDS,
    SPACE_AFTER_DELIMITER,
    UNITS_ROW,
    BLANK_ROWS_AT_THE_END,
    GROUPS_ABOVE_HEADER,
    LONG_PREAMBLE
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheShapeOfTheTable(Fault fault) {
    List<String> wrong = new ArrayList<>();
    int files = Integer.getInteger("polluted", 60);
    for (int seed = 0; seed < files; seed++) {
      MessyFile file = new MessyFile(1000 + seed);
      if (file.headerRow > 1 && fault != Fault.STRAY_QUOTE_INSIDE) {
        continue;
      }
      String problem = problem(file, fault, new Random(seed));
      if (!problem.isEmpty()) {
        wrong.add(seed + ": " + problem);
      }
    }
    // Two columns of words without a header cannot be told from two with one.
    assertThat(wrong).hasSizeLessThanOrEqualTo(fault == Fault.NO_HEADER ? files / 50 : 0);
  }

  private static String problem(MessyFile file, Fault fault, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(file.text.split("\r?\n")));
    char d = file.delimiter;
    int header = file.headerRow - 1;
    int width = file.names.size();
    int rows = file.rows.size();
    int row = header + 1 + random.nextInt(Math.max(1, Math.min(rows, lines.size() - header - 1)));
    while (lines.get(row).isBlank() || lines.get(row).startsWith("Source")) {
      row = header + 1;
    }
    int columns = width;
    int headerRow = file.headerRow;
    switch (fault) {
      case STRAY_OPENING_QUOTE -> {
        if (lines.get(row).startsWith("\"")) {
          return "";
        }
        lines.set(row, '"' + lines.get(row));
      }
      case STRAY_QUOTE_INSIDE -> lines.set(row, lines.get(row).replaceFirst("e", "e\" "));
      case UNCLOSED_QUOTE -> {
        if (lines.get(row).startsWith("\"")) {
          lines.set(row, lines.get(row).replaceFirst("^\"([^\"]*)\"", "\"$1"));
        }
      }
      case CELL_TOO_MANY -> lines.set(row, lines.get(row) + d + "surplus");
      case CELLS_MISSING -> {
        int at = lines.get(row).lastIndexOf(d);
        lines.set(
            row,
            at > 0 && !lines.get(row).contains("\"")
                ? lines.get(row).substring(0, at)
                : lines.get(row));
      }
      case TRAILING_DELIMITERS -> lines.replaceAll(line -> line + d + d + d);
      case NO_HEADER -> {
        lines.remove(header);
        headerRow = 0;
      }
      case MIXED_RECORD_ENDS -> {}
      // Right under itself it would be a header of two rows.
      case HEADER_AGAIN -> lines.add(Math.max(row, header + 2), lines.get(header));
      case TOTAL_ROW -> {
        lines.add(
            header + 1 + lastData(lines, header, rows),
            "TOTAL" + String.valueOf(d).repeat(width - 1) + "12345");
        rows++;
      }
      case NEWLINE_IN_QUOTES -> {
        int at = lines.get(row).indexOf(d);
        String first = lines.get(row).substring(0, at);
        if (first.startsWith("\"")) {
          return "";
        }
        lines.set(row, "\"ligne 1\nligne 2 " + first + "\"" + lines.get(row).substring(at));
      }
      case WRAPPED_RECORDS -> {
        if (width < 4) {
          return "";
        }
        for (int i = header + 1; i < lines.size(); i++) {
          if (!lines.get(i).isBlank() && random.nextInt(3) == 0) {
            lines.set(i, '"' + lines.get(i).replace("\"", "\"\"") + '"');
          }
        }
      }
      case SPACE_AFTER_DELIMITER -> {
        if (file.text.contains("\"") && d != ',' || file.text.contains(", ")) {
          return "";
        }
        lines.replaceAll(line -> line.replace(String.valueOf(d), d + " "));
      }
      case UNITS_ROW -> {
        if (width < 3) {
          return "";
        }
        lines.add(header + 1, d + "(m)" + d + "€" + String.valueOf(d).repeat(width - 3));
      }
      case BLANK_ROWS_AT_THE_END -> {
        for (int i = 0; i < 7; i++) {
          lines.add(i % 2 == 0 ? String.valueOf(d).repeat(width - 1) : "");
        }
      }
      case GROUPS_ABOVE_HEADER -> {
        if (width < 6) {
          return "";
        }
        lines.add(
            header,
            String.valueOf(d).repeat(2)
                + "Description"
                + d
                + d
                + "Suivi"
                + String.valueOf(d).repeat(width - 5));
        return shape(file, lines, random, fault, width, rows, -1);
      }
      case LONG_PREAMBLE -> {
        lines.addAll(
            header,
            List.of(
                "Mairie de Gien",
                "Service des finances",
                "",
                "Tableau annexe au budget : liste des concours attribués",
                "Période :" + d + "2024",
                ""));
        headerRow += 6;
      }
    }
    return shape(file, lines, random, fault, columns, rows, headerRow);
  }

  private static int lastData(List<String> lines, int header, int rows) {
    int seen = 0;
    for (int i = header + 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && ++seen == rows) {
        return i - header;
      }
    }
    return lines.size() - header - 1;
  }

  private static String shape(
      MessyFile file,
      List<String> lines,
      Random random,
      Fault fault,
      int columns,
      int rows,
      int headerRow) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line)
          .append(fault == Fault.MIXED_RECORD_ENDS && random.nextBoolean() ? "\r\n" : "\n");
    }
    Csv csv = Csv.read(text.toString().getBytes(StandardCharsets.UTF_8));
    var reading = csv.table().reading();
    List<Long> expected = headerRow > 0 ? List.of((long) headerRow) : List.of();
    boolean header = headerRow < 0 || reading.headerRows().equals(expected);
    if (String.valueOf(file.delimiter).equals(reading.delimiter())
        && header
        && reading.columns().size() == columns
        && reading.rows() == rows
        && csv.rows().size() == rows) {
      return "";
    }
    return "delimiter "
        + reading.delimiter()
        + "/"
        + file.delimiter
        + " header "
        + reading.headerRows()
        + "/"
        + expected
        + " columns "
        + reading.columns().size()
        + "/"
        + columns
        + " rows "
        + reading.rows()
        + "/"
        + csv.rows().size()
        + "/"
        + rows
        + "\n"
        + text.substring(0, Math.min(600, text.length()));
  }
}
