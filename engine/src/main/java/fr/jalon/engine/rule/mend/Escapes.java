package fr.jalon.engine.rule.mend;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs that a program wrote by their numbers or names, and that another left as they are:
 * "_x000D_" of workbooks (ECMA-376, ST_Xstring), "&amp;eacute;" and "&amp;#39;" of web pages.
 */
public final class Escapes {
  private static final Pattern WORKBOOK = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]{0,12}[ />]");
  private static final Pattern LINE_ENDS = Pattern.compile("[\\t-\\r \u00a0]+");
  private static final Map<String, Integer> NAMES = names();
  private static final int LONGEST = 8;
  private static final char HARD = '\u00a0';

  private Escapes() {}

  /** Which escapes are undone. */
  public enum Extent {
    /** Control codes of workbooks, and letters and signs of web pages: nobody types them. */
    SURE,
    /** All, even those that a text may be about. */
    ALL
  }

  /** Letters of Latin-1 in the order of HTML 4, from 160. */
  private static Map<String, Integer> names() {
    String[] latin1 =
        ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
                + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
                + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
                + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
                + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
                + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
                + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml")
            .split(" ");
    Map<String, Integer> names = new HashMap<>();
    for (int i = 0; i < latin1.length; i++) {
      names.put(latin1[i], 160 + i);
    }
    names.putAll(
        Map.of("amp", 38, "quot", 34, "apos", 39, "lt", 60, "gt", 62, "OElig", 338, "oelig", 339));
    names.putAll(
        Map.of(
            "lsquo", 8216, "rsquo", 8217, "ldquo", 8220, "rdquo", 8221, "ndash", 8211, "mdash",
            8212, "hellip", 8230, "euro", 8364, "trade", 8482, "bull", 8226));
    return names;
  }

  /** The text with its signs back, or the same text; one of tags is a page and stays whole. */
  public static String undone(String text, Extent extent) {
    if (extent == Extent.SURE && text.indexOf('&') >= 0 && isAboutLetters(text)) {
      return text;
    }
    String once = once(text, text, extent);
    // what would change again is a text about escapes, or one made to deceive
    return once.equals(text) || once(text, once, extent).equals(once) ? once : text;
  }

  private static String once(String original, String text, Extent extent) {
    String undone = text.contains("_x") ? workbook(text, extent) : text;
    return undone.indexOf('&') >= 0 && isOfWeb(original, extent)
        ? bare(text, web(undone, extent))
        : undone;
  }

  /** Without the unbreakable spaces that came at its ends. */
  private static String bare(String text, String undone) {
    int start = 0;
    int end = undone.length();
    while (start < end && undone.charAt(start) == HARD && text.charAt(0) != HARD) {
      start++;
    }
    while (end > start
        && undone.charAt(end - 1) == HARD
        && text.charAt(text.length() - 1) != HARD) {
      end--;
    }
    return undone.substring(start, end);
  }

  /** Beside accents that are right, a name of an accent may be what the text is about. */
  private static boolean isOfWeb(String text, Extent extent) {
    boolean page = text.indexOf('<') >= 0 && TAG.matcher(text).find();
    return !page && (extent == Extent.ALL || text.chars().noneMatch(c -> c >= 0xC0 && c < 0x180));
  }

  /**
   * True when a name stands for a letter that touches no other, as on a page about these names:
   * "&amp;eacute;" alone. "à" and "y" are words.
   */
  private static boolean isAboutLetters(String text) {
    for (int i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
      int end = endOfName(text, i + 1);
      int c = end > i ? code(text.substring(i + 1, end)) : 0;
      boolean letter = c >= 0xC0 && Character.isLetter(c) && c != 'à' && c != 'À';
      boolean whole = i == 0 && end == text.length() - 1 && c > 0 && c != HARD;
      if (whole || (letter && !isInWord(text, i, end + 1))) {
        return true;
      }
    }
    return false;
  }

  /** True beside a letter, a figure, an apostrophe, or another sign written by its name. */
  private static boolean isInWord(String text, int from, int to) {
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    char after = to >= text.length() ? ' ' : text.charAt(to);
    return isOfWord(before) || before == ';' || isOfWord(after) || after == '&';
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’';
  }

  /** True when the text holds a control code as workbooks write it. */
  public static boolean isOfWorkbook(String text) {
    return text.contains("_x") && !workbook(text, Extent.SURE).equals(text);
  }

  /**
   * What the text says, to tell whether two that become one were the same: signs of the web as they
   * are, and control codes as they are but those of line ends, which are spaces like any other.
   */
  public static String said(String text) {
    String said = web(text, Extent.ALL);
    Matcher matcher = WORKBOOK.matcher(said);
    String plain =
        matcher.replaceAll(
            found -> {
              char c = (char) Integer.parseInt(found.group(1), 16);
              return Matcher.quoteReplacement(c < ' ' && c > 0 ? String.valueOf(c) : found.group());
            });
    return LINE_ENDS.matcher(plain).replaceAll(" ").strip();
  }

  private static String workbook(String text, Extent extent) {
    Matcher matcher = WORKBOOK.matcher(text);
    StringBuilder undone = new StringBuilder(text.length());
    int from = 0;
    while (matcher.find(from)) {
      char c = (char) Integer.parseInt(matcher.group(1), 16);
      boolean control = c < ' ';
      undone.append(text, from, matcher.start());
      if (control) {
        int next = matcher.end() < text.length() ? text.charAt(matcher.end()) : ' ';
        boolean parted = undone.isEmpty() || undone.charAt(undone.length() - 1) <= ' ';
        undone.append(parted || next <= ' ' || matcher.end() == text.length() ? "" : " ");
      } else if (extent == Extent.ALL && isAny(c)) {
        undone.append(c);
      } else {
        undone.append(matcher.group());
      }
      from = matcher.end();
    }
    return undone.append(text, from, text.length()).toString();
  }

  private static String web(String text, Extent extent) {
    StringBuilder undone = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '&' ? endOfName(text, i + 1) : i;
      int c = end > i ? code(text.substring(i + 1, end)) : 0;
      int last = end;
      // escaped twice: "&amp;eacute;"
      while (c == '&' && last == end) {
        int next = endOfName(text, end + 1);
        int inner = next > end ? code(text.substring(end + 1, next)) : 0;
        last = inner == 0 ? -1 : next;
        c = inner == 0 ? c : inner;
        end = inner == 0 ? end : next;
      }
      if (c > 0 && isUndone(c, extent)) {
        undone.appendCodePoint(c);
        i = end + 1;
      } else {
        undone.append(text.charAt(i));
        i++;
      }
    }
    return undone.toString();
  }

  /** Where the semicolon stands that ends a name or a number, or before its beginning. */
  private static int endOfName(String text, int from) {
    for (int i = from; i < text.length() && i <= from + LONGEST; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i;
      }
      boolean part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!part && c != '#') {
        return from - 1;
      }
    }
    return from - 1;
  }

  /** The sign of a name or a number, 0 for none. */
  private static int code(String name) {
    if (!name.startsWith("#")) {
      return NAMES.getOrDefault(name, 0);
    }
    boolean hexadecimal = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
    try {
      return Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }

  /** Signs of tags are only asked: a text of them is no page, but may become one. */
  private static boolean isUndone(int c, Extent extent) {
    boolean sign = c == '"' || c == '&' || c == '\'' || (c >= 0xA0 && c < 0x180);
    boolean typography = c >= 0x2010 && c <= 0x203A || c == 0x20AC || c == 0x2122;
    return sign || typography || (extent == Extent.ALL && isAny(c));
  }

  private static boolean isAny(int c) {
    return c >= ' ' && c < 0xD800 && !(c >= 0x7F && c < 0xA0);
  }
}
