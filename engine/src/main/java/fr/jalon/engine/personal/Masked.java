package fr.jalon.engine.personal;

/** How what tells of a person is shown: enough to recognize one's own file, not enough to read. */
public final class Masked {
  private static final char BULLET = '•';

  /** Bullets of a word, so that its length tells nothing either. */
  private static final String WORD = "•••••";

  private Masked() {}

  /** A value, covered as its category asks: "D•••••", "06 •• •• •• 12", "d•••••@orange.fr". */
  public static String of(Category category, String value) {
    return switch (category) {
      case MOBILE, LAND_LINE -> digits(value, 2, 2);
      case NIR -> digits(value, 1, 0);
      case IBAN -> digits(value, 4, 0);
      case BIRTH_DATE, AGE, IP_ADDRESS, MAC_ADDRESS, IDENTIFIER, NUMBER_PLATE ->
          digits(value, 0, 0);
      case EMAIL -> mail(value);
      case TEXT -> PersonalTexts.masked(value);
      default -> words(value);
    };
  }

  /** Bullets too: what is covered twice is covered the same. */
  private static boolean isCovered(int c) {
    return Character.isLetterOrDigit(c) || c == BULLET;
  }

  /** Letters and digits covered, but for the first and last ones kept; signs stay. */
  private static String digits(String value, int first, int last) {
    long all = value.chars().filter(Masked::isCovered).count();
    StringBuilder masked = new StringBuilder(value.length());
    int seen = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isCovered(c)) {
        boolean kept = all > first + last && (seen < first || seen >= all - last);
        masked.append(kept ? c : BULLET);
        seen++;
      } else {
        masked.append(c);
      }
    }
    return masked.toString();
  }

  private static String mail(String value) {
    int at = value.lastIndexOf('@');
    return at < 1 ? words(value) : value.charAt(0) + WORD + value.substring(at);
  }

  /** Each word by its first letter. */
  private static String words(String value) {
    StringBuilder masked = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = isCovered(c) || Character.getType(c) == Character.NON_SPACING_MARK;
      if (letter && !inside) {
        masked.append(Character.isDigit(c) ? BULLET : c).append(WORD);
      } else if (!letter) {
        masked.append(c);
      }
      inside = letter;
    }
    return masked.toString();
  }
}
