package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.ConvertUnit;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.UnitSuspicion;
import fr.jalon.engine.table.Text;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The numbers of a column are those of another unit than the national model's, although its name
 * says none: trees of 4 to 17 where centimetres are wanted. Told and asked, never certain.
 */
final class UnitSuspectRule implements Rule {
  @Override
  public String code() {
    return "unit-suspect";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      UnitSuspicion suspicion =
          field == null ? null : UnitSuspicion.of(field, column.name(), column.values());
      if (field == null || suspicion == null) {
        continue;
      }
      ConvertUnit mend =
          new ConvertUnit(
              ColumnRef.of(column.column()),
              suspicion.written().sign(),
              suspicion.factor(),
              field.name());
      Map<String, String> words =
          Map.of(
              "unit", suspicion.written().sign(),
              "wanted", suspicion.wanted().sign(),
              "factor", suspicion.factor().toPlainString(),
              "name", field.name());
      Predicate<Text> number = value -> Numbers.read(value.toString()) != null;
      boolean taken = facts.isTaken(field.name(), column);
      if (taken) {
        report.cells(this, Severity.WARNING, column, words, number);
      } else {
        Remedy remedy = Remedy.of(false, mend::converted, mend, words);
        report.cells(this, Severity.WARNING, column, words, number, remedy);
      }
    }
  }
}
