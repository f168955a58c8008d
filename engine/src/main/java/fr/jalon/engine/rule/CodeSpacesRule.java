package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SIRET, SIREN, commune or postal codes with spaces or points among their digits. */
final class CodeSpacesRule implements Rule {
  /** Of a number in pieces: no expression is to be tried on a megabyte. */
  private static final int LONGEST = 60;

  /** Figures with something among them: "250 000", "1 200,50". */
  private static final Pattern IN_PIECES = Pattern.compile("\\d+(?:[ .,\u00a0\u202f]+\\d+)+");

  @Override
  public String code() {
    return "code-spaces";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Code code : List.of(Code.SIRET, Code.SIREN, Code.INSEE, Code.POSTAL)) {
      for (ColumnFacts column : facts.expecting(code.kind())) {
        String doubt = doubt(facts, column, code);
        boolean certain = doubt == null;
        Map<String, String> words = doubt == null ? Map.of() : Map.of("variant", doubt);
        report.cells(
            this,
            Severity.WARNING,
            column,
            words,
            Remedy.convert(certain, new Conversion.JoinCode(code), words));
      }
    }
  }

  /** Why the codes of a column may be something else; null when nothing says so. */
  private static @Nullable String doubt(Facts facts, ColumnFacts column, Code code) {
    if (code.hasKey()) {
      return null;
    }
    // "114 55" is Swedish: two figures before three may be of some other country too
    if (code == Code.POSTAL && LostZeros.of(facts, column, code).mayBeAbroad()) {
      return "abroad";
    }
    return holdsNumbers(column, code) ? "numbers" : null;
  }

  /** "15 500" is an amount beside "250 000", and "15.500" one where no code is whole. */
  private static boolean holdsNumbers(ColumnFacts column, Code code) {
    Distinct values = column.values();
    boolean whole = false;
    boolean points = false;
    boolean numbers = false;
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString().strip();
      boolean right = code.isRight(code.joined(text)) || code.isRight(code.pointless(text));
      whole |= code.isRight(text);
      points |= right && text.indexOf('.') >= 0;
      numbers |= !right && text.length() <= LONGEST && IN_PIECES.matcher(text).matches();
    }
    return numbers || (points && !whole) || !values.complete();
  }
}
