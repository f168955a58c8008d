package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Words;
import fr.jalon.engine.schema.Schema;
import java.util.Set;

/** A subject of a decision that does not begin by one of the nine of the national nomenclature. */
final class ActNomenclatureRule implements Rule {
  private static final Set<String> SUBJECTS =
      Set.of(
          "commande publique",
          "urbanisme",
          "domaine et patrimoine",
          "fonction publique",
          "institutions et vie politique",
          "libertes publiques et pouvoirs de police",
          "finances locales",
          "domaines de competences par themes",
          "autres domaines de competences");

  @Override
  public String code() {
    return "act-nomenclature";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Schema.Rule rule : SchemaRules.named(facts, "nomenclature-actes-value")) {
      ColumnFacts column = facts.answering(rule.get("column"));
      if (column != null) {
        report.cells(this, Severity.WARNING, column, value -> !isSubject(value.toString()));
      }
    }
  }

  private static boolean isSubject(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && SUBJECTS.contains(Words.fold(text.substring(0, slash)))
        && !text.contains("/ ");
  }
}
