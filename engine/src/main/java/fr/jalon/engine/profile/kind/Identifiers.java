package fr.jalon.engine.profile.kind;

import org.jspecify.annotations.Nullable;

/** The arithmetic of French identifiers: SIREN, SIRET, NIR, IBAN, UAI. */
public final class Identifiers {
  private static final int MAX_GROUP = 5;
  private static final String LA_POSTE = "356000000";
  private static final String LA_POSTE_SEAT = "35600000000048";

  private Identifiers() {}

  /**
   * The digits of a text in which only spaces, points, apostrophes and dashes stand between groups
   * of two to five of them, or null. A decimal number is not such a text.
   */
  public static @Nullable String digitsOf(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    int group = 0;
    boolean grouped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
        group++;
      } else if (" .\u00a0\u202f'-".indexOf(c) < 0) {
        return null;
      } else {
        boolean between = group > 0 && i < text.stripTrailing().length() - 1;
        grouped |= between;
        if (between && (group < 2 || group > MAX_GROUP)) {
          return null;
        }
        group = 0;
      }
    }
    return grouped && group > MAX_GROUP ? null : digits.toString();
  }

  /** Nine digits that satisfy the key of Luhn. */
  public static boolean isSiren(String digits) {
    return digits.length() == 9 && luhn(digits) && !digits.equals("000000000");
  }

  /**
   * Fourteen digits that satisfy the key of Luhn, and whose first nine do. Establishments of La
   * Poste other than its seat follow another rule: the sum of their digits is a multiple of five.
   */
  public static boolean isSiret(String digits) {
    if (digits.length() != 14 || !isSiren(digits.substring(0, 9))) {
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
