package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.parquet.ParquetColumn.Meaning;
import fr.jalon.engine.format.parquet.ParquetColumn.Type;
import fr.jalon.engine.format.parquet.ParquetColumn.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the end of a Parquet file says of the rest: its schema, and where its column chunks are. */
final class Footer {
  /** Column chunks of all row groups together. */
  private static final int MOST_CHUNKS = 1_000_000;

  /** What the file says of itself; one is of use. */
  private static final int MOST_PROPERTIES = 1_000;

  private static final int MOST_DEPTH = 32;
  private static final int MOST_SCALE = 100;

  private static final int REQUIRED = 0;
  private static final int REPEATED = 2;

  /**
   * @param values values of the chunk, those absent counted
   * @param start place of its first page
   * @param length bytes of its pages
   */
  record Chunk(int codec, long values, long start, long length) {}

  record RowGroup(long rows, List<Chunk> chunks) {}

  private record Element(
      @Nullable Type type,
      int length,
      int repetition,
      String name,
      int children,
      Meaning meaning,
      @Nullable String crs) {}

  private final ThriftInput in;
  private final long fileSize;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final List<RowGroup> rowGroups = new ArrayList<>();
  private final Map<String, String> properties = new HashMap<>();

  /** System of the logical type read last. */
  private @Nullable String crs;

  private int chunks;

  /** Characters of all names, each column's with those of the groups it is in. */
  private long nameCharacters;

  private long rows;

  Footer(byte[] bytes, long fileSize) throws RefusedException {
    this.in = new ThriftInput(bytes, bytes.length);
    this.fileSize = fileSize;
    read();
  }

  List<ParquetColumn> columns() {
    return columns;
  }

  List<RowGroup> rowGroups() {
    return rowGroups;
  }

  Map<String, String> properties() {
    return properties;
  }

  /** Records of all row groups. */
  long rows() {
    return rows;
  }

  private void read() throws RefusedException {
    in.enter();
    boolean schema = false;
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 2 -> {
          schema();
          schema = true;
        }
        case 4 -> {
          int count = in.list(ThriftInput.STRUCT);
          for (int i = 0; i < count; i++) {
            rowGroups.add(rowGroup());
          }
        }
        case 5 -> {
          int count = in.list(ThriftInput.STRUCT);
          for (int i = 0; i < count; i++) {
            property();
          }
        }
        case 8 -> throw new RefusedException("password-protected");
        default -> in.skip();
      }
    }
    if (!schema) {
      throw ThriftInput.broken();
    }
  }

  private void property() throws RefusedException {
    int kept = in.enter();
    String key = "";
    String value = "";
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 1 -> key = in.text();
        case 2 -> value = in.text();
        default -> in.skip();
      }
    }
    in.leave(kept);
    if (properties.size() < MOST_PROPERTIES) {
      properties.putIfAbsent(key, value);
    }
  }

  private void schema() throws RefusedException {
    int count = in.list(ThriftInput.STRUCT);
    if (count > 2 * Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(element());
    }
    if (elements.isEmpty()) {
      throw ThriftInput.broken();
    }
    int next = 1;
    for (int i = 0; i < elements.get(0).children(); i++) {
      next = leaves(elements, next, "", 0, false, 0);
    }
    if (columns.size() > Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
  }

  /** Takes the leaves at and below an element; gives the rank of the element after them. */
  private int leaves(
      List<Element> elements, int rank, String above, int definition, boolean repeated, int depth)
      throws RefusedException {
    if (rank >= elements.size() || depth > MOST_DEPTH) {
      throw ThriftInput.broken();
    }
    Element element = elements.get(rank);
    nameCharacters += above.length() + element.name().length();
    if (nameCharacters > Limits.VALUE_BYTES) {
      throw new RefusedException("too-large");
    }
    String name = above.isEmpty() ? element.name() : above + "." + element.name();
    int level = definition + (element.repetition() == REQUIRED ? 0 : 1);
    boolean many = repeated || element.repetition() == REPEATED;
    Type type = element.type();
    if (type != null && element.children() == 0) {
      columns.add(
          new ParquetColumn(
              columns.size(),
              name,
              type,
              element.length(),
              many,
              level,
              element.meaning(),
              element.crs()));
      return rank + 1;
    }
    int next = rank + 1;
    for (int i = 0; i < element.children(); i++) {
      next = leaves(elements, next, name, level, many, depth + 1);
    }
    return next;
  }

  private Element element() throws RefusedException {
    int kept = in.enter();
    Type type = null;
    int length = 0;
    int repetition = 0;
    String name = "";
    int children = 0;
    int converted = -1;
    int scale = 0;
    Meaning meaning = null;
    crs = null;
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 1 -> {
          int number = in.count();
          if (number >= Type.values().length) {
            throw ThriftInput.broken();
          }
          type = Type.values()[number];
        }
        case 2 -> length = in.count();
        case 3 -> repetition = in.count();
        case 4 -> name = in.text();
        case 5 -> children = in.count();
        case 6 -> converted = in.count();
        case 7 -> scale = in.count();
        case 10 -> meaning = logical();
        default -> in.skip();
      }
    }
    in.leave(kept);
    if (meaning == null) {
      meaning = converted(converted, scale);
    }
    boolean wrong = type == Type.FIXED && (length <= 0 || length > Limits.VALUE_BYTES);
    if (wrong || meaning.scale() < 0 || meaning.scale() > MOST_SCALE) {
      throw ThriftInput.broken();
    }
    return new Element(type, length, repetition, name, children, meaning, crs);
  }

  private Meaning logical() throws RefusedException {
    in.expect(ThriftInput.STRUCT);
    int kept = in.enter();
    Meaning meaning = Meaning.NONE;
    for (int field = in.field(); field != 0; field = in.field()) {
      meaning =
          switch (field) {
            case 1, 4, 12 -> passed(Unit.TEXT);
            case 5 -> decimal();
            case 6 -> passed(Unit.DATE);
            case 7 -> moment(false);
            case 8 -> moment(true);
            case 10 -> integer();
            case 13 -> passed(Unit.OPAQUE);
            case 14 -> passed(Unit.UUID);
            case 15 -> passed(Unit.FLOAT16);
            case 16 -> passed(Unit.OPAQUE);
            case 17, 18 -> geometry();
            default -> passed(Unit.PLAIN);
          };
    }
    in.leave(kept);
    return meaning;
  }

  private Meaning passed(Unit unit) throws RefusedException {
    in.skip();
    return Meaning.of(unit);
  }

  private Meaning decimal() throws RefusedException {
    int kept = in.enter();
    int scale = 0;
    for (int field = in.field(); field != 0; field = in.field()) {
      if (field == 1) {
        scale = in.count();
      } else {
        in.skip();
      }
    }
    in.leave(kept);
    return new Meaning(Unit.DECIMAL, scale, false);
  }

  private Meaning moment(boolean date) throws RefusedException {
    int kept = in.enter();
    boolean utc = false;
    int unit = 1;
    for (int field = in.field(); field != 0; field = in.field()) {
      if (field == 1) {
        utc = in.bool();
      } else if (field == 2) {
        in.expect(ThriftInput.STRUCT);
        int inner = in.enter();
        for (int each = in.field(); each != 0; each = in.field()) {
          unit = each;
          in.skip();
        }
        in.leave(inner);
      } else {
        in.skip();
      }
    }
    in.leave(kept);
    Unit found =
        switch (unit) {
          case 1 -> date ? Unit.MILLIS : Unit.TIME_MILLIS;
          case 2 -> date ? Unit.MICROS : Unit.TIME_MICROS;
          default -> date ? Unit.NANOS : Unit.TIME_NANOS;
        };
    return new Meaning(found, 0, utc && date);
  }

  private Meaning integer() throws RefusedException {
    int kept = in.enter();
    boolean signed = true;
    for (int field = in.field(); field != 0; field = in.field()) {
      if (field == 2) {
        signed = in.bool();
      } else {
        in.skip();
      }
    }
    in.leave(kept);
    return signed ? Meaning.NONE : Meaning.of(Unit.UNSIGNED);
  }

  private Meaning geometry() throws RefusedException {
    int kept = in.enter();
    for (int field = in.field(); field != 0; field = in.field()) {
      if (field == 1) {
        crs = in.text();
      } else {
        in.skip();
      }
    }
    in.leave(kept);
    return Meaning.of(Unit.GEOMETRY);
  }

  private static Meaning converted(int type, int scale) {
    return switch (type) {
      case 0, 4, 19 -> Meaning.of(Unit.TEXT);
      case 5 -> new Meaning(Unit.DECIMAL, scale, false);
      case 6 -> Meaning.of(Unit.DATE);
      case 7 -> Meaning.of(Unit.TIME_MILLIS);
      case 8 -> Meaning.of(Unit.TIME_MICROS);
      case 9 -> new Meaning(Unit.MILLIS, 0, true);
      case 10 -> new Meaning(Unit.MICROS, 0, true);
      case 11, 12, 13, 14 -> Meaning.of(Unit.UNSIGNED);
      case 20, 21 -> Meaning.of(Unit.OPAQUE);
      default -> Meaning.NONE;
    };
  }

  private RowGroup rowGroup() throws RefusedException {
    int kept = in.enter();
    List<Chunk> own = new ArrayList<>();
    long count = -1;
    if (rowGroups.size() == MOST_CHUNKS) {
      throw ThriftInput.broken();
    }
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 1 -> {
          int wanted = in.list(ThriftInput.STRUCT);
          chunks += wanted;
          if (wanted != columns.size() || chunks > MOST_CHUNKS) {
            throw ThriftInput.broken();
          }
          for (int i = 0; i < wanted; i++) {
            own.add(chunk());
          }
        }
        case 3 -> count = in.number();
        default -> in.skip();
      }
    }
    in.leave(kept);
    if (count < 0 || own.size() != columns.size()) {
      throw ThriftInput.broken();
    }
    rows += count;
    if (count > Limits.ROWS || rows > Limits.ROWS) {
      throw new RefusedException("too-many-rows", "rows", Limits.ROWS);
    }
    return new RowGroup(count, own);
  }

  private Chunk chunk() throws RefusedException {
    int kept = in.enter();
    Chunk found = null;
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 1 -> throw new RefusedException("parquet-elsewhere");
        case 3 -> {
          in.expect(ThriftInput.STRUCT);
          found = metadata();
        }
        case 8 -> throw new RefusedException("password-protected");
        default -> in.skip();
      }
    }
    in.leave(kept);
    if (found == null) {
      throw ThriftInput.broken();
    }
    return found;
  }

  private Chunk metadata() throws RefusedException {
    int kept = in.enter();
    int codec = 0;
    long values = -1;
    long length = -1;
    long data = -1;
    long dictionary = -1;
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 4 -> codec = in.count();
        case 5 -> values = in.number();
        case 7 -> length = in.number();
        case 9 -> data = in.number();
        case 11 -> dictionary = in.number();
        default -> in.skip();
      }
    }
    in.leave(kept);
    // some writers set the place of a dictionary they do not have to zero
    long start = dictionary > 0 && dictionary < data ? dictionary : data;
    boolean inside = start >= 4 && length >= 0 && length <= fileSize && start <= fileSize - length;
    if (values < 0 || !inside) {
      throw ThriftInput.broken();
    }
    return new Chunk(codec, values, start, length);
  }
}
