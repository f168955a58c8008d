package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.Field;

/** Words that mean nothing is known ("NC", "néant") in a column of numbers, dates or codes. */
public final class BlankWord implements Check {
  /** Shorter than this, a text is a code. */
  private static final int CODE_LENGTH = 20;

  @Override
  public String code() {
    return "blank-word";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (isTyped(column)) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            value -> value.length() <= 24 && Blanks.isBlankWord(value.toString()));
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
    return Kinds.has(column.kind()) || ruled || (longest != null && longest < CODE_LENGTH);
  }
}
