package fr.jalon.engine.check;

import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.table.Text;
import java.util.Map;

/** Accents were read in the wrong alphabet somewhere on the way: "Ã©" for "é". */
final class BrokenAccents implements Check {
  @Override
  public String code() {
    return "mojibake";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      report.cells(this, Severity.WARNING, column, value -> isBroken(value));
      if (!Mojibake.mend(column.name()).equals(column.name())) {
        report.add(this, Severity.WARNING, column, Map.of("variant", "header"));
      }
    }
  }

  private static boolean isBroken(Text value) {
    if (Judging.isAscii(value)) {
      return false;
    }
    String text = value.toString();
    return !Mojibake.mend(text).equals(text);
  }
}
