package fr.jalon.engine.rule.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantsTest {
  @Test
  void tellsCountsAndReason() {
    assertThat(variants("40 Association", "1 Assocation", "2 ASSOCIATION"))
        .extracting(
            Variant::from, Variant::to, Variant::fromCount, Variant::toCount, Variant::reason)
        .containsExactlyInAnyOrder(
            tuple("ASSOCIATION", "Association", 2L, 40L, Reason.CASE),
            tuple("Assocation", "Association", 1L, 40L, Reason.TYPO));
  }

  @Test
  void findsALetterReplacedInsertedLeftOutOrSwapped() {
    assertThat(
            told(
                "60 Établissement public",
                "1 Établissemant public",
                "1 Établisssement public",
                "1 Établisement public",
                "1 Étalbissement public"))
        .hasSize(4)
        .allMatch(each -> each.endsWith("→ Établissement public"));
  }

  @Test
  void findsOneLetterWrittenForSeveral() {
    assertThat(told("60 Bibliothèque municipale", "1 Bixliothèque municixale"))
        .containsExactly("Bixliothèque municixale → Bibliothèque municipale");
  }

  @Test
  void findsLostCharacters() {
    assertThat(told("20 Orléans", "8 Orl?ans", "3 Orl\ufffdans", "20 Tours"))
        .containsExactlyInAnyOrder("Orl?ans → Orléans", "Orl\ufffdans → Orléans");
  }

  @Test
  void accentsWinOverTheirLossWhereCountsCompare() {
    assertThat(told("300 Orleans", "40 Orléans")).containsExactly("Orleans → Orléans");
  }

  @Test
  void aHabitDoesNotMakeTheRareOneRight() {
    assertThat(told("14 PINNIGnig", "1 PINNIGNIG", "9 ACERPLA", "9 TILICOR", "9 QUERROB", "9 FAGU"))
        .containsExactly("PINNIGNIG → PINNIGnig");
  }

  @Test
  void neitherGivesUpAccentsNorOverturnsTheMany() {
    assertThat(told("1000 Orleans", "2 Orléans")).isEmpty();
  }

  @Test
  void aColumnOfAccentsBringsThemBack() {
    assertThat(
            told(
                "1000 ORLEANS",
                "2 Orléans",
                "20 Chécy",
                "20 Fleury-les-Aubrais",
                "20 Saran",
                "20 Semoy",
                "20 Jargeau"))
        .containsExactly("ORLEANS → Orléans");
  }

  @Test
  void aColumnOfCapitalsStaysSo() {
    assertThat(
            told(
                "1000 ORLEANS", "2 Orléans", "9 BLOIS", "9 TOURS", "9 DREUX", "9 GIEN", "9 BRIARE"))
        .containsExactly("Orléans → ORLEANS");
  }

  @Test
  void neverSpreadsDamage() {
    assertThat(told("90 Orl\u00c3\u00a9ans", "5 Orléans", "30 Saint  Jean", "4 Saint-Jean"))
        .containsExactlyInAnyOrder("Saint  Jean → Saint-Jean");
    assertThat(told("90 Biblioth?que", "5 Bibliothique")).isEmpty();
  }

  @Test
  void unifiesDashesAndSpaces() {
    assertThat(told("9 Saint-Jean", "2 Saint Jean", "1 Saint - Jean"))
        .containsExactlyInAnyOrder("Saint Jean → Saint-Jean", "Saint - Jean → Saint-Jean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "50 Rue A|1 Rue B",
        "50 Lot 1|1 Lot 2",
        "50 6e|1 7e",
        "50 Bac+2|1 Bac-2",
        "50 AB+ femme|1 AB- femme",
        "50 1.2 lot|1 12 lot|1 1-2 lot",
        "50 Nord|1 Sud|1 Bord",
        "50 Martin|1 Marin",
        "50 Homme|2 Femme",
        "50 Saint-Jean|1 Saint-Jean-de-Braye",
        "50 Saint-Ay|1 Saint-Ys",
        "50 Bouc|1 Bou",
        "50 Loiret|2 Loire",
        "50 Employé|1 Employée|1 Employés|1 Employées",
        "50 Adjoint technique|1 Adjointe technique",
        "50 maternelle|1 paternelle",
        "60 Subvention|40 Subventions",
        "50 Marché|8 Marche",
        "50 Retraité|8 RETRAITE",
        "30 Côte|30 Côté|5 COTE",
        "50 Pêche|3 Péché",
        "50 Salle 101|1 Salle 102|1 Salle 110",
        "50 2021-2022|1 2022-2023",
        "50 A-100-X|1 A-100-Y|1 A-101-X",
        "50 SCIP-INF-1|1 SCIP-INF-2|1 SCIP-INJ-1",
        "50 C++ avancé|3 C avancé",
        "20 actif|1 inactif",
      })
  void leavesDifferentThingsAlone(String counted) {
    assertThat(told(counted.split("\\|"))).isEmpty();
  }

  @Test
  void aWordThatTheColumnHasElsewhereIsNoFault() {
    assertThat(
            told("60 Service intérieur", "1 Service inférieur", "9 Palier inférieur", "9 Palier"))
        .isEmpty();
  }

  @Test
  void namesOfPeopleHaveNeighbours() {
    String text =
        "nom;prenom"
            + "\nDurand;Alexandra".repeat(60)
            + "\nDurand;Alexandre"
            + "\nBertrand;Jean-Claude".repeat(60)
            + "\nBernrand;Jean-Claude";
    assertThat(Look.told(Look.atColumns(text), 2)).isEmpty();
  }

  @Test
  void unitsTakeTheirCommonestSpelling() {
    assertThat(
            told("9 12.0 oz", "3 12.0 ounce", "2 12 OZ.", "1 12.0 oz. Alumi-Tek", "1 16.9 Ounces"))
        .containsExactlyInAnyOrder(
            "12.0 ounce → 12.0 oz",
            "12 OZ. → 12.0 oz",
            "12.0 oz. Alumi-Tek → 12.0 oz Alumi-Tek",
            "16.9 Ounces → 16.9 oz");
  }

  @Test
  void unitsThatDifferStayApart() {
    assertThat(told("9 12 m", "9 30 cm", "2 4 min", "1 12 mm", "3 7 L", "1 7 kg")).isEmpty();
    assertThat(told("9 10h", "2 10 h à 22 h", "1 10h30")).isEmpty();
    assertThat(told("9 12 m", "2 4 mètres", "1 5 mètres carrés")).containsExactly("4 mètres → 4 m");
  }

  @Test
  void aLabelThatDissentsFromItsCode() {
    String text = schools("\n0450003A;Paul Bret;Rue C;02 38 00 00 33");
    assertThat(Look.told(Look.at(text), 4)).containsExactly("Paul Bret → Paul Bert");
    assertThat(Look.told(Look.atColumns(text), 4)).isEmpty();
  }

  @Test
  void digitsAreOnlyPutRightByColumnsThatGoOneToOne() {
    String text = schools("\n0450003A;Paul Bert;Rue C;02 38 00 00 34");
    assertThat(Look.told(Look.at(text), 4)).containsExactly("02 38 00 00 34 → 02 38 00 00 33");
  }

  @Test
  void aLabelWithACodeOfItsOwnIsAnotherThing() {
    String text =
        schools(
            "\n0450009A;Paul Bret;Rue C;02 38 00 00 39".repeat(2)
                + "\n0450003A;Paul Bret;Rue C;02 38 00 00 33");
    assertThat(Look.told(Look.at(text), 4)).isEmpty();
  }

  @Test
  void aGroupOfWhichMostRowsDissentIsAThingOfItsOwn() {
    StringBuilder text = new StringBuilder("region;mesure;code");
    for (int measure = 1; measure <= 6; measure++) {
      text.append(("\ncentre;mesure " + measure + ";ce_indicateur_" + measure).repeat(20));
      text.append("\ncorse;mesure " + measure + ";co_indicateur_" + measure);
    }
    assertThat(Look.told(Look.at(text.toString()), 3)).isEmpty();
  }

  @Test
  void finalWritingsAreNeverPutRight() {
    for (long seed = 0; seed < 5; seed++) {
      Schools schools = new Schools(seed);
      Variants variants = Look.at(schools.dirty());
      for (int column = 0; column < Schools.COLUMNS; column++) {
        List<Variant> found = variants.ofColumn(column);
        Set<String> sources = found.stream().map(Variant::from).collect(Collectors.toSet());
        assertThat(found).extracting(Variant::to).noneMatch(sources::contains);
        assertThat(sources).hasSameSizeAs(found);
      }
    }
  }

  private static String schools(String more) {
    StringBuilder text = new StringBuilder("code;ecole;rue;telephone");
    List<String> names = List.of("Jean Zay", "Les Tilleuls", "Paul Bert", "La Fontaine");
    for (int i = 0; i < names.size(); i++) {
      String row =
          "\n045000"
              + (i + 1)
              + "A;"
              + names.get(i)
              + ";Rue "
              + (char) ('A' + i)
              + ";02 38 00 00 "
              + (i + 1)
              + (i + 1);
      text.append(row.repeat(15));
    }
    return text.append(more).toString();
  }

  private static List<Variant> variants(String... counted) {
    return Look.atColumns(Look.column(counted)).ofColumn(0);
  }

  private static List<String> told(String... counted) {
    return Look.told(Look.atColumns(Look.column(counted)), 1);
  }
}
