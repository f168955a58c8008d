package fr.jalon.engine.rule.promise;

import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table made of any texts at all: cells with line ends, columns that bear one name. */
record MadeTable(List<String> names, List<List<String>> cells) implements Table {
  MadeTable {
    names = List.copyOf(names);
    cells = cells.stream().map(List::copyOf).toList();
  }

  /** Lines of cells apart by semicolons, the names first. */
  static MadeTable of(String text) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : text.split("\n")) {
      lines.add(List.of(line.split(";", -1)));
    }
    return new MadeTable(lines.get(0), lines.subList(1, lines.size()));
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
        cells.size(),
        names,
        List.of(),
        List.of(),
        null,
        List.of());
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new Column(columns.size(), columns.size(), name));
    }
    return columns;
  }

  @Override
  public void scan(BlockSink sink) throws IOException {
    BlockBuilder builder = new BlockBuilder(names.size(), sink);
    for (int row = 0; row < cells.size(); row++) {
      cells.get(row).forEach(builder::cell);
      builder.endRow(row + 2);
    }
    builder.finish();
  }
}
