package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Chunk;

/**
 * One column of one block with each distinct value read once into its type; what all the writers
 * share. An empty value is no value at all, in every type.
 */
final class TypedChunk {
  private final Chunk chunk;
  private final ValueType type;
  private final long[] values;
  private final int emptyCode;
  private final boolean zoned;

  private TypedChunk(Chunk chunk, ValueType type, long[] values, int emptyCode, boolean zoned) {
    this.chunk = chunk;
    this.type = type;
    this.values = values;
    this.emptyCode = emptyCode;
    this.zoned = zoned;
  }

  Chunk chunk() {
    return chunk;
  }

  ValueType type() {
    return type;
  }

  /** The code of the empty value, -1 when every row of the block has a value. */
  int emptyCode() {
    return emptyCode;
  }

  boolean isEmpty(int code) {
    return code == emptyCode;
  }

  /** The bits of a value, as {@link ValueParser} gives them. */
  long bits(int code) {
    return values[code];
  }

  double decimal(int code) {
    return Double.longBitsToDouble(values[code]);
  }

  /** True when dates and times are instants: all bear their distance to UTC. */
  boolean zoned() {
    return zoned;
  }

  /** Reads the columns of successive blocks and remembers which do not hold their type. */
  static final class Reader {
    private final ValueParser parser = new ValueParser();
    private final ValueType type;
    private boolean stray;
    private boolean seenZoned;
    private boolean seenLocal;

    Reader(ValueType type) {
      this.type = type;
    }

    /** True once a value was seen that is not of the type asked. */
    boolean stray() {
      return stray;
    }

    /** True when dates and times are instants rather than local. */
    boolean zoned() {
      return seenZoned;
    }

    TypedChunk read(Chunk chunk) {
      Chunk sound = Utf8.sound(chunk);
      int empty = -1;
      int distinct = sound.distinct();
      long[] values = new long[type == ValueType.TEXT ? 0 : distinct];
      for (int code = 0; code < distinct; code++) {
        int length = sound.length(code);
        if (length == 0) {
          empty = code;
        } else if (type != ValueType.TEXT && !stray) {
          stray = !parse(sound, code, length);
          values[code] = parser.value();
        }
      }
      return new TypedChunk(sound, type, values, empty, seenZoned);
    }

    private boolean parse(Chunk chunk, int code, int length) {
      if (!parser.parse(type, chunk.array(), chunk.offset(code), length)) {
        return false;
      }
      if (type == ValueType.DATETIME) {
        seenZoned |= parser.zoned();
        seenLocal |= !parser.zoned();
      }
      return !(seenZoned && seenLocal);
    }
  }
}
