package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Rename;
import java.util.List;
import java.util.Map;

/** Titles that are damaged, and what they should read. */
final class Titles {
  private Titles() {}

  /** Tells a title, and proposes its right form when the column may take it. */
  static void tell(
      Rule rule, ColumnFacts column, String mended, boolean certain, Facts facts, Report report) {
    Rename mend = new Rename(List.of(new Rename.Name(ColumnRef.of(column.column()), mended)));
    Proposal.Change change = new Proposal.Change(column.column().letters(), column.name(), mended);
    report.add(
        rule,
        Severity.WARNING,
        column,
        1,
        Map.of("after", mended),
        // two columns of one title would be one too many: people choose which to name otherwise
        facts.isTaken(mended, column) || OtherNameRule.renames(column, facts)
            ? null
            : new Report.Whole(rule.code(), mend, certain, Map.of(), 1, List.of(change)));
  }
}
