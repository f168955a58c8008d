package fr.jalon.engine.rule.variant;

import fr.jalon.engine.profile.Words;

/**
 * How the accents of one writing stand to those of another made of the same letters.
 *
 * @param more letters accented in the first only
 * @param less letters accented in the second only
 * @param other letters accented otherwise: "Pêche" and "Péché"
 */
record Accents(int more, int less, int other) {
  private static final Accents UNKNOWN = new Accents(0, 0, 1);

  static Accents of(String one, String another) {
    String mine = bare(one);
    String its = bare(another);
    if (mine.length() != its.length()) {
      return UNKNOWN;
    }
    int more = 0;
    int less = 0;
    int other = 0;
    for (int i = 0; i < mine.length(); i++) {
      char a = Character.toLowerCase(mine.charAt(i));
      char b = Character.toLowerCase(its.charAt(i));
      if (a != b) {
        boolean accented = a >= 0x80;
        if (accented && b >= 0x80) {
          other++;
        } else if (accented) {
          more++;
        } else {
          less++;
        }
      }
    }
    return new Accents(more, less, other);
  }

  boolean richer() {
    return more > 0 && less == 0 && other == 0;
  }

  boolean poorer() {
    return less > 0 && more == 0 && other == 0;
  }

  boolean contrary() {
    return other > 0 || (more > 0 && less > 0);
  }

  /** One word that only its last accent tells from another: "Marché", "Marche". */
  boolean mayChangeTheWord(String one, String another) {
    if (more + less + other == 0 || Spelling.words(Words.fold(one)).size() > 1) {
      return false;
    }
    return lastAccent(one) != lastAccent(another);
  }

  private static boolean lastAccent(String text) {
    int last = text.length() - 1;
    while (last > 0 && "sSeE".indexOf(text.charAt(last)) >= 0 && isVowelEnd(text, last)) {
      last--;
    }
    return last >= 0 && text.charAt(last) >= 0x80;
  }

  /** Endings of plural and feminine stand behind the accent: "retraitées". */
  private static boolean isVowelEnd(String text, int last) {
    char before = Character.toLowerCase(text.charAt(last - 1));
    return before == 'é' || before == 'e';
  }

  private static String bare(String text) {
    String split = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae");
    StringBuilder letters = new StringBuilder(split.length());
    split.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
    return letters.toString();
  }
}
