package fr.jalon.engine.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds one {@link Chunk}: values come in row by row as bytes, and each distinct one is kept once.
 * Not thread-safe.
 */
public final class ChunkBuilder {
  /** Little to begin with: a table may have thousands of columns. */
  private static final int FEW = 16;

  private final ByteDictionary values;
  private int[] codes;
  private int rows;

  public ChunkBuilder() {
    this(new ByteDictionary(FEW, Integer.MAX_VALUE, Integer.MAX_VALUE), FEW);
  }

  private ChunkBuilder(ByteDictionary values, int rows) {
    this.values = values;
    this.codes = new int[rows];
  }

  /**
   * A builder for the same column of the next block, with as much room as this one came to need. It
   * takes over the working arrays of this one, which can only be {@link #build built} any more.
   */
  ChunkBuilder successor() {
    return new ChunkBuilder(values.successor(FEW), Math.max(FEW, rows));
  }

  /** Adds the value of the next row. */
  public void add(byte[] source, int offset, int length) {
    addCode(codeOf(source, offset, length));
  }

  /** Adds the value of the next row. */
  public void add(String value) {
    addCode(codeOf(value));
  }

  int codeOf(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    return codeOf(encoded, 0, encoded.length);
  }

  int codeOf(byte[] source, int offset, int length) {
    return values.add(source, offset, length);
  }

  void addCode(int code) {
    if (rows == codes.length) {
      codes = Arrays.copyOf(codes, rows * 2);
    }
    codes[rows++] = code;
  }

  public int rows() {
    return rows;
  }

  /** Bytes kept so far, to decide when a block is full. */
  public int dictionaryBytes() {
    return values.byteCount();
  }

  /** The finished column; the builder must not be used afterwards. */
  public Chunk build() {
    return new Chunk(values.bytes(), values.offsets(), values.size(), codes, rows);
  }
}
