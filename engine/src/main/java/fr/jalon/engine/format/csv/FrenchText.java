package fr.jalon.engine.format.csv;

/**
 * How well a character beyond ASCII fits where it stands, in text that is most likely French.
 *
 * <p>The weights follow how often each accented letter is met in French; what matters is that a
 * wrong decoding gives capitals inside words, boxes between letters and signs nobody types.
 */
final class FrenchText {
  private FrenchText() {}

  /**
   * @param left what stands before, as in {@link ByteScan}
   * @param right what stands after
   */
  static double score(char c, int left, int right) {
    if (c == '\ufffd') {
      return -4;
    }
    if (c < 0xA0) {
      return -3;
    }
    if (Character.isLetter(c) && c != '\u00aa' && c != '\u00ba') {
      return letter(c, left, right);
    }
    return sign(c, left, right);
  }

  private static double letter(char c, int left, int right) {
    Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
    boolean latin =
        block == Character.UnicodeBlock.LATIN_1_SUPPLEMENT
            || block == Character.UnicodeBlock.LATIN_EXTENDED_A;
    if (!latin) {
      return foreign(c, block, left, right);
    }
    if (left == ByteScan.DIGIT || right == ByteScan.DIGIT) {
      return -0.5;
    }
    double weight = weight(c);
    if (left == ByteScan.HIGH && right == ByteScan.HIGH) {
      return -0.8;
    }
    if (Character.isLowerCase(c)) {
      if (left == ByteScan.UPPER && right == ByteScan.UPPER) {
        return -1.5;
      }
      boolean word = left == ByteScan.LOWER || right == ByteScan.LOWER || left == ByteScan.UPPER;
      return word || c == 'à' ? weight : weight * 0.4;
    }
    if (left == ByteScan.LOWER) {
      return -1.5;
    }
    return left == ByteScan.UPPER || right == ByteScan.UPPER || right == ByteScan.LOWER
        ? weight
        : weight * 0.4;
  }

  private static double weight(char c) {
    return switch (c) {
      case 'é' -> 3;
      case 'è', 'à' -> 2.5;
      case 'ê', 'ç', 'ô', 'î', 'â' -> 2;
      case 'û', 'ù', 'ï', 'œ' -> 1.6;
      case 'ë', 'ü', 'É' -> 1.4;
      case 'È', 'À', 'Ê', 'Ç', 'Ô', 'Î', 'Œ' -> 1.2;
      case 'ñ', 'ö', 'ä', 'á', 'í', 'ó', 'ú', 'ß', 'Â', 'Û', 'Ï', 'Ë', 'Ü', 'Ö', 'Ä' -> 0.6;
      default -> 0;
    };
  }

  /** Greek, Cyrillic: at home among their like, out of place inside a Latin word. */
  private static double foreign(char c, Character.UnicodeBlock block, int left, int right) {
    boolean greek = block == Character.UnicodeBlock.GREEK;
    if (!greek && block != Character.UnicodeBlock.CYRILLIC) {
      return -1;
    }
    if (left <= ByteScan.UPPER || right <= ByteScan.UPPER) {
      return -2;
    }
    if (left != ByteScan.HIGH && right != ByteScan.HIGH) {
      return 0;
    }
    if (Character.isUpperCase(c) && left == ByteScan.HIGH) {
      return 0.2;
    }
    String common = greek ? "αοιετσνηρκπςάέήίόύώ" : "оеаинтсрвлкмдпу";
    return common.indexOf(Character.toLowerCase(c)) >= 0 ? 1.3 : 0.6;
  }

  private static double sign(char c, int left, int right) {
    boolean wordLeft = left == ByteScan.LOWER || left == ByteScan.UPPER;
    boolean wordRight = right == ByteScan.LOWER || right == ByteScan.UPPER;
    boolean inside = wordLeft && wordRight;
    return switch (c) {
      case '\u00a0' -> inside ? -0.5 : 1;
      case '’' -> wordLeft && (wordRight || right == ByteScan.HIGH) ? 2 : 0.3;
      case '‘' -> inside ? 0.3 : 0.2;
      case '«', '»', '“', '”' -> inside ? -1 : 0.8;
      case '–', '—' -> inside ? -0.3 : 0.7;
      case '°' -> right == ByteScan.LOWER && left == ByteScan.LOWER ? -0.5 : 1;
      case '²', '³' -> wordLeft && !wordRight ? 1 : -0.3;
      case '€' -> inside ? -1 : 1;
      case '…', '•' -> inside ? -0.3 : 0.5;
      case '£', '§', '®', '©', '™', '±', '½', '¼', '·', 'º', 'ª', '‰' -> inside ? -1 : 0.2;
      default -> inside ? -2 : wordLeft || wordRight ? -1.2 : -0.7;
    };
  }
}
