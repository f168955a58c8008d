package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Utf8;
import fr.jalon.engine.table.Note;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dBASE table read record by record: a file by itself, or the attributes of a shapefile. Its code
 * page is declared badly so often that the bytes have the last word.
 */
final class Dbf implements Closeable {
  private static final int HEADER_SIZE = 32;
  private static final int FIELD_SIZE = 32;
  private static final int END_OF_FIELDS = 0x0d;
  private static final int DELETED = '*';
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Accented letters of French in page 850 and in windows-1252, the most frequent first. */
  private static final byte[] DOS_LETTERS = bytes(0x82, 0x8a, 0x85, 0x88, 0x87, 0x90, 0x93, 0x96);

  private static final byte[] WINDOWS_LETTERS =
      bytes(0xe9, 0xe8, 0xe0, 0xea, 0xe7, 0xc9, 0xf4, 0xfb);

  private static final int FIRST_BYTES = 32 * 256 + HEADER_SIZE;

  /** First bytes of dBASE III to 7, FoxPro and Visual FoxPro, with and without memos. */
  private static final byte[] VERSIONS =
      bytes(
          0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8c, 0xcb, 0xe5, 0xf5,
          0xfb);

  private static final String TYPES = "CNFLDMGBPIYTO@+VQW0";

  /** Types whose value lies in another file, which nobody deposits. */
  private static final String ELSEWHERE = "MGPW";

  /** Day number of 1970-01-01 as FoxPro counts. */
  private static final int JULIAN_1970 = 2_440_588;

  private static final int MILLIS_PER_DAY = 86_400_000;

  private record Field(byte[] name, char type, int start, int length) {
    /** Binary types of fixed width; a field too narrow for its type is taken for text. */
    boolean isWide(int bytes) {
      return length >= bytes;
    }
  }

  private final InputStream in;
  private final long records;
  private final int language;
  private final List<Field> fields = new ArrayList<>();
  private final byte[] record;
  private long read;
  private boolean cut;
  private long deleted;
  private long overflows;
  private long elsewhere;

  Dbf(InputStream in) throws IOException {
    this.in = in;
    byte[] bytes = in.readNBytes(HEADER_SIZE);
    if (bytes.length < HEADER_SIZE) {
      throw broken();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    records = header.getInt(4) & 0xffffffffL;
    int headerLength = header.getShort(8) & 0xffff;
    int recordLength = header.getShort(10) & 0xffff;
    language = bytes[29] & 0xff;
    int at = 1;
    int left = headerLength - HEADER_SIZE;
    while (left >= FIELD_SIZE) {
      byte[] field = in.readNBytes(FIELD_SIZE);
      left -= FIELD_SIZE;
      if (field.length < FIELD_SIZE) {
        throw broken();
      }
      if (field[0] == END_OF_FIELDS) {
        break;
      }
      int length = field[16] & 0xff;
      if (field[11] == 'C' && at + (length | (field[17] & 0xff) << 8) <= recordLength) {
        length |= (field[17] & 0xff) << 8;
      }
      if (at + length > recordLength) {
        throw broken();
      }
      fields.add(new Field(name(field), (char) field[11], at, length));
      at += length;
    }
    if (left > 0 && in.readNBytes(left).length < left) {
      throw broken();
    }
    record = new byte[Math.max(recordLength, 1)];
  }

  private static byte[] name(byte[] field) {
    int length = 0;
    while (length < 11 && field[length] != 0) {
      length++;
    }
    return Arrays.copyOf(field, length);
  }

  /** True when the bytes can only be the header of a table, which has no mark of its own. */
  static boolean looksLikeOne(Path path, long size) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(FIRST_BYTES);
    }
    if (bytes.length < HEADER_SIZE + 1 || indexOf(VERSIONS, bytes[0]) < 0) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = header.getShort(8) & 0xffff;
    int recordLength = header.getShort(10) & 0xffff;
    if (bytes[2] < 0 || bytes[2] > 12 || bytes[3] < 0 || bytes[3] > 31 || headerLength > size) {
      return false;
    }
    int width = 1;
    int at = HEADER_SIZE;
    while (at + FIELD_SIZE <= Math.min(headerLength, bytes.length) && bytes[at] != END_OF_FIELDS) {
      if (bytes[at] <= ' ' && bytes[at] >= 0 || TYPES.indexOf(bytes[at + 11]) < 0) {
        return false;
      }
      width += bytes[at + 16] & 0xff;
      at += FIELD_SIZE;
    }
    boolean ended = at < bytes.length && bytes[at] == END_OF_FIELDS || at >= FIRST_BYTES - 1;
    return at > HEADER_SIZE && ended && width <= recordLength;
  }

  /** Names of the fields, each only once. */
  List<String> names(Charset charset) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Field field : fields) {
      byte[] bytes = field.name();
      boolean utf8 = charset.equals(StandardCharsets.UTF_8);
      int cut = utf8 ? Math.max(0, cutLetter(bytes, 0, bytes.length)) : 0;
      String name = new String(bytes, 0, bytes.length - cut, charset).strip();
      String base = name.isEmpty() ? "colonne_" + (names.size() + 1) : name;
      String unique = base;
      for (int number = 2; !taken.add(unique); number++) {
        unique = base + "_" + number;
      }
      names.add(unique);
    }
    return names;
  }

  /** Reads every record, those deleted left out. */
  void read(Charset charset, Features features) throws IOException {
    int[] places = places(charset, features);
    for (long number = 1; features.wantsMore() && next(); number++) {
      if (!isDeleted()) {
        give(places, charset, features);
        features.endRecord(number);
      }
    }
    notes(features);
  }

  /** Makes the columns of the fields; -1 for one that is no column. */
  int[] places(Charset charset, Features features) throws IOException {
    List<String> names = names(charset);
    int[] places = new int[names.size()];
    for (int i = 0; i < places.length; i++) {
      boolean bookkeeping = fields.get(i).type() == '0';
      places[i] = bookkeeping ? -1 : features.place(names.get(i));
    }
    return places;
  }

  /** Gives the values of the current record. */
  void give(int[] places, Charset charset, Features features) {
    for (int i = 0; i < places.length; i++) {
      String value = places[i] < 0 ? "" : value(i, charset);
      if (!value.isEmpty()) {
        features.value(places[i], value);
      }
    }
  }

  /** Says what the records read could not give. */
  void notes(Features features) {
    note(features, "records-deleted", deleted);
    note(features, "numbers-overflowed", overflows);
    note(features, "texts-elsewhere", elsewhere);
    if (cut) {
      note(features, "records-cut", Math.max(1, records - read));
    }
  }

  private static void note(Features features, String code, long count) {
    if (count > 0) {
      features.note(new Note(code, Map.of("count", Long.toString(count))));
    }
  }

  /** Records the header announces. */
  long announced() {
    return records;
  }

  /** Goes to the next record; false after the last one. */
  boolean next() throws IOException {
    // a program that died while writing left the count at zero
    if (read >= records && records > 0) {
      return false;
    }
    int n = in.readNBytes(record, 0, record.length);
    if (n < record.length || (records == 0 && record[0] != ' ' && record[0] != DELETED)) {
      cut = records > 0;
      return false;
    }
    read++;
    return true;
  }

  boolean isDeleted() {
    boolean marked = record[0] == DELETED;
    deleted += marked ? 1 : 0;
    return marked;
  }

  /** The value of a field of the current record, "" when it is not filled. */
  private String value(int index, Charset charset) {
    Field field = fields.get(index);
    char type = field.type();
    if (ELSEWHERE.indexOf(type) >= 0 || type == 'B' && field.length() == 10) {
      elsewhere += isFilled(field) ? 1 : 0;
      return "";
    }
    return switch (type) {
      case 'N', 'F' -> number(text(field, StandardCharsets.ISO_8859_1));
      case 'D' -> date(text(field, StandardCharsets.ISO_8859_1));
      case 'L' -> logical(text(field, StandardCharsets.ISO_8859_1));
      case 'I', '+' ->
          field.isWide(4)
              ? Integer.toString(buffer().getInt(field.start()))
              : text(field, StandardCharsets.ISO_8859_1);
      case 'O', 'B' -> field.isWide(8) ? real(buffer().getDouble(field.start())) : "";
      case 'Y' ->
          field.isWide(8)
              ? BigDecimal.valueOf(buffer().getLong(field.start()), 4)
                  .stripTrailingZeros()
                  .toPlainString()
              : "";
      case 'T', '@' -> field.isWide(8) ? moment(field) : "";
      case 'Q' -> "";
      default -> text(field, charset);
    };
  }

  private static String real(double value) {
    return Double.isFinite(value) ? PlainNumber.text(value) : "";
  }

  private String moment(Field field) {
    long day = buffer().getInt(field.start()) - (long) JULIAN_1970;
    int millis = buffer().getInt(field.start() + 4);
    boolean possible = Math.abs(day) < 1_000_000 && millis >= 0 && millis < MILLIS_PER_DAY;
    if (!possible) {
      return "";
    }
    return LocalDateTime.ofEpochSecond(day * 86_400 + millis / 1000, 0, ZoneOffset.UTC)
        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  private boolean isFilled(Field field) {
    for (int i = field.start(); i < field.start() + field.length(); i++) {
      if (record[i] != ' ' && record[i] != 0 && record[i] != '0') {
        return true;
      }
    }
    return false;
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String text(Field field, Charset charset) {
    int end = field.start() + field.length();
    int start = field.start();
    while (end > start && (record[end - 1] == ' ' || record[end - 1] == 0)) {
      end--;
    }
    int zero = start;
    while (zero < end && record[zero] != 0) {
      zero++;
    }
    if (charset.equals(StandardCharsets.UTF_8) && !Utf8.isValid(record, start, zero - start)) {
      // a fixed width may cut the last letter
      for (int less = 1; less < 4 && zero - less > start; less++) {
        if (Utf8.isValid(record, start, zero - less - start)) {
          return new String(record, start, zero - less - start, charset);
        }
      }
      return new String(record, start, zero - start, WINDOWS);
    }
    return new String(record, start, zero - start, charset);
  }

  private String number(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith("*")) {
      overflows++;
      return "";
    }
    return trimmed.isEmpty() ? "" : PlainNumber.plain(trimmed);
  }

  private static String date(String text) {
    String digits = text.strip();
    if (digits.length() != 8 || digits.equals("00000000")) {
      return digits.equals("00000000") ? "" : digits;
    }
    return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
  }

  private static String logical(String text) {
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "T", "Y" -> "true";
      case "F", "N" -> "false";
      case "?" -> "";
      default -> text.strip();
    };
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /**
   * The encoding of the texts, read through once: what the bytes can only be, else what is
   * declared, else what their accents say.
   *
   * @param declared content of the {@code .cpg} file, null when there is none
   */
  Charset charset(@Nullable String declared) throws IOException {
    boolean any = false;
    boolean utf8 = true;
    boolean cut = false;
    boolean whole = false;
    long dos = 0;
    long windows = 0;
    List<byte[]> names = fields.stream().map(Field::name).toList();
    for (byte[] name : names) {
      any |= hasHigh(name, 0, name.length);
      int less = cutLetter(name, 0, name.length);
      utf8 &= less >= 0;
      cut |= less > 0;
      whole |= less >= 0 && hasHigh(name, 0, name.length - less);
      dos += count(name, 0, name.length, DOS_LETTERS);
      windows += count(name, 0, name.length, WINDOWS_LETTERS);
    }
    while (next()) {
      for (Field field : fields) {
        if (field.type() != 'C') {
          continue;
        }
        int start = field.start();
        if (hasHigh(record, start, field.length())) {
          any = true;
          int less = cutLetter(record, start, field.length());
          utf8 &= less >= 0;
          cut |= less > 0;
          whole |= less >= 0 && hasHigh(record, start, field.length() - less);
          dos += count(record, start, field.length(), DOS_LETTERS);
          windows += count(record, start, field.length(), WINDOWS_LETTERS);
        }
      }
    }
    // only letters cut in two may as well be whole ones of another encoding
    if (!any || utf8 && (!cut || whole)) {
      return StandardCharsets.UTF_8;
    }
    Charset said = declared == null ? null : declared(declared);
    if (said == null || said.equals(StandardCharsets.UTF_8)) {
      said = language(language);
    }
    if (dos > 4 * windows && Charset.isSupported("IBM850")) {
      return said != null && said.name().startsWith("IBM") ? said : Charset.forName("IBM850");
    }
    return said == null || windows > 4 * dos && said.name().startsWith("IBM") ? WINDOWS : said;
  }

  /**
   * How many bytes at the end are of a letter that a fixed width cut in two, 0 when none is, -1
   * when the text is no UTF-8.
   */
  private static int cutLetter(byte[] bytes, int start, int length) {
    if (Utf8.isValid(bytes, start, length)) {
      return 0;
    }
    for (int cut = 1; cut < 4 && cut <= length; cut++) {
      int first = bytes[start + length - cut] & 0xff;
      int letter = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
      if (letter > cut && Utf8.isValid(bytes, start, length - cut)) {
        return cut;
      }
    }
    return -1;
  }

  private static boolean hasHigh(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] < 0) {
        return true;
      }
    }
    return false;
  }

  private static int count(byte[] bytes, int from, int length, byte[] letters) {
    int count = 0;
    for (int i = from; i < from + length; i++) {
      for (byte letter : letters) {
        count += bytes[i] == letter ? 1 : 0;
      }
    }
    return count;
  }

  /** The encoding a {@code .cpg} file or a person names, null when it is not one. */
  static @Nullable Charset declared(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace("ANSI", "").strip();
    if (name.startsWith("UTF") || name.equals("65001")) {
      return StandardCharsets.UTF_8;
    }
    String digits = name.replaceAll("[^0-9]", "");
    if (name.contains("8859")) {
      return digits.endsWith("15") ? Charset.forName("ISO-8859-15") : WINDOWS;
    }
    for (String candidate : List.of("windows-" + digits, "IBM" + digits)) {
      if (!digits.isEmpty() && Charset.isSupported(candidate)) {
        return Charset.forName(candidate);
      }
    }
    return null;
  }

  /** Language drivers of dBASE that files from here bear. */
  private static @Nullable Charset language(int driver) {
    String name =
        switch (driver) {
          case 0x01, 0x09, 0x0b, 0x0d, 0x0f -> "IBM437";
          case 0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x1a, 0x1d, 0x25, 0x37 -> "IBM850";
          case 0x64 -> "IBM852";
          case 0x03, 0x57, 0x58, 0x59 -> "windows-1252";
          case 0xc8 -> "windows-1250";
          default -> "";
        };
    return !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : null;
  }

  private static int indexOf(byte[] bytes, byte wanted) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static RefusedException broken() {
    return new RefusedException("corrupt-dbf");
  }
}
