package fr.jalon.engine.profile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accents whose UTF-8 bytes were taken for letters of another alphabet, once or several times: "Ã©"
 * for "é", or "√©" on a Mac and "├®" under DOS.
 *
 * <p>The way back is exact, but right texts may hold the same letters: "é" before an unbreakable
 * space and "»" are also the bytes of a Chinese character. So a text is only taken back into
 * letters of Europe and signs that print, whole, and nothing of the kind may be left in it.
 */
public final class Mojibake {
  private static final int MAX_TIMES = 4;

  /** Odd letters that a text must have beyond another for it to be out of the question. */
  private static final int MUCH = 3;

  /** Signs of French typography and others that office software writes, beyond Latin-1. */
  private static final String SIGNS =
      "\u2009\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2021\u2022"
          + "\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u20ac\u2122\u2190\u2192\u2212\u2248\u2260"
          + "\u2264\u2265\u2713\ufb01\ufb02";

  /** Accents written after their letter, as files named on a Mac have them. */
  private static final String COMBINING = "\u0300\u0301\u0302\u0303\u0308\u030a\u0327";

  private static final String COMMON = "àâçéèêëîïôœùû";

  /** What may stand after a capital at the end of a word: "IRMû, "« BLÅ »", "MANHÃ®". */
  private static final String AFTER_WORDS = " \u00a0»«’‘”“„…–—°ºª™®·";

  /** What a root of mathematics may stand before, and a Mac writes foreign letters with. */
  private static final String MATHEMATICS = "π∑∏∫∂∞Ωµ≠≤≥±";

  /** Letters around "√" and such a sign from which it is a word, not a formula: "Mu√±oz". */
  private static final int WORD = 3;

  /** What stands without a space after a word. */
  private static final String TOUCHING = ",.;)]}…’'-/";

  private Mojibake() {}

  /** How far the way back can be trusted. */
  public enum Surety {
    /** Nothing is wrong with the text. */
    SOUND,
    /** The text can be nothing else. */
    SURE,
    /** Something is wrong, and two alphabets give two texts: the column may tell which. */
    TIED,
    /** The text may be right as it is. */
    DOUBTFUL,
    /** Something is wrong, and part of it was lost on the way. */
    BEYOND
  }

  /**
   * A text taken back.
   *
   * @param text the same as given when sound or beyond
   * @param windows true when only Windows writes these letters: other texts of the column were most
   *     likely spoiled by it too
   */
  public record Reading(String text, Surety surety, boolean windows) {}

  /** A way back that leaves nothing wrong. */
  private record Way(Alphabet alphabet, String text, int odd, boolean strong, boolean mixed) {}

  /** The text with its accents back, or the same text when nothing is wrong with it. */
  public static String mend(String text) {
    return read(text).text();
  }

  /** The text with its accents back, and how sure that is. */
  public static Reading read(String text) {
    Way best = null;
    List<Way> ways = isSuspect(text) && !isLost(text) ? ways(text) : List.of();
    if (!ways.isEmpty() && !Misreading.reads(ways.get(0).text())) {
      best = ways.get(0);
    }
    if (best == null || !ways(best.text()).isEmpty()) {
      boolean beyond = ways.isEmpty() && hasTrace(text) && !isLost(text);
      return new Reading(text, beyond ? Surety.BEYOND : Surety.SOUND, false);
    }
    boolean firm =
        best.strong()
            && !best.mixed()
            && isWestern(text, best.text())
            && !Misreading.isSuspect(best.text());
    boolean alone = ways.size() == 1 || ways.get(1).odd() >= best.odd() + MUCH;
    Surety surety = !firm ? Surety.DOUBTFUL : alone ? Surety.SURE : Surety.TIED;
    boolean windows = ways.size() == 1 && best.alphabet() == Alphabet.WINDOWS && isOfWindows(text);
    return new Reading(best.text(), surety, windows);
  }

  /** The text taken back even though other letters are still wrong in it, else itself. */
  static String nearest(String text) {
    List<Way> ways = isSuspect(text) && !isLost(text) ? ways(text) : List.of();
    return ways.isEmpty() ? text : ways.get(0).text();
  }

  /** True when a letter was replaced by one that stands for any lost one, however badly read. */
  public static boolean isLost(String text) {
    return text.indexOf('\ufffd') >= 0 || text.contains("ï¿½") || text.contains("Ã¯Â¿Â½");
  }

  /** Every way back that leaves nothing wrong, the most French one first. */
  private static List<Way> ways(String text) {
    List<Way> ways = new ArrayList<>();
    for (Alphabet alphabet : Alphabet.values()) {
      Way way = way(text, alphabet);
      if (way != null && ways.stream().noneMatch(other -> other.text().equals(way.text()))) {
        ways.add(way);
      }
    }
    ways.sort(Comparator.comparingInt(Way::odd));
    return ways;
  }

  private static boolean isOfWindows(String text) {
    return text.chars().anyMatch(c -> c > 0xFF && !Alphabet.LATIN_9.has((char) c));
  }

  /** A look that costs little, as nearly every value is sound: two such letters are seldom met. */
  private static boolean isSuspect(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c < 0xA0) {
        return true;
      }
      if (c >= 0x80 && isLead(c) && i + 1 < text.length()) {
        char next = text.charAt(i + 1);
        if (next >= 0x80 || (c == 'Ã' && next == ' ')) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLead(char c) {
    return (c >= '\u00c2' && c <= '\u00ef')
        || c == '√'
        || c == '¬'
        || c == '≈'
        || c == '‚'
        || c == '├'
        || c == '┬'
        || c == '┼'
        || c == 'Γ';
  }

  private static @Nullable Way way(String text, Alphabet alphabet) {
    Pass pass = new Pass(text, alphabet);
    String once = pass.run();
    String mended = once;
    for (int times = 1; times < MAX_TIMES && pass.changed; times++) {
      String again = new Pass(mended, alphabet).run();
      if (again.equals(mended)) {
        break;
      }
      mended = again;
    }
    mended = signsOfControls(mended);
    if (mended.equals(text) || hasTrace(mended) || !isReadable(text, mended)) {
      return null;
    }
    boolean strong = pass.strong || (!pass.changed && !text.equals(mended));
    return new Way(alphabet, mended, odd(mended), strong, pass.changed && pass.kept);
  }

  /** One time back: each sequence of letters that stands for one of UTF-8. */
  private static final class Pass {
    private final String text;
    private final Alphabet alphabet;
    private final StringBuilder mended;

    /** A sequence was taken back. */
    boolean changed;

    /** One of them can be nothing else where it stands. */
    boolean strong;

    /** An accented letter was right as it is. */
    boolean kept;

    Pass(String text, Alphabet alphabet) {
      this.text = text;
      this.alphabet = alphabet;
      this.mended = new StringBuilder(text.length());
    }

    String run() {
      int i = 0;
      while (i < text.length()) {
        char c = text.charAt(i);
        int taken = c < 0x80 ? 0 : take(i);
        if (taken == 0) {
          kept |= c >= 0x80 && Character.isLetter(c);
          mended.append(c);
          i++;
        } else {
          changed = true;
          i += taken;
        }
      }
      return mended.toString();
    }

    /** How many letters of the text were taken back as one. */
    private int take(int at) {
      int lead = alphabet.byteOf(text.charAt(at));
      int length = lead >= 0xE1 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 0;
      if (length == 0 || at + length > text.length()) {
        return 0;
      }
      int code = length == 2 ? lead & 0x1F : lead & 0x0F;
      for (int i = at + 1; i < at + length; i++) {
        int next = next(at, i, lead);
        if (next < 0x80 || next > 0xBF) {
          return 0;
        }
        code = code << 6 | (next & 0x3F);
      }
      char back = (char) code;
      if (length == 3 && back < 0x800 || !(isPrinted(back) || alphabet.has(back) || back < 0xA0)) {
        return 0;
      }
      mended.append(back);
      strong |= isStrong(at, length, back);
      boolean plainSpace = text.charAt(at + length - 1) == ' ';
      boolean alone = back == 'à' && !isLetter(at - 1) && isDigit(at + length);
      if (plainSpace ? isNextWord(at + length) : alone) {
        mended.append(' ');
      }
      return length;
    }

    /** The space that was half of the letter was also the only one before the next word. */
    private boolean isNextWord(int at) {
      return at < text.length()
          && !Character.isSpaceChar(text.charAt(at))
          && !Character.isWhitespace(text.charAt(at))
          && TOUCHING.indexOf(text.charAt(at)) < 0;
    }

    /** "à" is written "Ã" and an unbreakable space, which is often made plain on the way. */
    private int next(int at, int i, int lead) {
      char c = text.charAt(i);
      boolean madePlain = c == ' ' && lead == 0xC3 && text.charAt(at) == 'Ã' && !isUpper(at - 1);
      return madePlain ? 0xA0 : alphabet.byteOf(c);
    }

    /**
     * False where right texts may hold these letters: a capital at the end of a word, before a sign
     * ("IRMû), and a letter alone.
     */
    private boolean isStrong(int at, int length, char back) {
      boolean lettersAround =
          isLetter(at - 1) || isLetter(at + length) || beginsAnother(at + length);
      if (Character.isLetter(back) && back != 'à' && back != 'À' && !lettersAround) {
        return false;
      }
      if (text.charAt(at) == '√' && MATHEMATICS.indexOf(text.charAt(at + 1)) >= 0) {
        return isWord(at, length, back);
      }
      boolean sign = AFTER_WORDS.indexOf(text.charAt(at + 1)) >= 0;
      if (length > 2 || !sign || !Character.isUpperCase(text.charAt(at))) {
        return true;
      }
      boolean ends = !isLetter(at + length) || isPossessive(at + 1);
      boolean alone = back == '\u00a0' && (at == 0 || " \u00a0«".indexOf(text.charAt(at - 1)) >= 0);
      return !(isUpper(at - 1) && ends) && !alone;
    }

    /** French has "ù" in "où" alone; another letter stands in a word, away from figures. */
    private boolean isWord(int at, int length, char back) {
      if (back == 'ù') {
        return at > 0 && Character.toLowerCase(text.charAt(at - 1)) == 'o' && !isLetter(at - 2);
      }
      int first = at;
      while (isLetter(first - 1)) {
        first--;
      }
      int last = at + length;
      while (isLetter(last)) {
        last++;
      }
      return at > first && last - first - length >= WORD && !isDigit(first - 1) && !isDigit(last);
    }

    /** "SKÅ’S" is of a name that ends so, where "CÅ’UR" is a heart. */
    private boolean isPossessive(int at) {
      boolean apostrophe = text.charAt(at) == '’' || text.charAt(at) == '‘';
      boolean letter = isLetter(at + 1) && Character.toUpperCase(text.charAt(at + 1)) == 'S';
      return apostrophe && letter && !isLetter(at + 2);
    }

    private boolean isDigit(int at) {
      return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private boolean beginsAnother(int at) {
      return at < text.length() && text.charAt(at) >= 0x80 && isLead(text.charAt(at));
    }

    private boolean isLetter(int at) {
      return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private boolean isUpper(int at) {
      return at >= 0 && Character.isUpperCase(text.charAt(at));
    }
  }

  /**
   * Control codes that Windows gives signs: its apostrophe is code 92 of Latin-1. Only where the
   * sign is at home, as DOS and the Mac have letters there.
   */
  private static String signsOfControls(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c < 0xA0) {
        char sign = Alphabet.WINDOWS.letter(c);
        if (isAtHome(sign, text, i)) {
          mended = mended == null ? new StringBuilder(text) : mended;
          mended.setCharAt(i, sign);
        }
      }
    }
    return mended == null ? text : mended.toString();
  }

  private static boolean isAtHome(char sign, String text, int at) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
    boolean inside = Character.isLetter(before) && Character.isLetter(after);
    return switch (sign) {
      case '’' -> inside && "cdjlmnstuCDJLMNSTUi".indexOf(before) >= 0;
      case 'œ' -> inside && "bcfhmnsvpBCFHMNSVP ".indexOf(before) >= 0;
      case '–', '—' -> before == ' ' && after == ' ';
      case '€' -> Character.isDigit(before) || (before == ' ' && !Character.isLetter(after));
      default -> false;
    };
  }

  /** Letters of Europe, signs of Latin-1 and of typography. */
  private static boolean isPrinted(char c) {
    boolean latin1 = c >= '\u00a0' && c <= '\u00ff' && "ÐðÞþ".indexOf(c) < 0;
    boolean extended = c >= '\u0100' && c <= '\u017e' && c != '\u0149' && c != '\u0138';
    return latin1 || extended || SIGNS.indexOf(c) >= 0 || COMBINING.indexOf(c) >= 0;
  }

  /** Nothing came that is not printed; what was there before stays as it was. */
  private static boolean isReadable(String text, String mended) {
    BitSet before = letters(text);
    for (int i = 0; i < mended.length(); i++) {
      char c = mended.charAt(i);
      if (c >= 0x80 && !isPrinted(c) && (c < 0xA0 || !before.get(c))) {
        return false;
      }
    }
    return true;
  }

  private static BitSet letters(String text) {
    BitSet letters = new BitSet(0x400);
    text.chars().forEach(letters::set);
    return letters;
  }

  /** Nothing came but letters of French and its neighbours of the west. */
  private static boolean isWestern(String text, String mended) {
    BitSet before = letters(text);
    for (int i = 0; i < mended.length(); i++) {
      char c = mended.charAt(i);
      boolean eastern = c >= '\u0100' && c <= '\u017e' && c != 'œ' && c != 'Œ' && c != 'Ÿ';
      if (eastern && !before.get(c)) {
        return false;
      }
    }
    return true;
  }

  /** What French does not write: rare letters, capitals and small letters mingled. */
  private static int odd(String text) {
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && Character.isLetter(c)) {
        char before = i == 0 ? ' ' : text.charAt(i - 1);
        char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
        boolean capitals = Character.isUpperCase(before) && Character.isUpperCase(after);
        boolean small = Character.isLowerCase(before) || Character.isLowerCase(after);
        boolean mingled = Character.isUpperCase(c) ? Character.isLowerCase(before) : capitals;
        odd += COMMON.indexOf(Character.toLowerCase(c)) < 0 ? 1 : 0;
        odd += mingled && (capitals || small) ? 1 : 0;
      }
    }
    return odd;
  }

  /** Letters that nobody writes one after the other: something was badly read here. */
  private static boolean hasTrace(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      char next = text.charAt(i + 1);
      if ((c == 'Ã' || c == 'Â') && next >= 0x80 && !Character.isLetter(next)) {
        boolean inWord = i > 0 && Character.isLowerCase(text.charAt(i - 1));
        if (inWord || AFTER_WORDS.indexOf(next) < 0) {
          return true;
        }
      } else if (c == 'Ã' && (next == 'ƒ' || next == 'š' || next == 'œ' || next == 'ž')) {
        return true;
      } else if (c == 'â' && (next == '€' || next == '‚' || next == '„')) {
        return true;
      } else if (c == '√' && "©®†ßÆ¥ª™".indexOf(next) >= 0) {
        return true;
      } else if (c == '├' && "®¿©á¬".indexOf(next) >= 0) {
        return true;
      }
    }
    return false;
  }
}
