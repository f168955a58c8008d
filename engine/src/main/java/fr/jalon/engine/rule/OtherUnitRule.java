package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.ConvertUnit;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.Unit;
import java.math.BigDecimal;
import java.util.Map;

/** The name of a column says another unit than the national model's: metres for centimetres. */
final class OtherUnitRule implements Rule {
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
      if (field == null || written == null || wanted == null) {
        continue;
      }
      Map<String, String> words =
          Map.of("unit", written.sign(), "wanted", wanted.sign(), "field", field.name());
      BigDecimal factor = written.factor(wanted);
      boolean taken = facts.hasColumn(field.name());
      if (factor == null || taken) {
        report.add(this, Severity.WARNING, column, words);
      } else {
        ConvertUnit mend =
            new ConvertUnit(ColumnRef.of(column.column()), written.sign(), factor, field.name());
        Map<String, String> more =
            Map.of(
                "unit", written.sign(),
                "wanted", wanted.sign(),
                "field", field.name(),
                "name", field.name(),
                "factor", factor.toPlainString());
        report.cells(
            this, Severity.WARNING, column, more, Remedy.of(false, mend::converted, mend, more));
      }
    }
  }
}
