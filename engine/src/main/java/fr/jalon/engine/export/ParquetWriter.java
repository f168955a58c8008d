package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Apache Parquet, written straight from the dictionaries of the blocks: one row group a block, one
 * dictionary page (when it saves room) and one data page a column, compressed by Zstandard, with
 * statistics.
 *
 * <p>Types: text is a string, a whole number INT64, a decimal number DOUBLE (not DECIMAL: its scale
 * would have to be known before the first row, and few tools add up coordinates in it), a date
 * DATE, a date and time TIMESTAMP in microseconds, an instant when every value bears its distance
 * to UTC and local otherwise. An empty value is null in every column, text included: an empty cell
 * of a CSV file says no more.
 */
final class ParquetWriter implements TableWriter {
  static final String FILE = "data.parquet";
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final HashedFile file;
  private final List<ExportColumn> columns;
  private final List<TypedChunk.Reader> readers;
  private final List<RowGroup> groups = new ArrayList<>();
  private final ParquetColumn encoder;
  private long rows;

  /** The readers are asked, at the end, whether dates and times were instants. */
  ParquetWriter(Path folder, List<ExportColumn> columns, List<TypedChunk.Reader> readers)
      throws IOException {
    this.file = new HashedFile(folder, FILE);
    this.columns = columns;
    this.readers = readers;
    this.encoder = new ParquetColumn(file);
    file.write(MAGIC);
  }

  @Override
  public void write(Block block, List<TypedChunk> typed) throws IOException {
    if (block.rows() == 0) {
      return;
    }
    long start = file.position();
    List<ParquetColumn.Written> written = new ArrayList<>(typed.size());
    for (TypedChunk column : typed) {
      written.add(encoder.write(column));
    }
    groups.add(new RowGroup(start, block.rows(), written));
    rows += block.rows();
  }

  @Override
  public WrittenFile finish() throws IOException {
    Bytes footer = new Bytes(1 << 14);
    writeMetadata(new Thrift(footer));
    footer.putInt(footer.size());
    footer.put(MAGIC);
    file.write(footer.array(), 0, footer.size());
    return file.finish(WrittenFormat.PARQUET, rows);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void writeMetadata(Thrift thrift) {
    thrift.beginElement().i32(1, 2);
    thrift.structs(2, columns.size() + 1);
    thrift.beginElement().text(4, "schema").i32(5, columns.size()).end();
    for (int i = 0; i < columns.size(); i++) {
      writeSchema(thrift, columns.get(i), readers.get(i).zoned());
    }
    thrift.i64(3, rows).structs(4, groups.size());
    for (RowGroup group : groups) {
      writeRowGroup(thrift, group);
    }
    thrift.text(6, "Jalon").structs(7, columns.size());
    for (int i = 0; i < columns.size(); i++) {
      thrift.beginElement().empty(1).end();
    }
    thrift.end();
  }

  private static void writeSchema(Thrift thrift, ExportColumn column, boolean instant) {
    ValueType type = column.type();
    thrift.beginElement().i32(1, ParquetColumn.physicalType(type)).i32(3, 1);
    thrift.text(4, column.name());
    switch (type) {
      case TEXT -> thrift.i32(6, 0).begin(10).empty(1).end();
      case DATE -> thrift.i32(6, 6).begin(10).empty(6).end();
      case DATETIME -> {
        if (instant) {
          thrift.i32(6, 10);
        }
        thrift.begin(10).begin(8).bool(1, instant).begin(2).empty(2).end().end().end();
      }
      case INTEGER, DECIMAL, BOOLEAN -> {}
    }
    thrift.end();
  }

  private void writeRowGroup(Thrift thrift, RowGroup group) {
    long plain = 0;
    long compressed = 0;
    thrift.beginElement().structs(1, columns.size());
    for (int i = 0; i < columns.size(); i++) {
      ParquetColumn.Written column = group.columns().get(i);
      thrift.beginElement().i64(2, 0).begin(3);
      column.writeMetadata(thrift, columns.get(i), group.rows());
      thrift.end().end();
      plain += column.plainSize();
      compressed += column.compressedSize();
    }
    thrift.i64(2, plain).i64(3, group.rows()).i64(5, group.start()).i64(6, compressed).end();
  }

  private record RowGroup(long start, int rows, List<ParquetColumn.Written> columns) {}
}
