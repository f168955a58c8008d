package fr.jalon.engine.format;

import fr.jalon.engine.table.Block;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a table that lies on its side upright: its first column gives the names, each other column
 * one row. Cells have the addresses a spreadsheet gives them once it has transposed the sheet: what
 * is in C5 of the file is in E3 here.
 *
 * <p>The file is gone through several times, some of its columns each, so that memory stays small.
 */
final class TransposedTable implements Table {
  /** Cells held at a time. */
  private static final int CELLS = 1 << 18;

  /** Bytes held at a time. */
  private static final long BYTES = 64L << 20;

  /** Cells of the largest table turned: each pass costs as much as reading the file. */
  private static final long MOST_CELLS = 10_000_000;

  private final Table table;
  private final SpooledTable turned;

  private TransposedTable(Table table, SpooledTable turned) {
    this.table = table;
    this.turned = turned;
  }

  static Table of(Table table, Path folder) throws IOException, UnreadableFile {
    long rows = table.reading().rows();
    int records = table.columns().size() - 1;
    if (records < 1 || rows == 0) {
      throw new RefusedException("nothing-to-turn");
    }
    if (rows > Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
    if (rows * records > MOST_CELLS) {
      throw new RefusedException("too-many-cells", "cells", MOST_CELLS);
    }
    RowSpool spool = new RowSpool(folder);
    boolean done = false;
    try {
      SpooledTable turned = new Turner(table, (int) rows, spool).turn(records);
      done = true;
      return new TransposedTable(table, turned);
    } finally {
      if (!done) {
        spool.close();
      }
    }
  }

  @Override
  public Reading reading() {
    return turned.reading();
  }

  @Override
  public List<Column> columns() {
    return turned.columns();
  }

  @Override
  public void scan(BlockSink sink) throws IOException {
    turned.scan(sink);
  }

  @Override
  public void close() throws IOException {
    try (table) {
      turned.close();
    }
  }

  /** Writes the columns of a table down as rows. */
  private static final class Turner {
    private final Table table;
    private final int rows;
    private final RowSpool spool;

    Turner(Table table, int rows, RowSpool spool) {
      this.table = table;
      this.rows = rows;
      this.spool = spool;
    }

    SpooledTable turn(int records) throws IOException, UnreadableFile {
      Slice names = new Slice(0, 1);
      table.scan(names);
      int step = Math.max(1, CELLS / rows);
      for (int first = 1; first <= records; first += step) {
        Slice slice = new Slice(first, Math.min(first + step, records + 1));
        table.scan(slice);
        slice.write();
      }
      List<Column> columns = columns(names);
      List<Note> notes =
          table.reading().notes().stream()
              .filter(note -> !note.code().equals("transposed"))
              .toList();
      Reading reading =
          table
              .reading()
              .withShape(
                  Shape.TRANSPOSED,
                  columns.stream().map(Column::name).toList(),
                  spool.rows(),
                  notes);
      int[] sources = new int[columns.size()];
      for (int i = 0; i < sources.length; i++) {
        sources[i] = i;
      }
      return new SpooledTable(reading, columns, spool, sources, row -> true);
    }

    private List<Column> columns(Slice names) {
      List<Column> distinct = ColumnNames.inOrder(names.texts());
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < distinct.size(); i++) {
        columns.add(new Column(i, (int) (names.sourceRows[i] - 1), distinct.get(i).name()));
      }
      return columns;
    }

    /** Some columns of the file, held to be written as rows. */
    private final class Slice implements BlockSink {
      private final int first;
      private final byte[][][] cells;
      private final long[] sourceRows = new long[rows];
      private int row;
      private long bytes;

      Slice(int first, int end) {
        this.first = first;
        this.cells = new byte[end - first][rows][];
      }

      @Override
      public void accept(Block block) throws IOException {
        for (int r = 0; r < block.rows() && row < rows; r++) {
          sourceRows[row] = block.sourceRow(r);
          for (int c = 0; c < cells.length; c++) {
            cells[c][row] = bytes(block.chunk(first + c), r);
          }
          row++;
        }
      }

      private byte[] bytes(Chunk chunk, int r) throws RefusedException {
        Text value = chunk.value(chunk.code(r));
        bytes += value.length();
        if (bytes > BYTES) {
          throw new RefusedException("too-large");
        }
        byte[] copy = new byte[value.length()];
        System.arraycopy(value.array(), value.offset(), copy, 0, copy.length);
        return copy;
      }

      void write() throws IOException {
        for (int c = 0; c < cells.length; c++) {
          for (int r = 0; r < row; r++) {
            byte[] cell = cells[c][r];
            spool.cell(r, cell, 0, cell.length);
          }
          spool.endRow(table.columns().get(first + c).sourceIndex() + 1L);
        }
      }

      List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int r = 0; r < row; r++) {
          texts.add(new String(cells[0][r], StandardCharsets.UTF_8));
        }
        return texts;
      }
    }
  }
}
