package fr.jalon.engine.format.csv;

/**
 * How well a character beyond ASCII fits where it stands, in text that is most likely French.
 *
 * <p>The weights follow how often each accented letter is met in French; what matters is that a
 * wrong decoding gives capitals inside words, boxes between letters and signs nobody types.
 */
final class FrenchText {
  /** Letters of Polish, Czech, Slovak and Hungarian that no other alphabet here has. */
  private static final String EASTERN = "łąęśżźćńčřěůšžňťďőű";

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
    if (left == ByteScan.HIGH && right == ByteScan.HIGH) {
      return -0.8;
    }
    boolean lower = Character.isLowerCase(c);
    boolean outOfCase = lower ? ByteScan.isUpper(right) : ByteScan.isLower(left);
    if (outOfCase) {
      return -1.5;
    }
    char letter = Character.toLowerCase(c);
    boolean initial = left == ByteScan.OTHER;
    double weight = weight(letter);
    if (!fits(letter, left, right)) {
      return Math.min(weight, 1) * 0.2 - 0.5;
    }
    if (initial && ByteScan.isLetter(right)) {
      return weight * first(letter);
    }
    if (initial && right == ByteScan.OTHER) {
      return letter == 'à' ? weight : weight * 0.3;
    }
    return lower ? weight : weight * 0.8;
  }

  /** How often a letter is met in French, capitals and small letters together. */
  private static double weight(char letter) {
    return switch (letter) {
      case 'é' -> 3;
      case 'è', 'à' -> 2.5;
      case 'ê', 'ç', 'ô', 'î', 'â' -> 2;
      case 'û', 'ù', 'ï', 'œ', 'ë' -> 1.6;
      case 'ü' -> 1.2;
      case 'ñ', 'ö', 'ä', 'á', 'í', 'ó', 'ú', 'ß' -> 0.6;
      case 'ò', 'ì', 'ø', 'å', 'æ', 'ð', 'þ' -> -0.3;
      default -> EASTERN.indexOf(letter) >= 0 ? 1 : 0;
    };
  }

  /**
   * How much of its weight a letter keeps at the beginning of a word: "é" is met there, "è" not.
   */
  private static double first(char letter) {
    return switch (letter) {
      case 'é' -> 0.7;
      case 'ê', 'â', 'î', 'œ', 'ç' -> 0.4;
      default -> EASTERN.indexOf(letter) >= 0 ? 0.7 : 0.2;
    };
  }

  /**
   * False where French does not write this letter: an accent of length stands before a consonant, a
   * cedilla before a vowel, a diaeresis after one, "à" and "ù" end their words.
   */
  private static boolean fits(char letter, int left, int right) {
    return switch (letter) {
      case 'à', 'ù' -> !ByteScan.isLetter(right);
      case 'è' -> ByteScan.isConsonant(right) || right == ByteScan.HIGH;
      case 'ê', 'ô' ->
          !ByteScan.isVowel(right) && (right != ByteScan.OTHER || left == ByteScan.OTHER);
      case 'â' ->
          !ByteScan.isVowel(left)
              && !ByteScan.isVowel(right)
              && (right != ByteScan.OTHER || left == ByteScan.OTHER);
      case 'î', 'û' -> !ByteScan.isVowel(right);
      case 'ç' -> ByteScan.isVowel(right) || right == ByteScan.HIGH;
      case 'ë', 'ï' -> ByteScan.isVowel(left) || left == ByteScan.HIGH;
      case 'œ' -> !ByteScan.isVowel(left) && (ByteScan.isVowel(right) || right == ByteScan.HIGH);
      default -> true;
    };
  }

  /** Greek, Cyrillic: at home among their like, out of place inside a Latin word. */
  private static double foreign(char c, Character.UnicodeBlock block, int left, int right) {
    boolean greek = block == Character.UnicodeBlock.GREEK;
    if (!greek && block != Character.UnicodeBlock.CYRILLIC) {
      return -1;
    }
    if (ByteScan.isLetter(left) || ByteScan.isLetter(right)) {
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
    boolean wordLeft = ByteScan.isLetter(left);
    boolean wordRight = ByteScan.isLetter(right);
    boolean inside = wordLeft && wordRight;
    return switch (c) {
      case '\u00a0' -> inside ? -0.5 : 1;
      case '’' -> wordLeft && (wordRight || right == ByteScan.HIGH) ? 2 : 0.3;
      case '‘' -> inside ? 0.3 : 0.2;
      case '«', '»', '“', '”' -> inside ? -1 : 0.8;
      case '–', '—' -> inside ? -0.3 : 0.7;
      case '°' -> ByteScan.isLower(left) && ByteScan.isLower(right) ? -0.5 : 1;
      case '²', '³' -> inside ? -1.5 : wordLeft ? 1 : -0.3;
      case '€' -> inside ? -1 : 1;
      case '…', '•' -> inside ? -0.3 : 0.5;
      case '£' -> wordRight || right == ByteScan.HIGH ? -1 : 0.2;
      case '§', '®', '©', '™', '±', '½', '¼', '·', 'º', 'ª', '‰' -> inside ? -1 : 0.2;
      default -> inside ? -2 : wordLeft || wordRight ? -1.2 : -0.7;
    };
  }
}
