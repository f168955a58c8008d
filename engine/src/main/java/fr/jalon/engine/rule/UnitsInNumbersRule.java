package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.schema.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A unit or a currency is written in the cell, beside the number. */
final class UnitsInNumbersRule implements Rule {
  @Override
  public String code() {
    return "units-in-numbers";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        List<String> units = units(column.values());
        Remedy remedy =
            Remedy.convertOne(false, new Conversion.StripUnits(units, isShare(column)), Map.of());
        report.cells(this, Severity.WARNING, column, Map.of(), remedy);
      }
    }
  }

  /** Every unit written in the column, as it is written. */
  private static List<String> units(Distinct values) {
    Set<String> units = new TreeSet<>();
    for (int index = 0; index < values.size(); index++) {
      Numbers.Written number = Numbers.read(values.value(index).toString());
      if (number != null && !number.unit().isEmpty()) {
        units.add(number.unit());
      }
    }
    return List.copyOf(units);
  }

  /** A column that runs from 0 to 1 takes 45 % as 0.45. */
  private static boolean isShare(ColumnFacts column) {
    Field field = column.field();
    Double maximum = field == null ? null : field.constraints().maximum();
    return maximum != null && maximum == 1;
  }
}
