package fr.jalon.engine.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows set down once, in a compact form, to be read back many times: in memory when they are few,
 * in a file of the job's work folder beyond.
 *
 * <p>Only cells that hold something are kept. Rows come in increasing order of their numbers, cells
 * in increasing order of their columns. What is set down is always well-formed UTF-8: bytes that
 * are not are taken for windows-1252. Counts are checked against {@link Limits} before anything is
 * kept. One writer first, then any number of readers.
 */
public final class RowSpool implements Closeable {
  private static final int IN_MEMORY = 4 << 20;
  private static final int FILE_BUFFER = 1 << 16;
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private final Path folder;
  private final long mostBytes;
  private byte[] buffer = new byte[1 << 10];
  private int length;
  private @Nullable Path file;
  private @Nullable FileChannel channel;

  private long rows;
  private long cells;
  private long text;
  private int width;
  private long[] filled = new long[16];
  private long lastRow;

  private byte[] row = new byte[256];
  private int rowLength;
  private int rowCells;
  private int lastColumn;

  /**
   * @param folder where a file may be made
   */
  public RowSpool(Path folder) {
    this(folder, Limits.TEXT_BYTES);
  }

  RowSpool(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /** Adds a cell to the row being made; an empty one is left out. Columns are 0-based. */
  public void cell(int column, byte[] bytes, int offset, int count) throws IOException {
    if (Utf8.isValid(bytes, offset, count)) {
      wellFormed(column, bytes, offset, count);
    } else {
      byte[] mended = new String(bytes, offset, count, FALLBACK).getBytes(StandardCharsets.UTF_8);
      wellFormed(column, mended, 0, mended.length);
    }
  }

  /** Adds a cell known to be well-formed UTF-8, such as figures. */
  public void wellFormed(int column, byte[] bytes, int offset, int count) throws IOException {
    if (count == 0) {
      return;
    }
    if (column >= Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
    keep(column, bytes, offset, count);
  }

  /** Adds a cell to the row being made; an empty one is left out. Columns are 0-based. */
  public void cell(int column, String value) throws IOException {
    byte[] bytes = Utf8.of(value);
    wellFormed(column, bytes, 0, bytes.length);
  }

  /** Ends the row being made; a row without cells counts as blank and is not kept. */
  public void endRow(long number) throws IOException {
    if (rowCells > 0) {
      addRow(number, false);
    }
  }

  /** Ends the row being made and keeps it even when it holds nothing. */
  public void endRowEvenEmpty(long number) throws IOException {
    addRow(number, true);
  }

  /** Rows kept. */
  public long rows() {
    return rows;
  }

  /** Columns up to the last one that holds something. */
  public int width() {
    return width;
  }

  /** Cells of a column that hold something. */
  public long filled(int column) {
    return column < filled.length ? filled[column] : 0;
  }

  /** Refuses a table of so many columns when a pass over its grid, empty cells too, is too long. */
  public void checkGrid(int columns) throws RefusedException {
    if (rows * columns > Limits.GRID) {
      throw new RefusedException("too-many-cells", "cells", Limits.GRID);
    }
  }

  /** Number of the last row kept. */
  public long lastRow() {
    return lastRow;
  }

  /** Reads the rows back from the first one. */
  public Cursor read() throws IOException {
    FileChannel open = channel;
    if (open != null && length > 0) {
      flush(open);
    }
    return new Cursor(this);
  }

  @Override
  public void close() throws IOException {
    FileChannel open = channel;
    Path made = file;
    if (open != null) {
      open.close();
    }
    if (made != null) {
      Files.deleteIfExists(made);
    }
  }

  private void keep(int column, byte[] bytes, int offset, int count) throws IOException {
    if (cells >= Limits.CELLS) {
      throw new RefusedException("too-many-cells", "cells", Limits.CELLS);
    }
    text += count;
    if (text > mostBytes) {
      throw new RefusedException("too-large");
    }
    int gap = column - lastColumn;
    if (gap < 0) {
      throw new IllegalArgumentException("column " + column + " comes after " + lastColumn);
    }
    if (rowLength + count + 10 > row.length) {
      row = Arrays.copyOf(row, Math.max(row.length * 2, rowLength + count + 10));
    }
    if (((gap | count) & ~0x7f) == 0) {
      row[rowLength++] = (byte) gap;
      row[rowLength++] = (byte) count;
    } else {
      rowLength = putNumber(row, rowLength, gap);
      rowLength = putNumber(row, rowLength, count);
    }
    System.arraycopy(bytes, offset, row, rowLength, count);
    rowLength += count;
    lastColumn = column;
    rowCells++;
    cells++;
    if (column >= width) {
      width = column + 1;
      if (width > filled.length) {
        filled = Arrays.copyOf(filled, Math.max(width, filled.length * 2));
      }
    }
    filled[column]++;
  }

  private void addRow(long number, boolean evenEmpty) throws IOException {
    if (rows >= Limits.ROWS) {
      throw new RefusedException("too-many-rows", "rows", Limits.ROWS);
    }
    if (number < lastRow || (number == lastRow && !evenEmpty)) {
      throw new IllegalArgumentException("row " + number + " comes after " + lastRow);
    }
    need(rowLength + 20);
    length = putNumber(buffer, length, number - lastRow);
    length = putNumber(buffer, length, rowCells);
    length = putNumber(buffer, length, rowLength);
    System.arraycopy(row, 0, buffer, length, rowLength);
    length += rowLength;
    lastRow = number;
    rows++;
    rowLength = 0;
    rowCells = 0;
    lastColumn = 0;
  }

  private void need(int bytes) throws IOException {
    if (length + bytes <= buffer.length) {
      return;
    }
    if (length + bytes <= IN_MEMORY && channel == null) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
      return;
    }
    FileChannel open = channel;
    if (open == null) {
      Path made = Files.createTempFile(folder, "rows", ".spool");
      file = made;
      open = FileChannel.open(made, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel = open;
    }
    flush(open);
    if (Math.max(bytes, FILE_BUFFER) > buffer.length) {
      buffer = new byte[Math.max(bytes, FILE_BUFFER)];
    }
  }

  private void flush(FileChannel open) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(buffer, 0, length);
    while (out.hasRemaining()) {
      open.write(out);
    }
    length = 0;
  }

  private static int putNumber(byte[] target, int at, long value) {
    long rest = value;
    int to = at;
    while ((rest & ~0x7fL) != 0) {
      target[to++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    target[to++] = (byte) rest;
    return to;
  }

  /** Gives the rows back one after another. Not thread-safe; several may read one spool. */
  public static final class Cursor {
    private final RowSpool spool;
    private byte[] bytes;
    private int at;
    private int limit;
    private long filePosition;
    private long number;
    private int cells;
    private int nextRow;
    private int firstLength;
    private int[] columns = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private Cursor(RowSpool spool) {
      this.spool = spool;
      boolean inFile = spool.channel != null;
      this.bytes = inFile ? new byte[1 << 16] : spool.buffer;
      this.limit = inFile ? 0 : spool.length;
    }

    /** Goes to the next row; false after the last one. */
    public boolean next() throws IOException {
      if (!advance()) {
        return false;
      }
      load();
      return true;
    }

    /** Goes to the next row without looking into it: only its number can be asked for. */
    public boolean advance() throws IOException {
      at = nextRow;
      if (!ensure(1)) {
        return false;
      }
      ensure(30);
      number += number();
      cells = (int) number();
      int length = (int) number();
      if (!ensure(length)) {
        throw new EOFException("rows set down are cut");
      }
      nextRow = at + length;
      return true;
    }

    /** Looks into the row just gone to, once. */
    public void load() {
      if (cells > columns.length) {
        int room = Math.max(cells, columns.length * 2);
        columns = new int[room];
        starts = new int[room];
        ends = new int[room];
      }
      int column = 0;
      for (int i = 0; i < cells; i++) {
        column += (int) number();
        int count = (int) number();
        columns[i] = column;
        starts[i] = at;
        at += count;
        ends[i] = at;
      }
    }

    /** The first cell of a row just gone to, before it is looked into: where it begins. */
    public int firstStart() {
      int kept = at;
      number();
      firstLength = (int) number();
      int start = at;
      at = kept;
      return start;
    }

    /** Length of the cell {@link #firstStart} found. */
    public int firstLength() {
      return firstLength;
    }

    /** Number of the current row. */
    public long row() {
      return number;
    }

    /** Cells of the current row that hold something. */
    public int cells() {
      return cells;
    }

    /** The 0-based column of a cell of the current row. */
    public int column(int cell) {
      return columns[cell];
    }

    public byte[] bytes() {
      return bytes;
    }

    public int start(int cell) {
      return starts[cell];
    }

    public int end(int cell) {
      return ends[cell];
    }

    public String text(int cell) {
      return new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
    }

    private long number() {
      long value = 0;
      int shift = 0;
      byte b;
      do {
        b = bytes[at++];
        value |= (long) (b & 0x7f) << shift;
        shift += 7;
      } while (b < 0);
      return value;
    }

    /** Brings this many bytes at hand, or all there are; false when fewer remain. */
    private boolean ensure(int count) throws IOException {
      if (limit - at >= count) {
        return true;
      }
      FileChannel open = spool.channel;
      if (open == null) {
        return false;
      }
      int kept = limit - at;
      byte[] target = count > bytes.length ? new byte[Math.max(count, bytes.length * 2)] : bytes;
      System.arraycopy(bytes, at, target, 0, kept);
      bytes = target;
      at = 0;
      limit = kept;
      while (limit < count) {
        int n = open.read(ByteBuffer.wrap(bytes, limit, bytes.length - limit), filePosition);
        if (n <= 0) {
          return false;
        }
        limit += n;
        filePosition += n;
      }
      return true;
    }
  }
}
