package fr.jalon.engine.export;

import fr.jalon.engine.profile.Found;
import fr.jalon.engine.profile.Marked;
import fr.jalon.engine.profile.RowPrints;
import fr.jalon.engine.profile.Witness;
import fr.jalon.engine.rule.Report;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@link SeenRows} of a table while it is searched: the rows as they go by, then, by
 * causes and mends, which of them each concerns.
 */
public final class SeenRowsWriter implements Witness, Closeable {
  private final List<Column> columns;
  private final Map<Integer, UnaryOperator<String>> covers;
  private final Counting out;
  private final List<long[]> groups = new ArrayList<>();
  private final Map<Found, Seen> seen = new IdentityHashMap<>();
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
  private final DataOutputStream group = new DataOutputStream(rows);
  private long firstOfGroup;
  private long rank;

  /** All the rows of one search. */
  private record Seen(int column, boolean rows, RowMasks hits, RowMasks changed) {}

  /**
   * @param covers how cells are shown, by the index of their column; those that are not here as
   *     they are
   */
  public SeenRowsWriter(Path file, List<Column> columns, Map<Integer, UnaryOperator<String>> covers)
      throws IOException {
    this.columns = List.copyOf(columns);
    this.covers = Map.copyOf(covers);
    this.out = new Counting(Files.newOutputStream(file));
  }

  @Override
  public void see(Block block, List<Marked> marks) throws IOException {
    long first = rank;
    long[] prints = RowPrints.of(block);
    List<byte[][]> shown = new ArrayList<>();
    for (int column = 0; column < block.width(); column++) {
      shown.add(new byte[block.chunk(column).distinct()][]);
    }
    for (int row = 0; row < block.rows(); row++) {
      if (rank % RowMasks.GROUP == 0) {
        endGroup();
        firstOfGroup = block.sourceRow(row);
      }
      group.writeLong(block.sourceRow(row));
      group.writeLong(prints[row]);
      for (int column = 0; column < block.width(); column++) {
        byte[] cell = cell(block.chunk(column), column, row, shown.get(column));
        group.writeShort(cell.length);
        group.write(cell);
      }
      rank++;
    }
    for (Marked marked : marks) {
      Seen all =
          seen.computeIfAbsent(
              marked.found(),
              any -> new Seen(marked.column(), marked.rows(), new RowMasks(), new RowMasks()));
      marked.hits().stream().forEach(row -> all.hits().set(first + row));
      marked.changed().stream().forEach(row -> all.changed().set(first + row));
    }
  }

  private byte[] cell(Chunk chunk, int column, int row, byte[][] shown) {
    int code = chunk.code(row);
    byte[] cell = shown[code];
    if (cell == null) {
      String text = chunk.value(code).toString();
      String covered = covers.getOrDefault(column, UnaryOperator.identity()).apply(text);
      cell = cut(covered).getBytes(StandardCharsets.UTF_8);
      shown[code] = cell;
    }
    return cell;
  }

  private static String cut(String text) {
    return text.length() <= SeenRows.LONGEST
        ? text
        : text.substring(0, SeenRows.LONGEST) + SeenRows.CUT;
  }

  private void endGroup() throws IOException {
    if (rows.size() > 0) {
      groups.add(new long[] {out.written, firstOfGroup});
      byte[] bytes = rows.toByteArray();
      out.write(deflated(bytes));
      rows.reset();
    }
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(deflated, fast)) {
      out.write(bytes);
    } finally {
      fast.end();
    }
    return deflated.toByteArray();
  }

  /** Ends the file: nothing can be read of it before. */
  public void finish(List<Report.Place> places) throws IOException {
    endGroup();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream index = new DataOutputStream(bytes);
    index.writeLong(rank);
    index.writeInt(groups.size());
    for (long[] each : groups) {
      index.writeLong(each[0]);
      index.writeLong(each[1]);
    }
    index.writeInt(columns.size());
    for (Column column : columns) {
      index.writeInt(column.sourceIndex());
      index.writeBoolean(covers.containsKey(column.index()));
      write(index, column.name());
    }
    List<Report.Place> met = places.stream().filter(one -> seen.containsKey(one.found())).toList();
    index.writeInt(met.size());
    for (Report.Place place : met) {
      write(index, place, seen.getOrDefault(place.found(), NONE));
    }
    long at = out.written;
    out.write(deflated(bytes.toByteArray()));
    DataOutputStream end = new DataOutputStream(out);
    end.writeLong(at);
    end.writeInt(SeenRows.MAGIC);
    end.flush();
  }

  private static final Seen NONE = new Seen(-1, true, new RowMasks(), new RowMasks());

  /** A mend of rows changes all those found. */
  private void write(DataOutputStream index, Report.Place place, Seen all) throws IOException {
    write(index, place.cause());
    write(index, place.column());
    write(index, place.mend());
    index.writeInt(all.column());
    boolean whole = all.rows() && place.mend() != null;
    masks(index, all.hits());
    masks(index, whole ? all.hits() : all.changed());
  }

  private void masks(DataOutputStream index, RowMasks masks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    masks.write(new DataOutputStream(bytes));
    byte[] deflated = deflated(bytes.toByteArray());
    index.writeLong(out.written);
    index.writeInt(deflated.length);
    out.write(deflated);
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(text == null ? -1 : bytes.length);
    out.write(bytes);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static final class Counting extends OutputStream {
    private final OutputStream file;
    private long written;

    Counting(OutputStream file) {
      this.file = file;
    }

    @Override
    public void write(int one) throws IOException {
      file.write(one);
      written++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      file.write(bytes, offset, length);
      written += length;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
