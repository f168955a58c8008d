package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.schema.Schema;

/** Several rows bear the same key, which should name a single one. */
final class NotUniqueRule implements Rule {
  @Override
  public String code() {
    return "not-unique";
  }

  @Override
  public void look(Facts facts, Report report) {
    Schema schema = facts.schema();
    if (schema == null || schema.primaryKey().size() != 1) {
      return;
    }
    ColumnFacts key = facts.answering(schema.primaryKey().get(0));
    if (key == null || key.profile().filled() == key.profile().distinct()) {
      return;
    }
    Distinct values = key.values();
    report.cells(
        this,
        Severity.WARNING,
        key,
        value -> {
          int index = values.find(value);
          return index >= 0 && values.count(index) > 1;
        });
  }
}
