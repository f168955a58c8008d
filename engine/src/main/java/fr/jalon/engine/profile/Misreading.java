package fr.jalon.engine.profile;

import org.jspecify.annotations.Nullable;

/**
 * Texts of one alphabet of one byte a letter that were taken for texts of another: "ProvenchËres"
 * for "Provenchères" (Windows read as Macintosh), "R‚mi" for "Rémi" (DOS read as Windows).
 *
 * <p>Each letter stands for one other, so any text has such a reading: one is only seen where
 * French cannot hold the letters as they are and holds all of them once read again.
 */
public enum Misreading {
  WINDOWS_AS_MACINTOSH(Alphabet.MACINTOSH, Alphabet.WINDOWS),
  MACINTOSH_AS_WINDOWS(Alphabet.WINDOWS, Alphabet.MACINTOSH),
  DOS_AS_WINDOWS(Alphabet.WINDOWS, Alphabet.DOS_850),
  WINDOWS_AS_DOS(Alphabet.DOS_850, Alphabet.WINDOWS),
  WINDOWS_AS_FIRST_DOS(Alphabet.DOS_437, Alphabet.WINDOWS);

  private static final String FRENCH = "àâçéèêëîïôœùûü";
  private static final String VOWELS = "aeiouyAEIOUY";
  private static final String SIGNS = "\u00a0«»’‘“”–—…°²³€";

  /** Signs that nobody writes between two letters. */
  private static final String NEVER_INSIDE = "‚ƒ„†‡ˆ‰‹¯¨¸¶¤¢£¥§˘˙˚˜˝˛ˇ◊ÞþıΘΦΩαβτσδφεπ╔╚╩╦╠╬";

  private final Alphabet seen;
  private final Alphabet meant;

  Misreading(Alphabet seen, Alphabet meant) {
    this.seen = seen;
    this.meant = meant;
  }

  /** True when a letter stands where French cannot hold it. */
  static boolean isSuspect(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 && isImpossible(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** A sign between letters, or an accented capital inside a word of small letters. */
  private static boolean isImpossible(String text, int at) {
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (!isPlainLetter(before)) {
      return false;
    }
    if (c < 0xA0 || NEVER_INSIDE.indexOf(c) >= 0) {
      return Character.isLetter(after);
    }
    boolean initial = at == 1 || !Character.isLetter(text.charAt(at - 2));
    return Character.isUpperCase(c)
        && (Character.isLowerCase(before) || (initial && Character.isLowerCase(after)));
  }

  private static boolean isPlainLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** True when some misreading reads the text. */
  static boolean reads(String text) {
    for (Misreading misreading : values()) {
      if (isSuspect(text) && !misreading.read(text).equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** A look that costs little: false when no misreading reads the text. */
  public static boolean mayBe(String text) {
    return isSuspect(Mojibake.nearest(text));
  }

  /** The text as it was meant, or the same text when this is not how it was spoiled. */
  public String read(String text) {
    String bare = Mojibake.nearest(text);
    if (!isSuspect(bare) || Mojibake.isLost(text)) {
      return text;
    }
    String again = again(bare);
    return again == null || isSuspect(again) || !Mojibake.nearest(again).equals(again)
        ? text
        : again;
  }

  private @Nullable String again(String text) {
    StringBuilder again = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int b = seen.byteOf(text.charAt(i));
      char letter = b < 0x80 ? text.charAt(i) : meant.letter(b);
      boolean readable = b >= 0 && (letter < 0x80 || isFrench(letter, text, i));
      if (!readable) {
        return null;
      }
      again.append(letter);
    }
    return again.toString();
  }

  private static boolean isFrench(char letter, String text, int at) {
    boolean before = at > 0 && isPlainLetter(text.charAt(at - 1));
    boolean after = at + 1 < text.length() && isPlainLetter(text.charAt(at + 1));
    if (SIGNS.indexOf(letter) >= 0) {
      return letter == '’' || !(before && after);
    }
    boolean capitalInside =
        Character.isUpperCase(letter) && before && Character.isLowerCase(text.charAt(at - 1));
    boolean vowelBefore = before && VOWELS.indexOf(text.charAt(at - 1)) >= 0;
    boolean vowelAfter = after && VOWELS.indexOf(text.charAt(at + 1)) >= 0;
    char small = Character.toLowerCase(letter);
    return FRENCH.indexOf(small) >= 0
        && !capitalInside
        && switch (small) {
          case 'à', 'ù' -> !after;
          case 'â', 'ô' -> !vowelBefore && !vowelAfter;
          case 'ë', 'ï' -> vowelBefore || !before;
          case 'ç' -> vowelAfter || !after;
          case 'ê', 'î', 'û' -> !vowelAfter;
          default -> true;
        };
  }
}
