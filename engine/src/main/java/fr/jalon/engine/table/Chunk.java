package fr.jalon.engine.table;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * One column of one block: a dictionary of its distinct values and, for each row, the code of its
 * value.
 *
 * <p>Codes run from 0 in order of first appearance. Immutable once built, so a block may be read by
 * several threads.
 */
public final class Chunk {
  private final byte[] bytes;
  private final int[] offsets;
  private final int distinct;
  private final int[] codes;
  private final int rows;

  Chunk(byte[] bytes, int[] offsets, int distinct, int[] codes, int rows) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.distinct = distinct;
    this.codes = codes;
    this.rows = rows;
  }

  public int rows() {
    return rows;
  }

  public int distinct() {
    return distinct;
  }

  /** The dictionary code of the value at this row of the block, 0-based. */
  public int code(int row) {
    return codes[row];
  }

  /** The value of a dictionary code. */
  public Text value(int code) {
    return new Text(bytes, offsets[code], offsets[code + 1] - offsets[code]);
  }

  /** The value at a row of the block, 0-based. */
  public Text at(int row) {
    return value(codes[row]);
  }

  /** The array that holds the distinct values; not to be written to. */
  public byte[] array() {
    return bytes;
  }

  /** Where the value of a code begins in {@link #array}. */
  public int offset(int code) {
    return offsets[code];
  }

  /** Length in bytes of the value of a code. */
  public int length(int code) {
    return offsets[code + 1] - offsets[code];
  }

  /** How many rows bear each code. */
  public int[] counts() {
    int[] counts = new int[distinct];
    for (int row = 0; row < rows; row++) {
      counts[codes[row]]++;
    }
    return counts;
  }

  /** The first row of the block that bears each code. */
  public int[] firstRows() {
    int[] first = new int[distinct];
    Arrays.fill(first, -1);
    for (int row = 0; row < rows; row++) {
      if (first[codes[row]] < 0) {
        first[codes[row]] = row;
      }
    }
    return first;
  }

  /** Size in bytes of the distinct values. */
  public int dictionaryBytes() {
    return offsets[distinct];
  }

  /**
   * The same column with each distinct value replaced by what the mapping gives; called once per
   * distinct value. Two values that become equal share a code again.
   */
  public Chunk map(UnaryOperator<String> mapping) {
    ChunkBuilder builder = new ChunkBuilder();
    int[] mapped = new int[distinct];
    for (int code = 0; code < distinct; code++) {
      mapped[code] = builder.codeOf(mapping.apply(value(code).toString()));
    }
    for (int row = 0; row < rows; row++) {
      builder.addCode(mapped[codes[row]]);
    }
    return builder.build();
  }

  /** The same column with only the rows kept. */
  public Chunk keep(boolean[] kept) {
    ChunkBuilder builder = new ChunkBuilder();
    int[] mapped = new int[distinct];
    Arrays.fill(mapped, -1);
    for (int row = 0; row < rows; row++) {
      if (kept[row]) {
        int code = codes[row];
        if (mapped[code] < 0) {
          mapped[code] = builder.codeOf(bytes, offsets[code], offsets[code + 1] - offsets[code]);
        }
        builder.addCode(mapped[code]);
      }
    }
    return builder.build();
  }

  /** A column in which every row has the same value. */
  public static Chunk constant(String value, int rows) {
    ChunkBuilder builder = new ChunkBuilder();
    int code = builder.codeOf(value);
    for (int row = 0; row < rows; row++) {
      builder.addCode(code);
    }
    return builder.build();
  }
}
