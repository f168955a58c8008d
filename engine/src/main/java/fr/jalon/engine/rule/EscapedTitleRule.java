package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Escapes;

/** A program left numbers or names of signs in a title: "Date_x0020_de_x0020_début". */
final class EscapedTitleRule implements Rule {
  @Override
  public String code() {
    return "escaped-title";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      String title = column.name();
      String mended = Escapes.undone(title, Escapes.Extent.ALL).strip();
      if (!mended.isEmpty() && !mended.equals(title.strip())) {
        boolean certain = mended.equals(Escapes.undone(title, Escapes.Extent.SURE).strip());
        Titles.tell(this, column, mended, certain, facts, report);
      }
    }
  }
}
