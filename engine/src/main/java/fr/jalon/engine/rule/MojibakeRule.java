package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.profile.Mojibake.Surety;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Accents were read in the wrong alphabet somewhere on the way: "Ã©" for "é". */
final class MojibakeRule implements Rule {
  @Override
  public String code() {
    return "mojibake";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Surety least = least(column.values());
      boolean certain = least != Surety.DOUBTFUL;
      report.cells(
          this,
          Severity.WARNING,
          column,
          certain ? Map.of() : Map.of("variant", "doubtful"),
          value -> Mojibake.read(value.toString()).surety() != Surety.SOUND,
          Remedy.convert(
              certain,
              new Conversion.MendAccents(least),
              certain ? Map.of() : Map.of("variant", "doubtful")));
    }
  }

  /**
   * How sure a text must be for its accents to come back: where two alphabets would do, the column
   * shows that Windows spoiled it. One text in doubt makes the whole column be asked.
   */
  private static Surety least(Distinct values) {
    Set<Surety> seen = EnumSet.noneOf(Surety.class);
    boolean windows = false;
    for (int index = 0; index < values.size(); index++) {
      Mojibake.Reading reading = Mojibake.read(values.value(index).toString());
      seen.add(reading.surety());
      windows |= reading.windows();
    }
    if (seen.contains(Surety.DOUBTFUL) || (seen.contains(Surety.TIED) && !windows)) {
      return Surety.DOUBTFUL;
    }
    return seen.contains(Surety.TIED) ? Surety.TIED : Surety.SURE;
  }
}
