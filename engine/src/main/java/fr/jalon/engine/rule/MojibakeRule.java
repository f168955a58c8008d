package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** Accents were read in the wrong alphabet somewhere on the way: "Ã©" for "é". */
final class MojibakeRule implements Rule {
  @Override
  public String code() {
    return "mojibake";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      report.cells(
          this,
          Severity.WARNING,
          column,
          Map.of(),
          Remedy.convert(true, new Conversion.MendAccents()));
    }
  }
}
