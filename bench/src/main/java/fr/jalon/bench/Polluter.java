package fr.jalon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Puts one fault at a time in a table: 2 291 files, each with the table it should be read as.
 *
 * <p>The faults are those of "Pollock: a data loading benchmark" (see {@link Group}): what stands
 * in the file is polluted, and the clean table stays the one that was meant. A stray quote is a
 * character of its cell; a header of several rows is joined by a space; of two tables the first is
 * meant.
 */
final class Polluter {
  private final List<List<WrittenCell>> rows;
  private final List<List<String>> clean;
  private final String usual;

  Polluter(SourceTable source) {
    this.rows = source.rows();
    this.clean = source.texts();
    this.usual = Manner.USUAL.write(rows);
  }

  List<Polluted> all() {
    List<Polluted> files = new ArrayList<>(wholeFiles());
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < SourceTable.WIDTH; column++) {
        if (column > 0) {
          files.add(lessDelimiter(row, column));
        }
        files.add(moreDelimiter(row, column));
        files.add(strayQuote(row, column));
      }
      files.add(rowDelimiter(row));
    }
    return files;
  }

  /** The files that are polluted as a whole: one or two of each group. */
  List<Polluted> wholeFiles() {
    List<Polluted> files = new ArrayList<>();
    files.add(file(Group.SOURCE, usual));
    files.add(new Polluted(Group.EMPTY_FILE, "empty.csv", new byte[0], List.of()));
    int end = Manner.USUAL.end().length();
    files.add(file(Group.NO_FINAL_NEWLINE, usual.substring(0, usual.length() - end)));
    files.add(file(Group.DOUBLE_FINAL_NEWLINE, usual + Manner.USUAL.end()));
    files.add(part(Group.NO_HEADER, 1, rows.size()));
    files.add(headers(Group.TWO_HEADERS, 2));
    files.add(headers(Group.THREE_HEADERS, 3));
    String commas = ",".repeat(SourceTable.WIDTH - 1) + Manner.USUAL.end();
    files.add(file(Group.PREAMBLE, "PRETS DE L'ANNEE" + commas + commas + usual));
    files.add(file(Group.SECOND_TABLE_NARROWER, usual + secondTable(SourceTable.WIDTH - 1)));
    files.add(file(Group.SECOND_TABLE_SAME, usual + secondTable(SourceTable.WIDTH)));
    files.add(file(Group.SECOND_TABLE_WIDER, usual + secondTable(SourceTable.WIDTH + 1)));
    files.add(part(Group.HEADER_ONLY, 0, 1));
    files.add(part(Group.ONE_ROW, 0, 2));
    files.add(file(Group.RECORD_END_LF, Manner.USUAL.withEnd("\n")));
    files.add(file(Group.RECORD_END_CR, Manner.USUAL.withEnd("\r")));
    files.add(file(Group.DELIMITER_SEMICOLON, Manner.USUAL.withDelimiter(";")));
    files.add(file(Group.DELIMITER_TAB, Manner.USUAL.withDelimiter("\t")));
    files.add(file(Group.DELIMITER_COMMA_SPACE, Manner.USUAL.withDelimiter(", ")));
    files.add(file(Group.DELIMITER_SPACE, Manner.USUAL.withDelimiter(" ")));
    files.add(file(Group.DELIMITER_PIPE, Manner.USUAL.withDelimiter("|")));
    files.add(file(Group.QUOTE_APOSTROPHE, Manner.USUAL.withQuote("'")));
    files.add(file(Group.ESCAPE_BACKSLASH, Manner.USUAL.withEscape("\\")));
    files.add(file(Group.ESCAPE_NONE, Manner.USUAL.withEscape("")));
    return files;
  }

  private Polluted file(Group group, String text) {
    return Polluted.of(group, group.name().toLowerCase(Locale.ROOT), text, clean);
  }

  private Polluted file(Group group, Manner manner) {
    return file(group, manner.write(rows));
  }

  private Polluted part(Group group, int from, int to) {
    String text = Manner.USUAL.write(rows.subList(from, to));
    String name = group.name().toLowerCase(Locale.ROOT);
    return Polluted.of(group, name, text, clean.subList(from, to));
  }

  private Polluted headers(Group group, int count) {
    String header = Manner.USUAL.write(rows.subList(0, 1));
    List<List<String>> meant = new ArrayList<>(clean);
    meant.set(0, clean.get(0).stream().map(name -> (name + " ").repeat(count - 1) + name).toList());
    String name = group.name().toLowerCase(Locale.ROOT);
    return Polluted.of(group, name, header.repeat(count - 1) + usual, meant);
  }

  /** The same loans again with their own header, the last column cut off or one more added. */
  private String secondTable(int width) {
    List<List<WrittenCell>> second = new ArrayList<>();
    for (List<WrittenCell> row : rows.subList(0, rows.size() - 1)) {
      List<WrittenCell> cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
      if (width > row.size()) {
        cells.add(WrittenCell.plain(second.isEmpty() ? "SUITE" : ""));
      }
      second.add(cells);
    }
    return Manner.USUAL.write(second);
  }

  private Polluted lessDelimiter(int row, int column) {
    List<String> cells = cells(row);
    String joined = cells.get(column - 1) + cells.remove(column);
    cells.set(column - 1, joined);
    return rowFile(Group.LESS_DELIMITER, row, column, String.join(",", cells), clean);
  }

  private Polluted moreDelimiter(int row, int column) {
    List<String> cells = cells(row);
    cells.add(column, "");
    return rowFile(Group.MORE_DELIMITER, row, column, String.join(",", cells), clean);
  }

  private Polluted strayQuote(int row, int column) {
    WrittenCell cell = rows.get(row).get(column);
    String written = Manner.USUAL.cell(cell);
    List<String> cells = cells(row);
    cells.set(column, '"' + written);
    List<String> meant = new ArrayList<>(clean.get(row));
    meant.set(column, '"' + cell.text());
    List<List<String>> table = new ArrayList<>(clean);
    table.set(row, meant);
    return rowFile(Group.STRAY_QUOTE, row, column, String.join(",", cells), table);
  }

  private Polluted rowDelimiter(int row) {
    return rowFile(Group.ROW_DELIMITER, row, 0, String.join(" ", cells(row)), clean);
  }

  private List<String> cells(int row) {
    return new ArrayList<>(rows.get(row).stream().map(Manner.USUAL::cell).toList());
  }

  private Polluted rowFile(
      Group group, int row, int column, String record, List<List<String>> meant) {
    String before = Manner.USUAL.write(rows.subList(0, row));
    String after = Manner.USUAL.write(rows.subList(row + 1, rows.size()));
    String name = group.name().toLowerCase(Locale.ROOT) + "_row" + row + "_col" + column;
    return Polluted.of(group, name, before + record + Manner.USUAL.end() + after, meant);
  }

  /** Every file polluted as a whole, and one in {@code step} of the others, always the same. */
  List<Polluted> sample(int step) {
    List<Polluted> everything = all();
    List<Polluted> whole = wholeFiles();
    Stream<Polluted> some =
        everything.stream()
            .skip(whole.size())
            .filter(file -> Math.floorMod(file.name().hashCode(), step) == 0);
    return Stream.concat(whole.stream(), some).toList();
  }
}
