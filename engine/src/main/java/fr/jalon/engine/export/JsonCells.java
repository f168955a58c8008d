package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Chunk;
import java.nio.charset.StandardCharsets;

/**
 * The distinct values of a column of a block as they stand in a file: each is encoded once.
 *
 * @param codes of the rows
 */
record JsonCells(int[] codes, byte[] array, int[] offsets) {
  static final JsonCells NONE = new JsonCells(new int[0], new byte[0], new int[0]);

  /** Programs in JavaScript round whole numbers of more digits. */
  private static final int EXACT_DIGITS = 15;

  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  /** Writes one distinct value; writes nothing when there is nothing to say. */
  @FunctionalInterface
  interface Encoding {
    void put(Bytes out, TypedChunk column, int code);
  }

  static JsonCells of(TypedChunk column, Encoding encoding) {
    Chunk chunk = column.chunk();
    Bytes out = new Bytes(chunk.dictionaryBytes() + chunk.distinct() * 2 + 16);
    int[] offsets = new int[chunk.distinct() + 1];
    for (int code = 0; code < chunk.distinct(); code++) {
      encoding.put(out, column, code);
      offsets[code + 1] = out.size();
    }
    int[] codes = new int[chunk.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = chunk.code(row);
    }
    return new JsonCells(codes, out.array(), offsets);
  }

  /** As a value of a property: text in quotes, numbers and booleans as such, null for nothing. */
  static void putProperty(Bytes out, TypedChunk column, int code) {
    Chunk chunk = column.chunk();
    int length = chunk.length(code);
    boolean number =
        column.type() == ValueType.DECIMAL
            || column.type() == ValueType.INTEGER && length <= EXACT_DIGITS;
    if (length == 0) {
      out.put(NULL);
    } else if (number) {
      out.put(chunk.array(), chunk.offset(code), length);
    } else if (column.type() == ValueType.BOOLEAN) {
      out.put(column.bits(code) == 1 ? "true" : "false");
    } else {
      JsonText.put(out, chunk.array(), chunk.offset(code), length);
    }
  }

  boolean has(int row) {
    return offsets[codes[row] + 1] > offsets[codes[row]];
  }

  void put(Bytes out, int row) {
    int code = codes[row];
    out.put(array, offsets[code], offsets[code + 1] - offsets[code]);
  }
}
