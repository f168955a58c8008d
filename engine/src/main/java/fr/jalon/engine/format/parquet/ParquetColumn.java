package fr.jalon.engine.format.parquet;

import org.jspecify.annotations.Nullable;

/**
 * A leaf of a Parquet schema.
 *
 * @param index its rank among the leaves, 0-based
 * @param name the names on the way to it, joined with dots
 * @param type how its values are stored
 * @param length bytes of each value when they are of fixed length
 * @param repeated true when a record may hold several values of it
 * @param definition levels that say how much of the way to a value is there
 * @param meaning what the values mean
 * @param crs system of a geometry, as its logical type has it; null when it says nothing
 */
public record ParquetColumn(
    int index,
    String name,
    Type type,
    int length,
    boolean repeated,
    int definition,
    Meaning meaning,
    @Nullable String crs) {
  /** Storage types, in the order of their numbers. */
  public enum Type {
    BOOLEAN,
    INT32,
    INT64,
    INT96,
    FLOAT,
    DOUBLE,
    BYTES,
    FIXED
  }

  /** What stored values stand for. */
  public enum Unit {
    PLAIN,
    TEXT,
    UNSIGNED,
    DECIMAL,
    DATE,
    TIME_MILLIS,
    TIME_MICROS,
    TIME_NANOS,
    MILLIS,
    MICROS,
    NANOS,
    UUID,
    FLOAT16,
    GEOMETRY,
    OPAQUE
  }

  /**
   * @param scale digits after the point of a decimal
   * @param utc true when a moment is that of the whole world, not of a clock on a wall
   */
  public record Meaning(Unit unit, int scale, boolean utc) {
    static final Meaning NONE = new Meaning(Unit.PLAIN, 0, false);

    static Meaning of(Unit unit) {
      return new Meaning(unit, 0, false);
    }
  }

  /** True when values are bytes of which nothing says that they are text. */
  public boolean isBinary() {
    boolean bytes = type == Type.BYTES || type == Type.FIXED;
    return bytes
        && (meaning.unit() == Unit.PLAIN
            || meaning.unit() == Unit.GEOMETRY
            || meaning.unit() == Unit.OPAQUE);
  }
}
