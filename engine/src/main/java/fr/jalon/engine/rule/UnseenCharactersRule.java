package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Spaces;
import java.util.Map;

/** Signs of no width and control codes in texts: nobody sees them, programs do. */
final class UnseenCharactersRule implements Rule {
  @Override
  public String code() {
    return "unseen-characters";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      boolean certain = !mayPart(column.values());
      Map<String, String> words = certain ? Map.of() : Map.of("variant", "parting");
      report.cells(
          this,
          Severity.ADVICE,
          column,
          words,
          Remedy.convert(certain, new Conversion.DropUnseen(), words));
    }
  }

  private static boolean mayPart(Distinct values) {
    if (!values.complete()) {
      return true;
    }
    for (int index = 0; index < values.size(); index++) {
      if (Spaces.mayPart(values.value(index).toString())) {
        return true;
      }
    }
    return false;
  }
}
