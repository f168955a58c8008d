package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Escapes;
import fr.jalon.engine.table.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A program left numbers or names of signs in the cells: "_x000D_", "&amp;eacute;". */
final class EscapedCharactersRule implements Rule {
  /** The format that has such numbers of its own (ECMA-376), undone when it is read. */
  private static final String WORKBOOK = "xlsx";

  private static final Set<Kind> STRUCTURED = Set.of(Kinds.JSON, Kinds.GEOMETRY);

  @Override
  public String code() {
    return "escaped-characters";
  }

  @Override
  public void look(Facts facts, Report report) {
    // there, what is left once read is what somebody wrote
    boolean literal = facts.reading().format().equals(WORKBOOK);
    for (ColumnFacts column : facts.columns()) {
      // a quote put back would close the text that holds it
      if (STRUCTURED.contains(column.kind())) {
        continue;
      }
      boolean certain = isSure(column.values(), literal);
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

  /**
   * One text that may be about escapes makes the whole column be asked, and so do two texts that
   * would become one though they did not say the same.
   */
  private static boolean isSure(Distinct values, boolean literal) {
    Map<String, String> changed = new HashMap<>();
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      String undone = Escapes.undone(text, Escapes.Extent.SURE);
      if (undone.equals(text)) {
        if (!Escapes.undone(text, Escapes.Extent.ALL).equals(text)) {
          return false;
        }
        continue;
      }
      String said = Escapes.said(text);
      String same = changed.putIfAbsent(undone, said);
      boolean merged = same != null && !same.equals(said);
      boolean met = values.find(Text.of(undone)) >= 0 && !Escapes.said(undone).equals(said);
      if (merged
          || met
          || (literal && Escapes.isOfWorkbook(text))
          || !Escapes.undone(text, Escapes.Extent.ALL).equals(undone)) {
        return false;
      }
    }
    // what is not seen here may be one of them
    return values.complete();
  }
}
