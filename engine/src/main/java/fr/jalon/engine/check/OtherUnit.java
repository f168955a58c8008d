package fr.jalon.engine.check;

import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.Unit;
import java.util.Map;

/** The name of a column says another unit than the national model's: metres for centimetres. */
final class OtherUnit implements Check {
  @Override
  public String code() {
    return "other-unit";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      Unit written = field == null ? null : Unit.other(column.name(), field);
      Unit wanted = field == null ? null : Unit.of(field.title());
      if (field != null && written != null && wanted != null) {
        report.add(
            this,
            Severity.WARNING,
            column,
            Map.of("unit", written.sign(), "wanted", wanted.sign(), "field", field.name()));
      }
    }
  }
}
