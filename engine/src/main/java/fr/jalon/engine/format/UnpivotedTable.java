package fr.jalon.engine.format;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Shape;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.Text;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A crosstab with one row for each cell of its series: the labels of the row, the name of the
 * column, the value. Blank cells give no row; the other columns are said again on each row.
 *
 * <p>Rows stream by and are numbered as a spreadsheet would show this table, its names in row 1:
 * several come from one row of the file.
 */
final class UnpivotedTable implements Table {
  private static final String LABEL = "Libellé";

  private final Table table;
  private final Crosstab crosstab;
  private final List<Column> columns;
  private final Reading reading;

  private UnpivotedTable(Table table, Crosstab crosstab, long rows) {
    this.table = table;
    this.crosstab = crosstab;
    List<String> names = new ArrayList<>();
    for (Column column : table.columns()) {
      if (!isValue(column.index())) {
        // "Année" above the labels is the name of what stands to its right.
        boolean corner = column.name().equalsIgnoreCase(crosstab.name());
        names.add(corner ? LABEL : column.name());
      }
    }
    names.add(crosstab.name());
    names.add(crosstab.value());
    this.columns = ColumnNames.inOrder(names);
    List<Note> notes =
        table.reading().notes().stream().filter(note -> !note.code().equals("crosstab")).toList();
    this.reading =
        table
            .reading()
            .withShape(Shape.UNPIVOTED, columns.stream().map(Column::name).toList(), rows, notes);
  }

  static Table of(Table table) throws IOException, UnreadableFile {
    List<String> names = table.columns().stream().map(Column::name).toList();
    if (names.size() < 2) {
      throw new RefusedException("nothing-to-unpivot");
    }
    Figures figures = new Figures(names.size());
    table.scan(figures);
    Crosstab told = Crosstab.of(names, figures::isFigures);
    Crosstab crosstab = told == null ? Crosstab.rest(names, figures::isFigures) : told;
    long rows = figures.filled(crosstab);
    if (rows > Limits.ROWS) {
      throw new RefusedException("too-many-rows", "rows", Limits.ROWS);
    }
    return new UnpivotedTable(table, crosstab, rows);
  }

  /** Counts what each column holds, by its distinct values. */
  private static final class Figures implements BlockSink {
    private final long[] filled;
    private final long[] figures;

    Figures(int columns) {
      filled = new long[columns];
      figures = new long[columns];
    }

    @Override
    public void accept(Block block) {
      for (int c = 0; c < block.width(); c++) {
        Chunk chunk = block.chunk(c);
        boolean[] blank = new boolean[chunk.distinct()];
        boolean[] figure = new boolean[chunk.distinct()];
        for (int code = 0; code < blank.length; code++) {
          Text value = chunk.value(code);
          blank[code] = isBlank(value);
          figure[code] = !blank[code] && isFigure(value);
        }
        for (int row = 0; row < block.rows(); row++) {
          int code = chunk.code(row);
          filled[c] += blank[code] ? 0 : 1;
          figures[c] += figure[code] ? 1 : 0;
        }
      }
    }

    private static boolean isFigure(Text value) {
      CellShape shape =
          value.length() > 60 ? CellShape.TEXT : CellShape.of(CellShape.trim(value.toString()));
      return shape == CellShape.NUMBER || shape == CellShape.MISSING;
    }

    /** Figures, or nothing at all. */
    boolean isFigures(int column) {
      return figures[column] >= 0.7 * filled[column];
    }

    long filled(Crosstab crosstab) {
      long sum = 0;
      for (int c = crosstab.first(); c < crosstab.end(); c++) {
        sum += filled[c];
      }
      return sum;
    }
  }

  private static boolean isBlank(Text value) {
    return value.isEmpty() || value.isBlank();
  }

  private boolean isValue(int column) {
    return column >= crosstab.first() && column < crosstab.end();
  }

  @Override
  public Reading reading() {
    return reading;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public void scan(BlockSink sink) throws IOException, UnreadableFile {
    BlockBuilder builder = new BlockBuilder(columns.size(), sink);
    long[] number = {2};
    table.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            for (int c = crosstab.first(); c < crosstab.end(); c++) {
              Text value = text(block.chunk(c), row);
              if (!isBlank(value)) {
                labels(builder, block, row);
                builder.cell(crosstab.labels().get(c - crosstab.first()));
                builder.cell(value.array(), value.offset(), value.length());
                builder.endRow(number[0]++);
              }
            }
          }
        });
    builder.finish();
  }

  private void labels(BlockBuilder builder, Block block, int row) {
    for (int c = 0; c < block.width(); c++) {
      if (!isValue(c)) {
        Text label = text(block.chunk(c), row);
        builder.cell(label.array(), label.offset(), label.length());
      }
    }
  }

  private static Text text(Chunk chunk, int row) {
    return chunk.value(chunk.code(row));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
