package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.schema.Field;
import java.util.Map;

/** Words that mean nothing is known ("NC", "néant") in a column of numbers, dates or codes. */
public final class BlankWordRule implements Rule {
  /** Shorter than this, a text is a code. */
  private static final int CODE_LENGTH = 20;

  @Override
  public String code() {
    return "blank-word";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (isTyped(column) && !YesOrNothingRule.isMarked(column)) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of(),
            Remedy.convert(
                false, new Conversion.EmptyOut(Conversion.EmptyOut.Nothing.BLANK_WORDS)));
      }
    }
  }

  /** True when the column has a kind, or a national model says what may be written in it. */
  public static boolean isTyped(ColumnFacts column) {
    Field field = column.field();
    boolean ruled =
        field != null
            && (field.constraints().pattern() != null || !field.constraints().allowed().isEmpty());
    Integer longest = field == null ? null : field.constraints().maxLength();
    return Kinds.ALL.contains(column.kind()) || ruled || (longest != null && longest < CODE_LENGTH);
  }
}
