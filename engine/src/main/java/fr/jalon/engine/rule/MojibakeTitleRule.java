package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Misreading;
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
      Mojibake.Reading reading = Mojibake.read(column.name());
      String mended = readAgain(reading.text());
      if (!mended.equals(column.name())) {
        boolean certain = reading.surety() == Mojibake.Surety.SURE && mended.equals(reading.text());
        Rename mend = new Rename(List.of(new Rename.Name(ColumnRef.of(column.column()), mended)));
        Proposal.Change change =
            new Proposal.Change(column.column().letters(), column.name(), mended);
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

  /** A title alone has no column to tell which alphabet it was: only where one alone reads it. */
  private static String readAgain(String title) {
    List<String> readings =
        List.of(Misreading.values()).stream()
            .map(misreading -> misreading.read(title))
            .filter(read -> !read.equals(title))
            .distinct()
            .toList();
    return readings.size() == 1 ? readings.get(0) : title;
  }
}
