package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.FrenchCommunes;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import java.util.Set;

/** Whether the nine digits of a column are telephone numbers of France. */
final class PhoneEvidence {
  private static final Set<String> SAYS_PHONE =
      Set.of("telephone", "tel", "telephones", "numtel", "phone");

  /** A mobile has numbers of other kinds too. */
  private static final Set<String> THINGS =
      Set.of(
          "inventaire",
          "serie",
          "imei",
          "parc",
          "materiel",
          "modele",
          "reference",
          "ref",
          "sim",
          "puce",
          "marche",
          "contrat",
          "commande",
          "facture",
          "dossier",
          "ticket");

  private PhoneEvidence() {}

  static boolean isOfFrance(Facts facts, ColumnFacts column) {
    Surroundings around = new Surroundings(facts);
    return isOfPhones(column)
        && !around.mayBeAbroad()
        && around.towns().stream().allMatch(PhoneEvidence::namesCommunes);
  }

  private static boolean isOfPhones(ColumnFacts column) {
    if (column.field() != null && column.field().asKind() == Kinds.PHONE) {
      return true;
    }
    Words header = column.header();
    return !header.hasAny(THINGS) && (header.hasAny(SAYS_PHONE) || hasOneWhole(column.values()));
  }

  /** True when a number of the column is whole, so that the title says what it holds. */
  private static boolean hasOneWhole(Distinct values) {
    for (int index = 0; index < values.size(); index++) {
      if (Code.PHONE.isRight(values.value(index).toString())) {
        return true;
      }
    }
    return false;
  }

  /** One town that is no commune may lie abroad, and its telephone with it. */
  private static boolean namesCommunes(ColumnFacts towns) {
    Distinct values = towns.values();
    boolean all = values.complete();
    for (int index = 0; index < values.size() && all; index++) {
      String town = values.value(index).toString();
      all = Blanks.isBlankWord(town) || FrenchCommunes.all().isNamed(town);
    }
    return all;
  }
}
