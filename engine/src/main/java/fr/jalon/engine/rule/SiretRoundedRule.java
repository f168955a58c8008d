package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.profile.kind.Numbers;
import java.util.regex.Pattern;

/** A SIRET that a spreadsheet took for a number and rounded: its last digits are lost for good. */
final class SiretRoundedRule implements Rule {
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?1[0-9]");

  @Override
  public String code() {
    return "siret-rounded";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.SIRET)) {
      report.cells(this, Severity.WARNING, column, value -> isRounded(value.toString()));
    }
  }

  /**
   * True for "2,14503E+13" and for fourteen digits that end by several zeros without being a SIRET:
   * an establishment number ends by a key, so three zeros in a row are the mark of a rounding.
   * Zeros alone were typed.
   */
  static boolean isRounded(String text) {
    String plain = Numbers.spacesMadePlain(text).strip();
    if (SCIENTIFIC.matcher(plain).matches()) {
      return true;
    }
    String whole = plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    String digits = Identifiers.digitsOf(whole);
    return digits != null
        && digits.length() == 14
        && digits.endsWith("000")
        && !digits.startsWith("000")
        && !Identifiers.isSiret(digits);
  }
}
