package fr.jalon.engine.export;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text in the XML of an OpenDocument sheet (ODF 1.3 part 3, 6.1): a paragraph for each line of it,
 * marks for the spaces that a reader would drop; a tabulation is written as a space.
 *
 * <p>Characters that XML does not have are written U+FFFD: the format has no other way.
 */
final class OdsText {
  private static final byte[] OPEN = ascii("<text:p>");
  private static final byte[] CLOSE = ascii("</text:p>");

  /** LibreOffice 7.4 drops the mark of a tabulation, and joins the words at its sides. */
  private static final byte[] TAB = ascii(" ");

  private static final byte[] UNKNOWN = "\ufffd".getBytes(StandardCharsets.UTF_8);

  private OdsText() {}

  static void put(Bytes out, byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset;
    while (true) {
      int stop = at;
      while (stop < end && bytes[stop] != '\n' && bytes[stop] != '\r') {
        stop++;
      }
      out.put(OPEN);
      line(out, bytes, at, stop);
      out.put(CLOSE);
      if (stop == end) {
        return;
      }
      boolean both = bytes[stop] == '\r' && stop + 1 < end && bytes[stop + 1] == '\n';
      at = stop + (both ? 2 : 1);
    }
  }

  private static void line(Bytes out, byte[] bytes, int from, int end) {
    int copied = from;
    int i = from;
    while (i < end) {
      int next = i + 1;
      byte @Nullable [] mark;
      if (bytes[i] == ' ') {
        while (next < end && bytes[next] == ' ') {
          next++;
        }
        boolean edge = i == from || next == end;
        mark = edge || next - i > 1 ? spaces(next - i, edge) : null;
      } else {
        mark = mark(bytes, i, end);
        next = mark == UNKNOWN && bytes[i] == (byte) 0xef ? i + 3 : i + 1;
      }
      if (mark != null) {
        out.put(bytes, copied, i - copied);
        out.put(mark);
        copied = next;
      }
      i = next;
    }
    out.put(bytes, copied, end - copied);
  }

  private static byte[] spaces(int count, boolean edge) {
    String marked = "<text:s text:c=\"" + (edge ? count : count - 1) + "\"/>";
    return ascii(edge ? marked : " " + marked);
  }

  private static byte @Nullable [] mark(byte[] bytes, int i, int end) {
    byte b = bytes[i];
    return switch (b) {
      case '&' -> ascii("&amp;");
      case '<' -> ascii("&lt;");
      case '>' -> ascii("&gt;");
      case '"' -> ascii("&quot;");
      case '\t' -> TAB;
      case (byte) 0xef ->
          i + 2 < end && bytes[i + 1] == (byte) 0xbf && (bytes[i + 2] & 0xfe) == 0xbe
              ? UNKNOWN
              : null;
      default -> b >= 0 && b < 0x20 ? UNKNOWN : null;
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
