package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Spaces;
import java.util.Map;
import java.util.TreeMap;

/** Spaces around a text, or several in a row. */
final class SurroundingSpacesRule implements Rule {
  /** A table that shows its levels by spaces goes no deeper; beyond, a program filled up cells. */
  private static final int DEEPEST = 12;

  /** Texts that must stand back for their spaces to be levels rather than slips. */
  private static final int LEAST = 3;

  private static final int CODE_LENGTH = 20;

  @Override
  public String code() {
    return "surrounding-spaces";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (column.kind() != Kinds.JSON) {
        boolean text = column.kind() == Kinds.TEXT;
        String doubt =
            text && showsLevels(column.values())
                ? "levels"
                : text && isOfCodes(column.values()) ? "codes" : "";
        Map<String, String> words = doubt.isEmpty() ? Map.of() : Map.of("variant", doubt);
        report.cells(
            this,
            Severity.ADVICE,
            column,
            words,
            Remedy.convert(doubt.isEmpty(), new Conversion.TrimSpaces(), words));
      }
    }
  }

  /** Some texts stand back from others, as the lines of a plan: their spaces say something. */
  private static boolean showsLevels(Distinct values) {
    Map<Integer, Integer> depths = new TreeMap<>();
    for (int index = 0; index < values.size(); index++) {
      depths.merge(Spaces.indentation(values.value(index).toString()), 1, Integer::sum);
    }
    int back = 0;
    for (Map.Entry<Integer, Integer> depth : depths.entrySet()) {
      back += depth.getKey() >= 2 && depth.getKey() <= DEEPEST ? depth.getValue() : 0;
    }
    return back >= LEAST && depths.size() > 1 && back * 20 >= values.size();
  }

  /** Codes of a fixed width hold spaces between their parts: "AB 12" is not "AB 12". */
  private static boolean isOfCodes(Distinct values) {
    int codes = 0;
    boolean parted = false;
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      boolean code =
          text.length() <= CODE_LENGTH
              && text.chars().noneMatch(Character::isLowerCase)
              && text.chars().anyMatch(Character::isDigit);
      codes += code ? 1 : 0;
      parted |= code && text.strip().contains("  ");
    }
    return parted && codes * 2 >= values.size();
  }
}
