package fr.jalon.engine.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;

/**
 * Numbers as files store them, written plainly: {@code 2.1450234000017E13} is 21450234000017 and
 * {@code 43.610767999999997} is 43.610768. Works on bytes; not thread-safe.
 */
public final class PlainNumber {
  private static final int EXACT_DIGITS = 15;
  private static final double EXACT = 1e15;

  /** Integers up to here, and powers of ten up to the 22nd, are exact in a double. */
  private static final long EXACT_INTEGER = 1L << 53;

  private static final int MOST_DIGITS = 18;
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private final boolean asShown;
  private final byte[] own = new byte[48];
  private byte[] bytes = own;
  private int start;
  private int end;

  public PlainNumber() {
    this(false);
  }

  private PlainNumber(boolean asShown) {
    this.asShown = asShown;
  }

  /** One that writes numbers as spreadsheets show them, see {@link #shown}. */
  public static PlainNumber asShown() {
    return new PlainNumber(true);
  }

  /** A number in plain digits, the shortest that reads back as the same one. */
  public static String text(double value) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    if (Double.isNaN(value) || size >= 1e30 || size < 1e-20) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact;
    for (int digits = EXACT_DIGITS; digits <= EXACT_DIGITS + 2; digits++) {
      shortest = exact.round(new MathContext(digits));
      if (shortest.doubleValue() == value) {
        break;
      }
    }
    return shortest.stripTrailingZeros().toPlainString();
  }

  /**
   * A number in plain digits as spreadsheets show it: at most 15 digits that count, so that
   * 0.30000000000000004 is 0.3. Whole numbers keep all of theirs.
   */
  public static String shown(double value) {
    double size = Math.abs(value);
    if (!(size < EXACT) || size < 1e-20 || value == Math.rint(value)) {
      return text(value);
    }
    for (int decimals = 1; decimals <= 4 && size < 1e10; decimals++) {
      long scaled = Math.round(value * POWERS[decimals]);
      if (scaled / POWERS[decimals] == value) {
        return BigDecimal.valueOf(scaled, decimals).stripTrailingZeros().toPlainString();
      }
    }
    return new BigDecimal(value)
        .round(new MathContext(EXACT_DIGITS))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A number written plainly, or the text itself when it is none. */
  public static String plain(String written) {
    PlainNumber number = new PlainNumber();
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    number.take(bytes, 0, bytes.length);
    return new String(
        number.bytes, number.start, number.end - number.start, StandardCharsets.UTF_8);
  }

  /** Takes the number; false when it is none, and then it is given as it is. */
  public boolean take(byte[] source, int from, int to) {
    bytes = source;
    start = from;
    end = to;
    while (start < end && source[start] <= ' ') {
      start++;
    }
    while (end > start && source[end - 1] <= ' ') {
      end--;
    }
    int digits = 0;
    int point = -1;
    for (int i = start; i < end; i++) {
      byte b = source[i];
      if (b >= '0' && b <= '9') {
        digits++;
      } else if (b == '.' && point < 0) {
        point = i;
      } else if (b != '-' || i > start) {
        return slowly();
      }
    }
    if (digits == 0) {
      return slowly();
    }
    if (point >= 0 && digits > EXACT_DIGITS) {
      return shorten(point);
    }
    if (point >= 0) {
      if (point == start || source[point - 1] == '-') {
        return slowly();
      }
      while (source[end - 1] == '0') {
        end--;
      }
      if (source[end - 1] == '.') {
        end--;
      }
    }
    if (source[start] == '-' && end - start == 2 && source[start + 1] == '0') {
      start++;
    }
    return true;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  /**
   * Fewer digits that are the same number, when there are: as integers over a power of ten, both
   * exact in a double, whose quotient then is the nearest one.
   */
  private boolean shorten(int point) {
    boolean negative = bytes[start] == '-';
    long mantissa = 0;
    int digits = 0;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      if (i != point) {
        mantissa = mantissa * 10 + bytes[i] - '0';
        digits += mantissa == 0 ? 0 : 1;
      }
      if (digits > MOST_DIGITS) {
        return slowly();
      }
    }
    int decimals = end - point - 1;
    if (decimals >= POWERS.length || point == start || bytes[point - 1] == '-') {
      return slowly();
    }
    int beyond = digits - EXACT_DIGITS;
    if (asShown && beyond <= decimals) {
      long unit = beyond <= 0 ? 1 : (long) POWERS[beyond];
      write(negative, (mantissa + unit / 2) / unit, decimals - Math.max(0, beyond));
      return true;
    }
    double value = mantissa <= EXACT_INTEGER ? mantissa / POWERS[decimals] : Math.abs(parse());
    for (int wanted = EXACT_DIGITS; wanted < digits; wanted++) {
      int dropped = digits - wanted;
      long unit = (long) POWERS[dropped];
      long shorter = (mantissa + unit / 2) / unit;
      if (shorter > EXACT_INTEGER || decimals < dropped) {
        return slowly();
      }
      if (shorter / POWERS[decimals - dropped] == value) {
        write(negative, shorter, decimals - dropped);
        return true;
      }
    }
    write(negative, mantissa, decimals);
    return true;
  }

  private double parse() {
    return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
  }

  private void write(boolean negative, long mantissa, int decimals) {
    long rest = mantissa;
    int left = decimals;
    while (left > 0 && rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    int at = own.length;
    for (int written = 0; rest > 0 || written <= left; written++) {
      if (written == left && left > 0) {
        own[--at] = '.';
      }
      own[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    if (negative) {
      own[--at] = '-';
    }
    bytes = own;
    start = at;
    end = own.length;
  }

  /** The number taken. */
  public double value() {
    return parse();
  }

  private boolean slowly() {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    if (!isDecimal()) {
      return false;
    }
    try {
      double value = Double.parseDouble(text);
      if (!Double.isFinite(value) || (value == 0 && hasSignificantDigit())) {
        return false;
      }
      set(asShown ? shown(value) : text(value));
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Java also takes {@code NaN}, {@code 12d} and figures in base 16 for numbers. */
  private boolean isDecimal() {
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      if ((b < '0' || b > '9') && b != '.' && b != '-' && b != '+' && b != 'e' && b != 'E') {
        return false;
      }
    }
    return true;
  }

  /** Before the exponent: what is too small for a double is not nothing. */
  private boolean hasSignificantDigit() {
    for (int i = start; i < end && bytes[i] != 'e' && bytes[i] != 'E'; i++) {
      if (bytes[i] >= '1' && bytes[i] <= '9') {
        return true;
      }
    }
    return false;
  }

  private void set(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
    start = 0;
    end = bytes.length;
  }
}
