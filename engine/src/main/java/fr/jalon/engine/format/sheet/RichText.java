package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Utf8;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a string item: its runs joined, their fonts and phonetic guides left out. */
final class RichText {
  /** How the format writes characters XML has no place for (ECMA-376 part 1, 22.9.2.19). */
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private byte[] bytes = new byte[256];
  private int length;

  /** Reads up to the end of the element just started. */
  void read(XmlScanner xml) throws IOException {
    length = 0;
    int around = xml.depth();
    boolean inText = false;
    for (Event event = xml.next();
        event != Event.END || xml.depth() >= around;
        event = xml.next()) {
      switch (event) {
        case START -> {
          if (xml.at("rPh")) {
            xml.skipElement();
          } else {
            inText = xml.at("t");
          }
        }
        case TEXT -> {
          if (inText) {
            append(xml.textBytes(), xml.textStart(), xml.textEnd());
          }
        }
        case END, END_DOCUMENT -> inText = false;
      }
    }
    unescape();
  }

  void clear() {
    length = 0;
  }

  void append(byte[] source, int from, int to) throws RefusedException {
    int count = to - from;
    if (length + count > Limits.CELL_BYTES) {
      throw new RefusedException("cell-too-long", "limit", Limits.CELL_BYTES);
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** The same bytes taken for windows-1252, as UTF-8. */
  byte[] asWindows() {
    return new String(bytes, 0, length, WINDOWS).getBytes(StandardCharsets.UTF_8);
  }

  void unescape() throws RefusedException {
    for (int i = 0; i + 6 < length; i++) {
      if (bytes[i] == '_' && bytes[i + 1] == 'x' && bytes[i + 6] == '_') {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        Matcher escapes = ESCAPE.matcher(text);
        byte[] plain =
            Utf8.of(
                escapes
                    .replaceAll(
                        found ->
                            Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                    .replace("\0", ""));
        clear();
        append(plain, 0, plain.length);
        return;
      }
    }
  }
}
