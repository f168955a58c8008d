package fr.jalon.engine.rule.mend;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs that a program wrote by their numbers or names, and that another left as they are: "_x000D_"
 * of workbooks (ECMA-376, ST_Xstring), "&amp;eacute;" and "&amp;#39;" of web pages.
 */
public final class Escapes {
  private static final Pattern WORKBOOK = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern WEB =
      Pattern.compile(
          "&(?:(?:amp|#38|#[xX]26);)*(?:([A-Za-z]{2,8}\\d?)|#(\\d{2,5})|#[xX]([0-9A-Fa-f]{2,4}));");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]{0,12}[ />]");
  private static final Map<String, Integer> NAMES = names();

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
    String once = once(text, text, extent);
    // what would change again is a text about escapes, or one made to deceive
    return once.equals(text) || once(text, once, extent).equals(once) ? once : text;
  }

  private static String once(String original, String text, Extent extent) {
    String undone = text.contains("_x") ? workbook(text, extent) : text;
    return undone.indexOf('&') >= 0 && isOfWeb(original, extent) ? web(undone, extent) : undone;
  }

  /** Beside accents that are right, a name of an accent may be what the text is about. */
  private static boolean isOfWeb(String text, Extent extent) {
    boolean page = text.indexOf('<') >= 0 && TAG.matcher(text).find();
    return !page && (extent == Extent.ALL || text.chars().noneMatch(c -> c >= 0xC0 && c < 0x180));
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
    Matcher matcher = WEB.matcher(text);
    StringBuilder undone = new StringBuilder(text.length());
    int from = 0;
    while (matcher.find(from)) {
      int c = code(matcher);
      undone.append(text, from, matcher.start());
      undone.append(isUndone(c, extent) ? Character.toString(c) : matcher.group());
      from = matcher.end();
    }
    return undone.append(text, from, text.length()).toString();
  }

  private static int code(Matcher matcher) {
    String name = matcher.group(1);
    if (name != null) {
      return NAMES.getOrDefault(name, 0);
    }
    String decimal = matcher.group(2);
    return decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(matcher.group(3), 16);
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
