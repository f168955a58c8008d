package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Rename;
import java.util.List;
import java.util.Map;

/** The accents of a title were read in the wrong alphabet: "ThÃ©Ã¢tre" for "Théâtre". */
final class MojibakeTitleRule implements Rule {
  @Override
  public String code() {
    return "mojibake-title";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      String mended = Mojibake.mend(column.name());
      if (!mended.equals(column.name())) {
        Rename mend = new Rename(List.of(new Rename.Name(ColumnRef.of(column.column()), mended)));
        Proposal.Change change =
            new Proposal.Change(column.column().letters(), column.name(), mended);
        report.add(
            this,
            Severity.WARNING,
            column,
            1,
            Map.of(),
            new Report.Whole(code(), mend, true, Map.of(), 1, List.of(change)));
      }
    }
  }
}
