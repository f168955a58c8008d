package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Countries;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import java.util.Map;
import java.util.Set;

/**
 * What all the values of a column tell of first zeros that its codes lost.
 *
 * @param lost distinct values that a zero makes right
 * @param contrary distinct values of which it cannot be said that only a zero is missing
 * @param sure whether right values alone prove what the column holds
 * @param whole whether every value of the column was looked at
 */
record ZeroEvidence(int lost, int contrary, boolean sure, boolean whole) {
  /** One SIREN in ten has a right key by chance once a zero is put in front; three do not. */
  private static final int PROVES_BY_NUMBER = 3;

  private static final Set<String> DEPARTEMENT_WORDS =
      Set.of("departement", "dep", "dept", "numdep", "codedepartement");
  private static final Set<String> WORDS_BESIDE =
      Set.of("code", "cod", "num", "numero", "n", "no", "insee", "cog");

  /** No département bears it any longer: numbers that count up come to it. */
  private static final String FORMER_CORSICA = "20";

  static ZeroEvidence of(ColumnFacts column, Code code) {
    Distinct values = column.values();
    int lost = 0;
    int contrary = 0;
    boolean far = false;
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString().strip();
      String bare = code.pointless(text);
      if (!code.restored(bare).equals(bare) || (bare.startsWith("0") && !text.startsWith("0"))) {
        lost++;
      } else if (!code.isRight(bare) && isContrary(code, bare)) {
        contrary++;
      }
      contrary += code == Code.DEPARTEMENT && bare.equals(FORMER_CORSICA) ? 1 : 0;
      far |= bare.startsWith("97") || bare.matches("2[ABab]");
    }
    boolean sure =
        switch (code) {
          case SIRET, PHONE, INSEE, POSTAL -> true;
          case SIREN -> lost >= PROVES_BY_NUMBER;
          case DEPARTEMENT -> far || isOfDepartements(column);
        };
    return new ZeroEvidence(lost, contrary, sure, values.complete());
  }

  private static boolean isOfDepartements(ColumnFacts column) {
    boolean asked = column.field() != null && column.field().asKind() == Kinds.DEPARTEMENT;
    return asked || (column.header().has("departement") && namesDepartements(column.header()));
  }

  private static boolean isContrary(Code code, String text) {
    if (Blanks.isBlankWord(text) || Blanks.isSpreadsheetError(text)) {
      return false;
    }
    return switch (code) {
      case SIRET, SIREN, INSEE, POSTAL -> code.isShort(text);
      case DEPARTEMENT -> true;
      case PHONE -> text.startsWith("+") || text.startsWith("00") || isNumber(text);
    };
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** True when a header says that its column holds codes of départements, and nothing else. */
  static boolean namesDepartements(Words header) {
    return header.hasAny(DEPARTEMENT_WORDS)
        && header.list().stream()
            .allMatch(word -> DEPARTEMENT_WORDS.contains(word) || WORDS_BESIDE.contains(word));
  }

  /** True when some row of the table lies in another country. */
  static boolean mayBeAbroad(Facts facts) {
    for (ColumnFacts column : LostZeros.countries(facts)) {
      Distinct values = column.values();
      for (int index = 0; index < values.size(); index++) {
        String country = values.value(index).toString();
        if (Countries.of(country) != Countries.Place.FRANCE && !Blanks.isBlankWord(country)) {
          return true;
        }
      }
    }
    return false;
  }

  /** True when nothing else can be believed of any value of the column. */
  boolean certain() {
    return whole && sure && contrary == 0;
  }

  /** Which sentence tells it. */
  static Map<String, String> words(boolean certain) {
    return certain ? Map.of() : Map.of("variant", "doubtful");
  }
}
