package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Right codes that resemble codes without their first zero: none changes without being asked. */
class CodesHarmTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      value = {
        "a country at the end of an address ~ Adresse;Code postal|1 rue X, Paris;75001|2 rue Y, Lyon;69003|Avenue Louise 5, Bruxelles, Belgique;1050 ~ ''",
        "a country at the end of an address without comma ~ Adresse;CP|1 rue X Paris;75001|2 rue Y Lyon;69003|Avenue Louise 5 Bruxelles Belgique;1050 ~ ''",
        "a column of countries under another title ~ Nom;Nation;CP|A;France;75001|B;France;13000|C;Belgique;5000 ~ ''",
        "a column of countries without a title that says so ~ Nom;Origine;CP|A;FR;75001|B;FR;13000|C;BE;5000 ~ ''",
        "the code before its town ~ Nom;Localité;CP|A;Paris;75001|B;Lyon;69003|C;5000 NAMUR;5000 ~ ''",
        "a town that is no commune ~ Ville;Code postal|Paris;75001|Lyon;69003|Waterloo;1410 ~ postal-lost-zero asked",
        "a town whose name is that of a commune elsewhere ~ Ville;Code postal|Paris;75001|Lyon;69003|Fontaine-l'Évêque;6140 ~ postal-lost-zero asked",
        "a supplier without a town ~ Fournisseur;Code postal|A;75001|B;69003|ETHIAS SA;4000 ~ postal-lost-zero asked",
        "someone from France may live elsewhere ~ Nationalité;Code postal|FR;75001|FR;69003|FR;1050 ~ postal-lost-zero asked",
        "accounts ~ Libellé;CP|A;70631|B;7067|C;74718|D;60611|E;6135 ~ postal-lost-zero asked",
        "telephones of Spain, by the town ~ A;Ville;Téléphone|A;Barcelone;934567890|B;Figueres;972123456|C;Perpignan;0468123456 ~ phone-lost-zero asked",
        "telephones of Spain, by the nationality ~ A;Nationalité;Téléphone|A;FR;0468123456|B;Espagnole;934567890 ~ phone-lost-zero asked",
        "telephones of Spain, by the address ~ A;Siège;Téléphone|A;1 rue X 66000 Perpignan;0468123456|B;Carrer Nou 3, Girona, Espagne;972123456 ~ phone-lost-zero asked",
        "things with numbers ~ Agent;N° inventaire portable|A;412345678|B;512345679 ~ phone-lost-zero asked",
        "a title alone that is not of telephones only ~ Agent;Mobile|A;412345678|B;512345679 ~ phone-lost-zero asked",
        "services of an organisation ~ Agent;Département|A;1|B;2|C;3 ~ departement-lost-zero asked",
        "services with a number of three digits ~ Agent;Dép.|A;1|B;2|C;10|D;971 ~ departement-lost-zero asked",
        "a SIRET less a digit ~ Nom;SIRET|A;4599991900017|B;34599991600017 ~ siret-lost-zero asked",
        "a SIRET less a digit, with decimals ~ Nom;SIRET|A;4599991900017.0|B;34599991600017.0 ~ code-point-zero asked",
        "numbers of another country ~ Commune;Code commune|Namur;9204|Liège;6206|Olivet;45232|Orléans;45234 ~ ''",
        "numbers of people ~ Service;Code INSEE agent|A;1053|B;2408|C;3232|D;4234 ~ insee-lost-zero asked",
        "amounts ~ Libellé;CP|A;15 500|B;32 000|C;250 000 ~ code-spaces asked",
        "amounts to the third decimal ~ Libellé;CP|A;15.500|B;32.125|C;45.300 ~ code-spaces asked"
      })
  void isNotCertain(String name, String table, String told) throws Exception {
    Told all = Told.of(table);

    assertThat(all.afterCertain()).isEqualTo(table);
    assertThat(said(all)).isEqualTo(told);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      value = {
        "the commune has that postal code ~ Ville;Code postal|Paris;75001|Bourg-en-Bresse;1000|ST DENIS LES BOURG;1000|NICE CEDEX 3;6204 ~ Ville;Code postal|Paris;75001|Bourg-en-Bresse;01000|ST DENIS LES BOURG;01000|NICE CEDEX 3;06204",
        "only the rows that prove it ~ Ville;Code postal|Paris;75001|Bourg-en-Bresse;1000|Waterloo;1410 ~ Ville;Code postal|Paris;75001|Bourg-en-Bresse;01000|Waterloo;1410",
        "a street may bear the name of a country ~ Adresse;Ville;CP|2 place d'Italie;Nice;6000|3 rue de Belgique;Orléans;45000 ~ Adresse;Ville;CP|2 place d'Italie;Nice;06000|3 rue de Belgique;Orléans;45000",
        "the country is France ~ CP;Pays|1000;France|45000;France|75001;France ~ CP;Pays|01000;France|45000;France|75001;France",
        "the commune has that code ~ Commune;Code INSEE|Bourg-en-Bresse;1053|Laon;2408 ~ Commune;Code INSEE|Bourg-en-Bresse;01053|Laon;02408",
        "the département is named ~ NUMDEP;NOMDEP|1;AIN|4;Alpes-de-Haute-Provence|45;LOIRET ~ NUMDEP;NOMDEP|01;AIN|04;Alpes-de-Haute-Provence|45;LOIRET",
        "Corsica ~ Département;Écoles|1;12|2A;3|45;8 ~ Département;Écoles|01;12|2A;3|45;8",
        "telephones in towns of France ~ Ville;Tél.|Orléans;238990001|45000 ORLEANS CEDEX 2;639980002|St-Jean-de-Braye;0238990003 ~ Ville;Tél.|Orléans;0238990001|45000 ORLEANS CEDEX 2;0639980002|St-Jean-de-Braye;0238990003",
        "a mobile beside a whole one ~ Agent;Mobile|A;639980001|B;0639980002 ~ Agent;Mobile|A;0639980001|B;0639980002",
        "its SIREN is beside ~ SIREN;SIRET|45999919;4599991900017|345999916;34599991600017 ~ SIREN;SIRET|45999919;04599991900017|345999916;34599991600017",
        "two SIRET ~ SIRET|4599991900017|34599991600017|5299992700016 ~ SIRET|04599991900017|34599991600017|05299992700016",
        "postal codes in two pieces ~ CP|45 000|18 000|75 001 ~ CP|45000|18000|75001"
      })
  void staysCertain(String name, String table, String mended) throws Exception {
    assertThat(Told.of(table).afterCertain()).isEqualTo(mended);
  }

  /** Numbers that count up have no twenty of two digits without the 20. */
  @ParameterizedTest(name = "{0} départements")
  @CsvSource({"19, false", "20, true"})
  void manyDepartementsProveThemselves(int count, boolean certain) throws Exception {
    StringBuilder table = new StringBuilder("Département;Écoles|1;5");
    for (int code = 0; code < count; code++) {
      table.append('|').append(30 + code).append(";4");
    }
    assertThat(Told.of(table.toString()).proposal("departement-lost-zero").certain())
        .isEqualTo(certain);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      value = {
        "code INSEE|1001|45234|18033 ~ false",
        "code INSEE|1001|45234|18033|45147 ~ true",
        "code INSEE|1001|45234|18033|45999 ~ false"
      })
  void fourCommunesProveTheColumn(String table, boolean certain) throws Exception {
    assertThat(Told.of(table).proposal("insee-lost-zero").certain()).isEqualTo(certain);
  }

  private static String said(Told all) {
    return all.proposals().stream()
        .filter(proposal -> proposal.rule().matches(".*-lost-zero|code-.*"))
        .map(proposal -> proposal.rule() + (proposal.certain() ? " certain" : " asked"))
        .collect(Collectors.joining(", "));
  }
}
