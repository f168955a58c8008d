package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Escapes;
import java.util.Map;

/** A program left numbers or names of signs in the cells: "_x000D_", "&amp;eacute;". */
final class EscapedCharactersRule implements Rule {
  @Override
  public String code() {
    return "escaped-characters";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      boolean certain = isSure(column.values());
      Map<String, String> words = certain ? Map.of() : Map.of("variant", "doubtful");
      report.cells(
          this,
          Severity.WARNING,
          column,
          words,
          Remedy.convert(
              certain,
              new Conversion.Unescape(certain ? Escapes.Extent.SURE : Escapes.Extent.ALL),
              words));
    }
  }

  /** One text that may be about escapes makes the whole column be asked. */
  private static boolean isSure(Distinct values) {
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      if (!Escapes.undone(text, Escapes.Extent.ALL)
          .equals(Escapes.undone(text, Escapes.Extent.SURE))) {
        return false;
      }
    }
    return true;
  }
}
