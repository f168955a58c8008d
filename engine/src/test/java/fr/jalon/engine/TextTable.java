package fr.jalon.engine;

import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table made of text for tests: the first line names the columns, cells are apart by ";". Line 1
 * is row 1 as in a spreadsheet.
 */
public final class TextTable implements Table {
  private final List<Column> columns = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();

  private TextTable() {}

  public static TextTable of(String text) {
    TextTable table = new TextTable();
    String[] lines = text.split("\n");
    String[] names = lines[0].split(";", -1);
    for (int i = 0; i < names.length; i++) {
      table.columns.add(new Column(i, i, names[i]));
    }
    for (int line = 1; line < lines.length; line++) {
      table.rows.add(lines[line].split(";", -1));
    }
    return table;
  }

  @Override
  public Reading reading() {
    return new Reading(
        "csv",
        "utf-8",
        false,
        ";",
        null,
        null,
        "LF",
        null,
        List.of(),
        List.of(1L),
        2,
        rows.size(),
        columns.stream().map(Column::name).toList(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public void scan(BlockSink sink) throws IOException {
    BlockBuilder builder = new BlockBuilder(columns.size(), sink);
    for (int row = 0; row < rows.size(); row++) {
      for (String cell : rows.get(row)) {
        builder.cell(cell);
      }
      builder.endRow(row + 2);
    }
    builder.finish();
  }
}
