package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A column as the table of a shapefile holds it (dBASE III): a name of ten bytes and a width, known
 * once every value was seen. One thread.
 *
 * <p>Text stays text; a number too wide, a date and time and a year of more than four digits are
 * text too.
 */
final class DbfField {
  static final int LONGEST_NAME = 10;

  /** Bytes of a text. */
  static final int LONGEST_TEXT = 254;

  /** What a table of this kind may have. */
  static final int MOST_FIELDS = 255;

  /** The width that GDAL gives real numbers, which every reader met. */
  private static final int WIDEST_NUMBER = 24;

  private static final byte[] SPACES = " ".repeat(LONGEST_TEXT).getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private final int column;
  private final ValueType type;
  private int longest;
  private int whole = 1;
  private int fraction;
  private boolean scientific;
  private long cut;

  private DbfField(String name, int column, ValueType type) {
    this.name = name;
    this.column = column;
    this.type = type;
  }

  /** The fields of these columns of a table. */
  static List<DbfField> of(List<ExportColumn> columns, List<Integer> kept) {
    List<String> names = names(kept.stream().map(i -> columns.get(i).name()).toList());
    List<DbfField> fields = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      fields.add(new DbfField(names.get(i), kept.get(i), columns.get(kept.get(i)).type()));
    }
    return fields;
  }

  /**
   * Names of ten bytes at most, no letter cut, none twice: one that fits is kept before one that is
   * cut takes it.
   */
  static List<String> names(List<String> columns) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String clean = column.replaceAll("\\p{Cntrl}", "_");
      boolean fits = cut(clean, LONGEST_NAME).equals(clean) && taken.add(folded(clean));
      names.add(fits ? clean : "");
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        String clean = columns.get(i).replaceAll("\\p{Cntrl}", "_");
        String name = cut(clean, LONGEST_NAME);
        for (int n = 2; !taken.add(folded(name)); n++) {
          String end = "_" + n;
          name = cut(clean, LONGEST_NAME - end.length()) + end;
        }
        names.set(i, name);
      }
    }
    return names;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The beginning of a text in so many bytes of UTF-8. */
  private static String cut(String text, int bytes) {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    return new String(all, 0, kept(all, 0, all.length, bytes), StandardCharsets.UTF_8);
  }

  /** How many of these bytes make whole letters in so many bytes. */
  private static int kept(byte[] bytes, int offset, int length, int most) {
    if (length <= most) {
      return length;
    }
    int end = most;
    while ((bytes[offset + end] & 0xc0) == 0x80) {
      end--;
    }
    return end;
  }

  String name() {
    return name;
  }

  int column() {
    return column;
  }

  /** How many texts are longer than what fits. */
  long cut() {
    return cut;
  }

  /** Sees the values of a block, to know how wide the field is. */
  void see(TypedChunk values) {
    Chunk chunk = values.chunk();
    int[] counts = null;
    for (int code = 0; code < chunk.distinct(); code++) {
      int length = chunk.length(code);
      longest = Math.max(longest, length);
      if (length > LONGEST_TEXT) {
        counts = counts == null ? chunk.counts() : counts;
        cut += counts[code];
      }
      if (type == ValueType.DECIMAL && length > 0) {
        seeDecimal(chunk.array(), chunk.offset(code), length);
      }
    }
  }

  private void seeDecimal(byte[] bytes, int offset, int length) {
    int point = length;
    for (int i = 0; i < length; i++) {
      byte b = bytes[offset + i];
      scientific |= b == 'e' || b == 'E';
      if (b == '.') {
        point = i;
      }
    }
    whole = Math.max(whole, point);
    fraction = Math.max(fraction, length - point - 1);
  }

  /** C for text, N for numbers, D for dates, L for yes and no. */
  char kind() {
    return switch (type) {
      case TEXT, DATETIME -> 'C';
      case INTEGER -> 'N';
      case DECIMAL -> !scientific && numberWidth() <= WIDEST_NUMBER ? 'N' : 'C';
      case BOOLEAN -> 'L';
      case DATE -> 'D';
    };
  }

  int width() {
    return switch (kind()) {
      case 'N' -> type == ValueType.DECIMAL ? numberWidth() : Math.max(1, longest);
      case 'L' -> 1;
      case 'D' -> 8;
      default -> Math.max(1, Math.min(LONGEST_TEXT, longest));
    };
  }

  /** Digits behind the point. */
  int decimals() {
    return kind() == 'N' && type == ValueType.DECIMAL ? fraction : 0;
  }

  private int numberWidth() {
    return whole + (fraction > 0 ? fraction + 1 : 0);
  }

  /** Writes a distinct value in the width of the field. */
  void put(Bytes out, TypedChunk values, int code) {
    Chunk chunk = values.chunk();
    byte[] bytes = chunk.array();
    int offset = chunk.offset(code);
    int length = chunk.length(code);
    switch (kind()) {
      case 'L' -> out.put(length == 0 ? '?' : values.bits(code) == 1 ? 'T' : 'F');
      case 'D' -> putDate(out, bytes, offset, length);
      case 'N' -> putNumber(out, bytes, offset, length);
      default -> {
        int kept = kept(bytes, offset, length, LONGEST_TEXT);
        out.put(bytes, offset, kept);
        out.put(SPACES, 0, width() - kept);
      }
    }
  }

  private static void putDate(Bytes out, byte[] bytes, int offset, int length) {
    if (length == 0) {
      out.put(SPACES, 0, 8);
    } else {
      out.put(bytes, offset, 4);
      out.put(bytes, offset + 5, 2);
      out.put(bytes, offset + 8, 2);
    }
  }

  private void putNumber(Bytes out, byte[] bytes, int offset, int length) {
    int point = length;
    for (int i = 0; i < length; i++) {
      if (bytes[offset + i] == '.') {
        point = i;
      }
    }
    int behind = Math.max(0, length - point - 1);
    int added = length == 0 ? 0 : decimals() - behind + (behind == 0 && decimals() > 0 ? 1 : 0);
    out.put(SPACES, 0, width() - length - added);
    out.put(bytes, offset, length);
    if (added > 0 && behind == 0) {
      out.put('.');
      added--;
    }
    for (int i = 0; i < added; i++) {
      out.put('0');
    }
  }
}
