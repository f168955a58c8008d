package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Utf8;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a shapefile: a dBASE table read record by record. Its code page is declared
 * badly so often that the bytes have the last word.
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

  private record Field(byte[] name, char type, int start, int length) {}

  private final InputStream in;
  private final long records;
  private final int language;
  private final List<Field> fields = new ArrayList<>();
  private final byte[] record;
  private long read;

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
      if (field[11] == 'C') {
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

  List<String> names(Charset charset) {
    return fields.stream().map(field -> new String(field.name(), charset).strip()).toList();
  }

  /** Goes to the next record; false after the last one. */
  boolean next() throws IOException {
    if (read >= records) {
      return false;
    }
    int n = in.readNBytes(record, 0, record.length);
    if (n < record.length) {
      return false;
    }
    read++;
    return true;
  }

  boolean isDeleted() {
    return record[0] == DELETED;
  }

  /** The value of a field of the current record, "" when it is not filled. */
  String value(int index, Charset charset) {
    Field field = fields.get(index);
    return switch (field.type()) {
      case 'N', 'F' -> number(text(field, StandardCharsets.ISO_8859_1));
      case 'D' -> date(text(field, StandardCharsets.ISO_8859_1));
      case 'L' -> logical(text(field, StandardCharsets.ISO_8859_1));
      case 'I', '+' -> Integer.toString(buffer().getInt(field.start()));
      case 'O', 'B' ->
          field.length() == 8 ? PlainNumber.text(buffer().getDouble(field.start())) : "";
      default -> text(field, charset);
    };
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
    return new String(record, start, zero - start, charset);
  }

  private static String number(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() || trimmed.charAt(0) == '*' ? "" : PlainNumber.plain(trimmed);
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
      default -> "";
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
    long dos = 0;
    long windows = 0;
    List<byte[]> names = fields.stream().map(Field::name).toList();
    for (byte[] name : names) {
      any |= hasHigh(name, 0, name.length);
      utf8 &= Utf8.isValid(name, 0, name.length);
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
          // a fixed width may cut the last letter
          utf8 &= isUtf8ButItsEnd(start, field.length());
          dos += count(record, start, field.length(), DOS_LETTERS);
          windows += count(record, start, field.length(), WINDOWS_LETTERS);
        }
      }
    }
    if (!any || utf8) {
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

  private boolean isUtf8ButItsEnd(int start, int length) {
    for (int cut = 0; cut < 4 && cut < length; cut++) {
      if (Utf8.isValid(record, start, length - cut)) {
        return true;
      }
    }
    return false;
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

  private static @Nullable Charset declared(String text) {
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

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static RefusedException broken() {
    return new RefusedException("corrupt-shapefile");
  }
}
