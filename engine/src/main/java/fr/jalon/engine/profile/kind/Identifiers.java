package fr.jalon.engine.profile.kind;

import org.jspecify.annotations.Nullable;

/** The arithmetic of French identifiers: SIREN, SIRET, NIR, IBAN, UAI. */
public final class Identifiers {
  private static final int MAX_GROUP = 5;
  private static final int SIREN_LENGTH = 9;
  private static final int SIRET_LENGTH = 14;

  /** Spaces of all widths, points, apostrophes and dashes. */
  private static final String SEPARATORS =
      " \t.\u00a0\u202f\u2007\u2009'\u2019-\u2010\u2011\u2012\u2013";

  private static final String LA_POSTE = "356000000";
  private static final String LA_POSTE_SEAT = "35600000000048";

  private Identifiers() {}

  /**
   * The digits of a text in which only spaces, points, apostrophes and dashes stand between groups
   * of at most five of them, or null. The nine digits of a SIREN may be one group, when five more
   * make a SIRET of them: "123456789 00012". A decimal number is seldom such a text, and its key is
   * wrong.
   */
  public static @Nullable String digitsOf(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    int group = 0;
    int groups = 0;
    int first = 0;
    int longest = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c >= '0' && c <= '9') {
        digits.append(c);
        group++;
      } else if (SEPARATORS.indexOf(c) < 0) {
        return null;
      } else if (group > 0) {
        if (groups++ == 0) {
          first = group;
        } else {
          longest = Math.max(longest, group);
        }
        group = 0;
      }
    }
    boolean wholeSiren = first == SIREN_LENGTH && digits.length() == SIRET_LENGTH;
    boolean apart = groups > 1 && (longest > MAX_GROUP || (first > MAX_GROUP && !wholeSiren));
    return apart ? null : digits.toString();
  }

  /** Nine digits that satisfy the key of Luhn. */
  public static boolean isSiren(String digits) {
    return digits.length() == 9 && luhn(digits) && !digits.equals("000000000");
  }

  /**
   * Fourteen digits that satisfy the key of Luhn, and whose first nine do. Establishments of La
   * Poste other than its seat follow another rule: the sum of their digits is a multiple of five.
   * Establishments are counted from one.
   */
  public static boolean isSiret(String digits) {
    if (digits.length() != SIRET_LENGTH
        || !isSiren(digits.substring(0, SIREN_LENGTH))
        || digits.endsWith("00000")) {
      return false;
    }
    if (digits.startsWith(LA_POSTE) && !digits.equals(LA_POSTE_SEAT)) {
      return sum(digits) % 5 == 0;
    }
    return luhn(digits);
  }

  /** Fifteen digits (Corsica's letters apart) with the right key, 97 minus the rest. */
  public static boolean isNir(String text) {
    if (text.length() != 15 || (text.charAt(0) != '1' && text.charAt(0) != '2')) {
      return false;
    }
    String number = text.substring(0, 13);
    String plain = number;
    if (number.startsWith("2A", 5)) {
      plain = number.substring(0, 5) + "19" + number.substring(7);
    } else if (number.startsWith("2B", 5)) {
      plain = number.substring(0, 5) + "18" + number.substring(7);
    }
    if (!allDigits(plain) || !allDigits(text.substring(13))) {
      return false;
    }
    int month = Integer.parseInt(text.substring(3, 5));
    boolean monthPossible = (month >= 1 && month <= 12) || (month >= 20 && month <= 99);
    long key = 97 - Long.parseLong(plain) % 97;
    return monthPossible && key == Long.parseLong(text.substring(13));
  }

  /** An IBAN whose rest by 97 is one (ISO 13616). */
  public static boolean isIban(String text) {
    if (text.length() < 15 || text.length() > 34) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      char c = text.charAt(i);
      if (i < 2 ? c < 'A' || c > 'Z' : c < '0' || c > '9') {
        return false;
      }
    }
    int rest = 0;
    String turned = text.substring(4) + text.substring(0, 4);
    for (int i = 0; i < turned.length(); i++) {
      char c = turned.charAt(i);
      if (c >= '0' && c <= '9') {
        rest = (rest * 10 + c - '0') % 97;
      } else if (c >= 'A' && c <= 'Z') {
        rest = (rest * 100 + c - 'A' + 10) % 97;
      } else {
        return false;
      }
    }
    return rest == 1;
  }

  static boolean allDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int sum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += digits.charAt(i) - '0';
    }
    return sum;
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
