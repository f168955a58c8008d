package fr.jalon.portal.document;

/** Which characters a document may hold. */
final class Characters {
  static final char REPLACEMENT = '\ufffd';

  private Characters() {}

  /**
   * The text with line ends as {@code \n}, spaces that follow one another as one, and what no page
   * can show (controls, halves of characters, orders to write backwards, which could make a page
   * say something else than what it holds) as U+FFFD. Doing it again changes nothing.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int read = text.codePointAt(at);
      at += Character.charCount(read);
      if (read == '\r' && at < text.length() && text.charAt(at) == '\n' || read == BYTE_ORDER) {
        continue;
      }
      append(clean, read);
    }
    return clean.toString();
  }

  /** The same on one line, without spaces at its ends. */
  static String line(String text) {
    return clean(text.replace('\n', ' ').replace('\r', ' ')).strip();
  }

  /** The same, cut where it is longer than this; the cut is seen. */
  static String line(String text, int most) {
    String line = line(text);
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
    return line.substring(0, end) + '…';
  }

  static boolean isForbidden(int read) {
    return Character.getType(read) == Character.CONTROL && !isSpace(read) && !isLineEnd(read)
        || Character.getType(read) == Character.SURROGATE
        || (read & 0xfffe) == 0xfffe
        || read >= 0xfdd0 && read <= 0xfdef
        || read >= 0x202a && read <= 0x202e
        || read >= 0x2066 && read <= 0x2069;
  }

  private static final int BYTE_ORDER = 0xfeff;

  private static void append(StringBuilder clean, int read) {
    if (isForbidden(read)) {
      clean.append(REPLACEMENT);
    } else if (isLineEnd(read)) {
      dropSpace(clean);
      clean.append('\n');
    } else if (!isSpace(read)) {
      clean.appendCodePoint(read);
    } else if (clean.isEmpty() || " \n".indexOf(clean.charAt(clean.length() - 1)) < 0) {
      clean.append(' ');
    }
  }

  private static void dropSpace(StringBuilder clean) {
    if (!clean.isEmpty() && clean.charAt(clean.length() - 1) == ' ') {
      clean.setLength(clean.length() - 1);
    }
  }

  private static boolean isSpace(int read) {
    return read == ' ' || read == '\t';
  }

  /** LF, VT, FF, CR, NEL, and the separators of lines and paragraphs of Unicode. */
  private static boolean isLineEnd(int read) {
    return read >= '\n' && read <= '\r' || read == 0x85 || read == 0x2028 || read == 0x2029;
  }
}
