package fr.jalon.bench;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/** How a French file is found written: a charset, its mark, and how its lines end. */
enum TextEncoding {
  UTF_8("UTF-8", false, "\n"),
  UTF_8_MARKED("UTF-8", true, "\r\n"),
  UTF_16LE("UTF-16LE", false, "\r\n"),
  UTF_16BE("UTF-16BE", false, "\r\n"),
  WINDOWS_1252("windows-1252", false, "\r\n"),
  ISO_8859_15("ISO-8859-15", false, "\n"),
  MACINTOSH_CR("x-MacRoman", false, "\r"),
  MACINTOSH_LF("x-MacRoman", false, "\n"),
  CP850("IBM850", false, "\r\n"),
  CP437("IBM437", false, "\r\n");

  /** What people type when their machine has not the character. */
  private static final Map<String, String> INSTEAD =
      Map.of(
          "’", "'", "–", "-", "€", "EUR", "œ", "oe", "Œ", "OE", "\u00a0", " ", "«", "\"", "»",
          "\"");

  final Charset charset;
  final String recordEnd;
  private final boolean marked;

  TextEncoding(String charset, boolean marked, String recordEnd) {
    this.charset = Charset.forName(charset);
    this.marked = marked;
    this.recordEnd = recordEnd;
  }

  /** The text as it can be typed where this encoding is in use. */
  String typed(String text) {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String c = text.substring(i, i + 1);
      if (encoder.canEncode(c)) {
        typed.append(c);
      } else {
        typed.append(
            INSTEAD.getOrDefault(c, Normalizer.normalize(c, Normalizer.Form.NFKD).substring(0, 1)));
      }
    }
    return typed.toString();
  }

  byte[] bytes(String text) {
    return ((marked ? "\ufeff" : "") + text).getBytes(charset);
  }
}
