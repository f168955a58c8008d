package fr.jalon.engine.profile.kind;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people write them: decimal comma or point, thousands apart by spaces (plain,
 * unbreakable or thin), points or apostrophes, a sign before or a minus behind, parentheses for a
 * debt, a unit behind or a currency before.
 */
public final class Numbers {
  private static final Set<String> UNITS =
      Set.of(
          "€",
          "eur",
          "euro",
          "euros",
          "k€",
          "keur",
          "m€",
          "meur",
          "£",
          "$",
          "%",
          "mm",
          "cm",
          "m",
          "km",
          "dm",
          "km2",
          "km²",
          "m2",
          "m²",
          "m3",
          "m³",
          "ha",
          "kg",
          "g",
          "t",
          "l",
          "h",
          "kwh",
          "mwh",
          "kw",
          "w",
          "ans",
          "an",
          "hab",
          "hab.",
          "places",
          "ml",
          "€ ttc",
          "€ ht",
          "euros ttc");

  /** Words of headers that announce quantities. */
  static final Set<String> QUANTITIES =
      Set.of(
          "montant",
          "montants",
          "prix",
          "cout",
          "tarif",
          "somme",
          "budget",
          "subvention",
          "surface",
          "nombre",
          "nb",
          "effectif",
          "population",
          "hauteur",
          "longueur",
          "largeur",
          "diametre",
          "circonference",
          "superficie",
          "quantite",
          "valeur",
          "total",
          "taux",
          "pourcentage",
          "part",
          "amount",
          "capacite",
          "consommation",
          "places");

  public static final int MAX_LENGTH = 40;

  /** Niue and Saint Helena: three for the country, five for the line, or nearly so. */
  private static final int LEAST_CALLED = 8;

  private static final int MOST_CALLED = 15;

  private Numbers() {}

  /**
   * A number as it was written.
   *
   * @param canonical digits, with a point before the decimals and a minus in front of a negative
   * @param commaDecimal true when the decimals were after a comma
   * @param grouped true when the thousands were set apart
   * @param unit as written, "" when there is none
   */
  public record Written(String canonical, boolean commaDecimal, boolean grouped, String unit) {
    public boolean whole() {
      return canonical.indexOf('.') < 0;
    }
  }

  /** The number, or null when the text is none, or is a code with leading zeros. */
  public static @Nullable Written read(String text) {
    if (text.length() > MAX_LENGTH || !mayBeNumber(text)) {
      return null;
    }
    if (digitsOnly(text)) {
      boolean isCode = text.length() > 1 && text.charAt(0) == '0';
      return isCode ? null : new Written(text, false, false, "");
    }
    String body = spacesMadePlain(text).strip();
    boolean negative = false;
    if (body.startsWith("(") && body.endsWith(")")) {
      negative = true;
      body = body.substring(1, body.length() - 1).strip();
    }
    if (!body.isEmpty() && isSign(body.charAt(0))) {
      negative ^= body.charAt(0) != '+';
      body = body.substring(1).strip();
    } else if (!negative && body.length() > 1 && isMinus(body.charAt(body.length() - 1))) {
      negative = true;
      body = body.substring(0, body.length() - 1).strip();
    }
    String unit = "";
    if (!body.isEmpty() && "€£$".indexOf(body.charAt(0)) >= 0) {
      unit = body.substring(0, 1);
      body = body.substring(1).strip();
    }
    int end = endOfNumber(body);
    if (end < body.length()) {
      String behind = body.substring(end).strip();
      if (!unit.isEmpty() || !UNITS.contains(behind.toLowerCase(Locale.ROOT))) {
        return scientific(body, negative);
      }
      unit = behind;
      body = body.substring(0, end).strip();
    }
    return plain(body, negative, unit);
  }

  /**
   * True for a plus and the digits of an international telephone number: those with their country
   * have {@value #LEAST_CALLED} to {@value #MOST_CALLED} of them, says E.164 of the longest.
   */
  public static boolean mayBeCalled(String text) {
    if (!text.startsWith("+") || text.indexOf(',') >= 0) {
      return false;
    }
    long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits >= LEAST_CALLED && digits <= MOST_CALLED;
  }

  /** The text with unbreakable and thin spaces made plain. */
  public static String spacesMadePlain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2009', ' ');
  }

  /** False when there is no digit, or when a letter comes first: the answer is then known. */
  private static boolean mayBeNumber(String text) {
    char first = text.isEmpty() ? 0 : text.charAt(0);
    if (first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static boolean isSign(char c) {
    return c == '+' || isMinus(c);
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '\u2212';
  }

  private static int endOfNumber(String body) {
    int end = 0;
    while (end < body.length() && "0123456789 ,.'’".indexOf(body.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static @Nullable Written plain(String body, boolean negative, String unit) {
    int comma = body.indexOf(',');
    int point = body.indexOf('.');
    int lastComma = body.lastIndexOf(',');
    int lastPoint = body.lastIndexOf('.');
    char decimal = 0;
    if (comma >= 0 && point >= 0) {
      decimal = lastComma > lastPoint ? ',' : '.';
    } else if (comma >= 0 && comma == lastComma) {
      decimal = ',';
    } else if (point >= 0 && point == lastPoint) {
      decimal = '.';
    }
    if (decimal == '.' && point > 0 && point == body.length() - 1) {
      // "5." is five, its decimals left out
      return digitsOnly(body.substring(0, point))
          ? plain(body.substring(0, point), negative, unit)
          : null;
    }
    int cut = decimal == 0 ? body.length() : body.lastIndexOf(decimal);
    if (decimal != 0 && body.indexOf(decimal) != cut) {
      return null;
    }
    String fraction = decimal == 0 ? "" : body.substring(cut + 1);
    if (!digitsOnly(fraction) || (decimal != 0 && fraction.isEmpty())) {
      return null;
    }
    String whole = body.substring(0, cut);
    String joined = joinGroups(whole);
    if (joined == null) {
      return null;
    }
    boolean grouped = joined.length() != whole.length();
    if (joined.isEmpty()) {
      joined = "0";
    } else if (joined.length() > 1 && joined.charAt(0) == '0') {
      return null;
    }
    String canonical = (negative ? "-" : "") + joined + (fraction.isEmpty() ? "" : "." + fraction);
    return new Written(canonical, decimal == ',', grouped, unit);
  }

  /** The digits of a whole part whose thousands may be set apart, or null. */
  private static @Nullable String joinGroups(String whole) {
    if (digitsOnly(whole)) {
      return whole;
    }
    char separator = 0;
    StringBuilder joined = new StringBuilder(whole.length());
    int inGroup = 0;
    boolean firstGroup = true;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c >= '0' && c <= '9') {
        joined.append(c);
        inGroup++;
      } else if (c == ' ' || c == '.' || c == ',' || c == '\'' || c == '’') {
        boolean rightSize = firstGroup ? inGroup >= 1 && inGroup <= 3 : inGroup == 3;
        if (!rightSize || (separator != 0 && separator != c)) {
          return null;
        }
        separator = c;
        inGroup = 0;
        firstGroup = false;
      } else {
        return null;
      }
    }
    return inGroup == 3 ? joined.toString() : null;
  }

  private static boolean digitsOnly(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Written scientific(String body, boolean negative) {
    int exponent = Math.max(body.indexOf('E'), body.indexOf('e'));
    if (exponent < 1 || exponent == body.length() - 1) {
      return null;
    }
    String mantissa = body.substring(0, exponent).replace(',', '.');
    String power = body.substring(exponent + 1);
    String bare = power.startsWith("+") || power.startsWith("-") ? power.substring(1) : power;
    int point = mantissa.indexOf('.');
    boolean numeric =
        digitsOnly(bare)
            && bare.length() <= 2
            && !bare.isEmpty()
            && digitsOnly(mantissa.replaceFirst("\\.", ""))
            && point != 0
            && point != mantissa.length() - 1;
    if (!numeric) {
      return null;
    }
    String canonical = new BigDecimal(mantissa + "E" + power).toPlainString();
    return new Written(negative ? "-" + canonical : canonical, body.indexOf(',') >= 0, false, "");
  }
}
