package fr.jalon.engine.rule.promise;

import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A whole table in memory, cell by cell, as a person would compare two of them. */
record Sheet(List<Head> heads, List<Row> rows) {
  Sheet {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /**
   * @param letters of the column in the file, "" when the file does not have it
   */
  record Head(String name, String letters) {}

  /**
   * @param number 1-based in the file
   */
  record Row(long number, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    Row with(int column, String text) {
      List<String> changed = new ArrayList<>(cells);
      changed.set(column, text);
      return new Row(number, changed);
    }
  }

  static Sheet of(Table table) throws IOException, UnreadableFile {
    List<Row> rows = new ArrayList<>();
    table.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            List<String> cells = new ArrayList<>(block.width());
            for (int column = 0; column < block.width(); column++) {
              cells.add(block.chunk(column).at(row).toString());
            }
            rows.add(new Row(block.sourceRow(row), cells));
          }
        });
    List<Head> heads = new ArrayList<>();
    for (Column column : table.columns()) {
      heads.add(new Head(column.name(), column.letters()));
    }
    return new Sheet(heads, rows);
  }

  Sheet withRows(List<Row> others) {
    return new Sheet(heads, others);
  }

  String cell(int row, int column) {
    return rows.get(row).cells().get(column);
  }

  /** As semicolons and lines, like the examples of the rules. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.join(";", heads.stream().map(Head::name).toList())).append('\n');
    rows.forEach(row -> text.append(String.join(";", row.cells())).append('\n'));
    return text.toString();
  }
}
