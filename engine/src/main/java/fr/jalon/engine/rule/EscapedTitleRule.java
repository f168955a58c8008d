package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Escapes;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Rename;
import java.util.List;
import java.util.Map;

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
        Rename mend = new Rename(List.of(new Rename.Name(ColumnRef.of(column.column()), mended)));
        Proposal.Change change = new Proposal.Change(column.column().letters(), title, mended);
        report.add(
            this,
            Severity.WARNING,
            column,
            1,
            Map.of("after", mended),
            // two columns of one title would be one too many: people choose which to name otherwise
            facts.isTaken(mended, column) || OtherNameRule.renames(column, facts)
                ? null
                : new Report.Whole(code(), mend, certain, Map.of(), 1, List.of(change)));
      }
    }
  }
}
