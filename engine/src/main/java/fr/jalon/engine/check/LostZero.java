package fr.jalon.engine.check;

/** Codes of the first nine départements that a spreadsheet took for numbers. */
public final class LostZero {
  private LostZero() {}

  /** True for four digits that are a commune's code once their zero is back: 1001. */
  public static boolean inInsee(String text) {
    return fourDigits(text);
  }

  /** True for four digits that are a postal code once their zero is back: 1000. */
  public static boolean inPostal(String text) {
    return fourDigits(text);
  }

  private static boolean fourDigits(String text) {
    String digits = text.strip();
    if (digits.length() != 4 || digits.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
