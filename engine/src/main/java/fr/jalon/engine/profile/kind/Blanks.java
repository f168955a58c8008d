package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Words;
import java.util.Set;

/** Words that people put in a cell to say that they have nothing to put there. */
public final class Blanks {
  private static final Set<String> WORDS =
      Set.of(
          "nc",
          "n.c.",
          "n.c",
          "nr",
          "nd",
          "n.d.",
          "na",
          "n/a",
          "n.a.",
          "ns",
          "so",
          "s.o.",
          "s/o",
          "sans objet",
          "neant",
          "non communique",
          "non connu",
          "non renseigne",
          "non renseignee",
          "inconnu",
          "inconnue",
          "null",
          "none",
          "nan",
          "nil",
          "vide",
          "aucun",
          "aucune",
          "-",
          "--",
          "---",
          "–",
          "—",
          "?",
          "??",
          "???",
          "x",
          "xx",
          "xxx",
          ".",
          "/",
          "a completer",
          "a definir",
          "a venir",
          "rien",
          "indetermine",
          "unknown");
  private static final Set<String> SPREADSHEET_ERRORS =
      Set.of(
          "#N/A",
          "#REF!",
          "#VALEUR!",
          "#VALUE!",
          "#DIV/0!",
          "#NOM?",
          "#NAME?",
          "#NOMBRE!",
          "#NUM!",
          "#NUL!",
          "#NULL!",
          "#PROPAGATION!",
          "#SPILL!",
          "#CALC!");
  private static final int LONGEST = 18;

  private Blanks() {}

  /** True for "NC", "néant", "-"… */
  public static boolean isBlankWord(String text) {
    String word = text.strip();
    boolean figure = !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    return word.length() <= LONGEST && !figure && WORDS.contains(Words.fold(word));
  }

  /** True for what a spreadsheet shows when a formula fails, and for "####". */
  public static boolean isSpreadsheetError(String text) {
    String word = text.strip();
    return word.startsWith("#")
        && (SPREADSHEET_ERRORS.contains(word) || (word.length() > 2 && word.matches("#+")));
  }

  /** True for a text of which nothing is seen: spaces that do not break, or of no width. */
  public static boolean isOnlySpaces(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean unseen = c <= ' ' || Character.isSpaceChar(c) || "\u200b\u2060\ufeff".indexOf(c) >= 0;
      if (!unseen) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
