package fr.jalon.engine.format.geo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the beginning of a file for the root element of an XML document. */
final class XmlHead {
  private static final int HEAD_BYTES = 1 << 14;

  /** Bytes of a byte-order mark and of blanks put before the document by mistake. */
  private static final int MOST_BEFORE = 10;

  private XmlHead() {}

  /** True when the file begins as XML and its root, whatever its prefix, has this name. */
  static boolean startsWith(Path path, String name) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(HEAD_BYTES);
      return name.equals(
          root(new String(bytes, StandardCharsets.ISO_8859_1).replace("\u0000", "")));
    }
  }

  /** The name of the root, "" when there is none in sight. */
  private static String root(String head) {
    int at = head.indexOf('<');
    if (at < 0 || at > MOST_BEFORE) {
      return "";
    }
    while (at >= 0) {
      if (head.startsWith("<!--", at)) {
        at = after(head, "-->", at);
      } else if (head.startsWith("<?", at)) {
        at = after(head, "?>", at);
      } else if (head.startsWith("<!", at)) {
        at = afterDeclaration(head, at);
      } else {
        int end = at + 1;
        while (end < head.length() && " \t\r\n/>".indexOf(head.charAt(end)) < 0) {
          end++;
        }
        String name = head.substring(at + 1, end);
        return end < head.length() ? name.substring(name.indexOf(':') + 1) : "";
      }
      at = at < 0 ? -1 : head.indexOf('<', at);
    }
    return "";
  }

  private static int after(String head, String end, int from) {
    int found = head.indexOf(end, from);
    return found < 0 ? -1 : found + end.length();
  }

  /** Past a DOCTYPE, whose own declarations may stand between brackets. */
  private static int afterDeclaration(String head, int from) {
    int end = head.indexOf('>', from);
    int bracket = head.indexOf('[', from);
    return bracket >= 0 && bracket < end ? after(head, "]>", bracket) : after(head, ">", from);
  }
}
