package fr.jalon.engine.format.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A semicolon that ends a name or a number of web pages ("&amp;amp;", "&amp;#39;"), or parts the
 * address of a page from its settings (";jsessionid="), is a sign of the text, no delimiter: a
 * dialect is told from the others.
 */
final class EntityMask {
  /** Stands for such a semicolon: a sign that no dialect heeds. */
  private static final byte MASK = '_';

  /** Names that pages really hold (HTML 4): "AT&T;" and "R&D;" end a cell. */
  private static final Pattern NAME =
      Pattern.compile(
          "#\\d{1,6}|#[xX][0-9A-Fa-f]{1,5}|amp|lt|gt|quot|apos|nbsp|laquo|raquo|[lr][sd]quo|hellip"
              + "|euro|deg|ndash|mdash|bull|middot|copy|reg|trade|ord[fm]|sup[123]|szlig"
              + "|(?:oe|ae|OE|AE)lig|[A-Za-z](?:acute|grave|circ|uml|cedil|tilde|ring|slash|caron)");

  private static final int LONGEST = 8;

  /** What follows the semicolon in an address (RFC 3986, 3.3): a setting and its value. */
  private static final Pattern SETTING = Pattern.compile("[A-Za-z]{2,20}=");

  private static final int LONGEST_SETTING = 21;

  private EntityMask() {}

  static Sample masked(Sample sample) {
    List<byte[]> parts = new ArrayList<>();
    boolean any = false;
    for (byte[] part : sample.parts()) {
      byte[] masked = masked(part);
      any |= masked != part;
      parts.add(masked);
    }
    return any
        ? new Sample(
            parts, sample.bareReturns(), sample.lineFeeds(), sample.pairs(), sample.returns())
        : sample;
  }

  private static byte[] masked(byte[] part) {
    byte[] masked = part;
    int wordStart = 0;
    for (int i = 0; i < part.length; i++) {
      byte b = part[i];
      if (b == ';' && (endsName(part, i) || isInAddress(part, wordStart, i))) {
        masked = masked == part ? part.clone() : masked;
        masked[i] = MASK;
      } else if (b >= 0 && b <= ' ' || b == ';' || b == ',' || b == '|' || b == '"') {
        wordStart = i + 1;
      }
    }
    return masked;
  }

  private static boolean endsName(byte[] part, int end) {
    int from = end - 1;
    while (from >= 0 && end - from <= LONGEST && part[from] != '&' && part[from] > ' ') {
      from--;
    }
    return from >= 0 && part[from] == '&' && NAME.matcher(text(part, from + 1, end)).matches();
  }

  private static boolean isInAddress(byte[] part, int from, int at) {
    return startsWith(part, from, "http")
        && SETTING
            .matcher(text(part, at + 1, Math.min(part.length, at + 1 + LONGEST_SETTING)))
            .lookingAt();
  }

  private static boolean startsWith(byte[] part, int from, String word) {
    return text(part, from, Math.min(part.length, from + word.length())).equals(word);
  }

  private static String text(byte[] part, int from, int to) {
    return new String(part, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
