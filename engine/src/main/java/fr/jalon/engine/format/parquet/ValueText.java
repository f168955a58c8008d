package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.Utf8;
import fr.jalon.engine.format.parquet.ParquetColumn.Meaning;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Writes stored values as people read them: dates year first, numbers in plain digits. */
final class ValueText {
  /** Beyond it a day, or a second, is no date anybody means. */
  private static final long MOST_DAYS = 3_650_000;

  private static final long MOST_SECONDS = MOST_DAYS * 86_400;
  private static final int MOST_DECIMAL_BYTES = 64;
  private static final int JULIAN_1970 = 2_440_588;
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private ValueText() {}

  static String of(int value, Meaning meaning) {
    return switch (meaning.unit()) {
      case UNSIGNED -> Integer.toUnsignedString(value);
      case DATE ->
          Math.abs((long) value) > MOST_DAYS
              ? Integer.toString(value)
              : LocalDate.ofEpochDay(value).toString();
      default -> of((long) value, meaning);
    };
  }

  static String of(long value, Meaning meaning) {
    return switch (meaning.unit()) {
      case UNSIGNED -> Long.toUnsignedString(value);
      case DECIMAL -> BigDecimal.valueOf(value, meaning.scale()).toPlainString();
      case MILLIS -> moment(value, 1_000, meaning.utc());
      case MICROS -> moment(value, 1_000_000, meaning.utc());
      case NANOS -> moment(value, 1_000_000_000, meaning.utc());
      case TIME_MILLIS -> time(value, 1_000_000);
      case TIME_MICROS -> time(value, 1_000);
      case TIME_NANOS -> time(value, 1);
      default -> Long.toString(value);
    };
  }

  private static String moment(long value, long perSecond, boolean utc) {
    long seconds = Math.floorDiv(value, perSecond);
    if (Math.abs(seconds) > MOST_SECONDS) {
      return Long.toString(value);
    }
    int nanos = (int) (Math.floorMod(value, perSecond) * (1_000_000_000 / perSecond));
    return written(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC)) + (utc ? "Z" : "");
  }

  /** Seconds are always written, which {@link LocalDateTime#toString} leaves out when zero. */
  private static String written(LocalDateTime moment) {
    return moment.toLocalDate() + "T" + written(moment.toLocalTime());
  }

  private static String written(LocalTime time) {
    String text = time.toString();
    return text.length() == 5 ? text + ":00" : text;
  }

  private static String time(long value, long nanos) {
    boolean possible = value >= 0 && value < NANOS_PER_DAY / nanos;
    return possible ? written(LocalTime.ofNanoOfDay(value * nanos)) : Long.toString(value);
  }

  static String of(double value) {
    return Double.isFinite(value) ? PlainNumber.text(value) : "";
  }

  static String of(float value) {
    return Float.isFinite(value) ? PlainNumber.plain(Float.toString(value)) : "";
  }

  static String of(byte[] bytes, int offset, int length, Meaning meaning) {
    return switch (meaning.unit()) {
      case DECIMAL -> decimal(bytes, offset, length, meaning.scale());
      case UUID -> length == 16 ? uuid(bytes, offset) : text(bytes, offset, length);
      case FLOAT16 -> length == 2 ? of(half(bytes, offset)) : "";
      default -> text(bytes, offset, length);
    };
  }

  private static String text(byte[] bytes, int offset, int length) {
    boolean utf8 = Utf8.isValid(bytes, offset, length);
    return new String(bytes, offset, length, utf8 ? StandardCharsets.UTF_8 : FALLBACK);
  }

  private static String decimal(byte[] bytes, int offset, int length, int scale) {
    if (length == 0 || length > MOST_DECIMAL_BYTES) {
      return "";
    }
    return new BigDecimal(new BigInteger(bytes, offset, length), scale).toPlainString();
  }

  private static String uuid(byte[] bytes, int offset) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, 16);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }

  private static float half(byte[] bytes, int offset) {
    int bits = (bytes[offset] & 0xff) | (bytes[offset + 1] & 0xff) << 8;
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float size =
        exponent == 0
            ? fraction * 0x1p-24f
            : exponent == 31
                ? Float.NaN
                : (1 + fraction / 1024f) * (float) Math.pow(2, exponent - 15);
    return (bits & 0x8000) == 0 ? size : -size;
  }

  /** The old moments of twelve bytes: nanoseconds of a day, then the day. */
  static String ofInt96(byte[] bytes, int offset) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, 12).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = buffer.getLong();
    long day = buffer.getInt() - (long) JULIAN_1970;
    if (Math.abs(day) > MOST_DAYS || nanos < 0 || nanos >= NANOS_PER_DAY) {
      return "";
    }
    return written(LocalDate.ofEpochDay(day).atTime(LocalTime.ofNanoOfDay(nanos)));
  }
}
