package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final int SIREN_PROVE = 3;

  /** One SIRET in a hundred has: a digit left out of another one may pass, two hardly do. */
  private static final int SIRET_PROVE = 2;

  /** Numbers that count up come to 20, which is no département, before there are as many. */
  private static final int DEPARTEMENTS_PROVE = 20;

  private static final Pattern DECIMALS = Pattern.compile("(\\d+)[.,]0+");

  private static final int SIREN_LENGTH = 9;

  private static final Set<String> DEPARTEMENT_WORDS =
      Set.of("departement", "dep", "dept", "numdep", "codedepartement");
  private static final Set<String> WORDS_BESIDE =
      Set.of("code", "cod", "num", "numero", "n", "no", "insee", "cog");

  /** No département bears it any longer: numbers that count up come to it. */
  private static final String FORMER_CORSICA = "20";

  static ZeroEvidence of(Facts facts, ColumnFacts column, Code code) {
    Distinct values = column.values();
    int lost = 0;
    int contrary = 0;
    int departements = 0;
    boolean corsica = false;
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString().strip();
      String bare = withoutDecimals(text);
      if (!code.restored(bare).equals(bare)) {
        lost++;
      } else if (!code.isRight(bare) && isContrary(code, bare)) {
        contrary++;
      }
      contrary += code == Code.DEPARTEMENT && bare.equals(FORMER_CORSICA) ? 1 : 0;
      corsica |= bare.matches("2[ABab]");
      departements += code == Code.DEPARTEMENT && code.isRight(bare) ? 1 : 0;
    }
    boolean sure =
        switch (code) {
          case INSEE, POSTAL -> true;
          case PHONE -> PhoneEvidence.isOfFrance(facts, column);
          case SIRET -> lost >= SIRET_PROVE || haveTheirSiren(facts, values);
          case SIREN -> lost >= SIREN_PROVE;
          case DEPARTEMENT -> corsica || departements >= DEPARTEMENTS_PROVE || isAsked(column);
        };
    return new ZeroEvidence(lost, contrary, sure, values.complete());
  }

  /** True when the table is of a model that wants départements there. */
  private static boolean isAsked(ColumnFacts column) {
    return column.field() != null && column.field().asKind() == Kinds.DEPARTEMENT;
  }

  /** True when another column has the SIREN of each SIRET that gets its zero back. */
  private static boolean haveTheirSiren(Facts facts, Distinct sirets) {
    Set<String> sirens = new HashSet<>();
    for (ColumnFacts column : facts.expecting(Kinds.SIREN)) {
      for (int index = 0; index < column.values().size(); index++) {
        sirens.add(Code.SIREN.restored(column.values().value(index).toString()));
      }
    }
    for (int index = 0; index < sirets.size(); index++) {
      String bare = withoutDecimals(sirets.value(index).toString().strip());
      String whole = Code.SIRET.restored(bare);
      if (!whole.equals(bare) && !sirens.contains(whole.substring(0, SIREN_LENGTH))) {
        return false;
      }
    }
    return true;
  }

  /** "4599991900017.0" lacks a zero as well as decimals: {@link Code#pointless} mends both. */
  private static String withoutDecimals(String text) {
    Matcher number = DECIMALS.matcher(text);
    return number.matches() ? number.group(1) : text;
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

  /** True when nothing else can be believed of any value of the column. */
  boolean certain() {
    return whole && sure && contrary == 0;
  }

  /** Which sentence tells it. */
  static Map<String, String> words(boolean certain) {
    return certain ? Map.of() : Map.of("variant", "doubtful");
  }
}
