package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.schema.Schema;
import java.util.Set;

/**
 * Several rows bear the same key, which should name a single one. "Non concerné" is no key: any
 * number of rows may say so.
 */
final class NotUniqueRule implements Rule {
  private static final Set<String> NO_KEY =
      Set.of(
          "non concerne",
          "non concernee",
          "non applicable",
          "hors champ",
          "en cours",
          "en attente");

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
          return index >= 0 && values.count(index) > 1 && !saysNothing(value.toString());
        });
  }

  private static boolean saysNothing(String text) {
    return Blanks.isBlankWord(text)
        || Blanks.isSpreadsheetError(text)
        || NO_KEY.contains(Words.fold(text.strip()));
  }
}
