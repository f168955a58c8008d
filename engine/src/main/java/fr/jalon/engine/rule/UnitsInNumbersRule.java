package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Rename;
import fr.jalon.engine.rule.mend.Together;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit or a currency is written in the cell, beside the number. Cells in several units are
 * another matter: without them, their numbers would mean different things.
 */
final class UnitsInNumbersRule implements Rule {
  @Override
  public String code() {
    return "units-in-numbers";
  }

  @Override
  public void look(Facts facts, Report report) {
    if (LabelledSheet.is(facts)) {
      return;
    }
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        CellUnits units = CellUnits.of(column);
        if (isOne(units)) {
          look(column, units, facts, report);
        }
      }
    }
  }

  /** True when the numbers of this column are offered without their unit. */
  static boolean mends(ColumnFacts column) {
    CellUnits units = CellUnits.of(column);
    return isOne(units) && !bearsFew(units);
  }

  private static boolean isOne(CellUnits units) {
    Map<String, BigDecimal> factors = units.factors();
    boolean toConvert = factors != null && !factors.isEmpty();
    return units.met().size() == 1 && !toConvert;
  }

  private static boolean bearsFew(CellUnits units) {
    return units.title() == null && units.bare() > units.met().get(0).cells();
  }

  private void look(ColumnFacts column, CellUnits units, Facts facts, Report report) {
    CellUnits.Met unit = units.met().get(0);
    Unit title = units.title();
    boolean share = isShare(column) && unit.sign().equals("%");
    Conversion.StripUnits strip = new Conversion.StripUnits(units.writings(), share);
    ColumnRef here = ColumnRef.of(column.column());
    Map<String, String> words = new HashMap<>();
    words.put("unit", unit.sign());
    words.put("bare", Long.toString(units.bare()));
    if (bearsFew(units)) {
      // most numbers bear none: whether they are in this one is not ours to guess
      words.put("variant", "few");
      report.cells(
          this,
          Severity.WARNING,
          column,
          Map.copyOf(words),
          value -> !strip.convert(value.toString()).equals(value.toString()));
      return;
    }
    String name = column.name() + " (" + unit.sign() + ")";
    boolean free = !facts.isTaken(name, column);
    Mend mend = Convert.of(here, strip);
    String variant;
    if (share) {
      variant = "share";
    } else if (title != null) {
      variant = title.equals(unit.unit()) ? "titled" : "otherwise-titled";
      words.put("titleUnit", title.sign());
    } else if (column.field() != null) {
      variant = "modelled";
    } else if (free) {
      variant = units.bare() > 0 ? "renamed-bare" : "renamed";
      words.put("name", name);
      mend = new Together(List.of(mend, new Rename(List.of(new Rename.Name(here, name)))));
    } else {
      variant = "lost";
    }
    words.put("variant", variant);
    report.cells(
        this,
        Severity.WARNING,
        column,
        words,
        Remedy.of(false, strip::convert, mend, Map.copyOf(words)));
  }

  /** A column that runs from 0 to 1 takes 45 % as 0.45. */
  private static boolean isShare(ColumnFacts column) {
    Field field = column.field();
    Double maximum = field == null ? null : field.constraints().maximum();
    return maximum != null && maximum == 1;
  }
}
