package fr.jalon.engine.personal;

import fr.jalon.engine.profile.kind.Identifiers;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and codes that have a form of their own, one value at a time. */
final class Forms {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f.\\-_/()]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f.\\-_]");

  /** Sex, year, month, département, commune, order, and perhaps a key, right or wrong. */
  private static final Pattern NIR =
      Pattern.compile(
          "[1278]\\d{2}(?:0[1-9]|1[0-2]|[23]\\d|4[0-2]|[5-9]\\d)(?:0[1-9]|[1-9]\\d|2[AB])\\d{3}\\d{3}"
              + "(\\d{2})?");

  /** Births are in a month of the calendar but for the few that a register could not date. */
  private static final Pattern USUAL_NIR =
      Pattern.compile(
          "[12]\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-9]\\d|2[AB])(?!000)\\d{3}(?!000)\\d{3}"
              + "(?:0[1-9]|[1-8]\\d|9[0-7])?");

  private static final Pattern FRENCH_IBAN = Pattern.compile("FR\\d{12}[A-Z0-9]{11}\\d{2}");
  private static final Pattern MOBILE =
      Pattern.compile("(?:(?:\\+|00)33(?:0)?|(?:\\+|00)(?:262|590|594|596)|0)(?:[67]\\d{8})");
  private static final Pattern BARE_MOBILE = Pattern.compile("[67]\\d{8}|33[67]\\d{8}");
  private static final Pattern LAND_LINE =
      Pattern.compile("(?:(?:\\+|00)33(?:0)?|0)(?:[1-5]|9)\\d{8}");
  private static final Pattern BARE_LAND_LINE = Pattern.compile("(?:[1-5]|9)\\d{8}|33[1-59]\\d{8}");

  /** Since 2009; I, O and U are never given, nor SS, nor WW to a vehicle that keeps its plate. */
  private static final Pattern PLATE =
      Pattern.compile("(?!SS)[A-HJ-NP-TV-Z]{2}([- ]?)\\d{3}\\1(?!SS)[A-HJ-NP-TV-Z]{2}");

  /** Until 2009, the département last. */
  private static final Pattern FORMER_PLATE =
      Pattern.compile(
          "[1-9]\\d{1,3}[- ]?[A-HJ-NP-TV-Z]{2,3}[- ]?(?:0[1-9]|[1-8]\\d|9[0-5]|2[AB]|97[1-6])");

  private static final Pattern OCTETS =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?::\\d{1,5}|/\\d{1,2})?");
  private static final Pattern IP_V6 =
      Pattern.compile("(?=.*[0-9a-fA-F])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?:/\\d{1,3})?");
  private static final Pattern MAC =
      Pattern.compile(
          "[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}"
              + "|[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}");

  /** The national number of a pupil: nine figures or letters, a figure or letter, a letter. */
  private static final Pattern INE =
      Pattern.compile("\\d{9}[A-Z]{2}|\\d{10}[A-Z]|\\d[0-9A-Z]{9}[A-Z]");

  private Forms() {}

  private static String bare(String text) {
    return SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** Thirteen or fifteen figures built as a social security number, its key right or wrong. */
  static boolean isNir(String text) {
    return text.length() >= 13 && text.length() <= 26 && NIR.matcher(bare(text)).matches();
  }

  /** One of a person born in a month of the calendar. */
  static boolean isUsualNir(String text) {
    return text.length() >= 13 && text.length() <= 26 && USUAL_NIR.matcher(bare(text)).matches();
  }

  /** True when the two last of fifteen figures are the key of the others. */
  static boolean hasNirKey(String text) {
    return Identifiers.isNir(bare(text));
  }

  /** A French account number of whatever key, or a foreign one whose key is right. */
  static boolean isIban(String text) {
    if (text.length() < 15 || text.length() > 48) {
      return false;
    }
    String bare = bare(text);
    return FRENCH_IBAN.matcher(bare).matches() || Identifiers.isIban(bare);
  }

  static String phone(String text) {
    return SEPARATORS.matcher(text).replaceAll("");
  }

  static boolean isMobile(String text) {
    return text.length() >= 9 && text.length() <= 26 && MOBILE.matcher(phone(text)).matches();
  }

  /** Nine figures of a mobile whose zero a spreadsheet took. */
  static boolean isBareMobile(String text) {
    return text.length() >= 9
        && text.length() <= 16
        && !isDecimal(text)
        && BARE_MOBILE.matcher(phone(text)).matches();
  }

  /** "6279812.11" is a place or an amount. */
  private static boolean isDecimal(String text) {
    int point = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    return point >= 0 && text.indexOf('.') == point;
  }

  static boolean isLandLine(String text) {
    return text.length() >= 9 && text.length() <= 26 && LAND_LINE.matcher(phone(text)).matches();
  }

  static boolean isBareLandLine(String text) {
    return text.length() >= 9
        && text.length() <= 16
        && !isDecimal(text)
        && BARE_LAND_LINE.matcher(phone(text)).matches();
  }

  static boolean isPlate(String text) {
    String plate = text.strip().toUpperCase(Locale.ROOT);
    return plate.length() <= 12
        && (PLATE.matcher(plate).matches() || FORMER_PLATE.matcher(plate).matches());
  }

  static boolean isIp(String text) {
    String bare = text.strip();
    if (bare.length() < 3 || bare.length() > 45) {
      return false;
    }
    var octets = OCTETS.matcher(bare);
    if (octets.matches()) {
      for (int group = 1; group <= 4; group++) {
        if (Integer.parseInt(octets.group(group)) > 255) {
          return false;
        }
      }
      return true;
    }
    long colons = bare.chars().filter(c -> c == ':').count();
    return (colons == 7 || bare.contains("::")) && IP_V6.matcher(bare).matches();
  }

  /** Addresses of networks have at least one part that no numbering of versions reaches. */
  static boolean isFarFromVersion(String text) {
    var octets = OCTETS.matcher(text.strip());
    if (!octets.matches()) {
      return text.indexOf(':') > 0;
    }
    int first = Integer.parseInt(octets.group(1));
    int second = Integer.parseInt(octets.group(2));
    return first >= 77 || (first >= 10 && second >= 40);
  }

  static boolean isMac(String text) {
    String bare = text.strip();
    return (bare.length() == 17 || bare.length() == 14) && MAC.matcher(bare).matches();
  }

  static boolean isIne(String text) {
    String bare = bare(text);
    return bare.length() == 11 && INE.matcher(bare).matches();
  }
}
