package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.rule.mend.Proposal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What figures apart by a mark prove by themselves, and what is asked. */
class NumberEvidenceTest {
  /** Asked by the rule named, or told by none when it is "-". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        // numbers to call
        "Contact|+32475123456|+33612345678|+41791234567 ! -",
        "Appel|+32 475 123 456|+41791234567 ! -",
        "Numéro|+3247512345|3247512346 ! -",
        "Variation|+12345678|-300|+50 ! number-form",
        // that many and more
        "Âge|+65|-18|18 ! number-form",
        "Rang|1.|2.|3. ! number-form",
        // several numbers in one cell
        "Classes|1,2|3|4,5 ! decimal-comma",
        "Classes|1,2|3|5,4 ! decimal-comma",
        "Lots|2,3|1 ! decimal-comma",
        "Jours de collecte|1,4|2,5 ! decimal-comma",
        "Bureaux|10,20|3,40 ! decimal-comma",
        "Pages|12,13|98,101 ! decimal-comma",
        "Pages|12,50|3,4 ! decimal-comma",
        "Adjoints n°|1,2|3,4 ! decimal-comma",
        "Salle|3,1|2,1|4 ! decimal-comma",
        "Années|2019,2020|2020,2021 ! decimal-comma",
        "valeur|1,2|5,10|10,20 ! decimal-comma",
        "valeur|19,20|3,4 ! decimal-comma",
        "valeur|12,5|3,1|1,2,3|4|5|6|7|8|9|10|11 ! decimal-comma",
        "valeur|12,5|3,1|1 et 2|4|5|6|7|8|9|10|11 ! decimal-comma",
        "Article|12,3|14,05 ! -",
        "Référence du budget|12,05 ! decimal-comma",
        // hours
        "Horaires|8,30|9,00|14,00 ! decimal-comma",
        "Durée|1,30|0,45|2,00 ! decimal-comma",
        "Matin|8,30|9,00|12,15 ! decimal-comma",
        "Ouverture|8,3|9|10,05 ! decimal-comma",
        // names
        "Version|1.100.200|2.300.100|3.200 ! -",
        "Référence|6.411.100|6.411 ! -",
        "Cote|1.100.200|12.345.678 ! -",
        "Adresse IP|192.168.100.200|172.100.100.100 ! -",
        "Compte|6.411|6.412|12 ! -",
        "Logiciel|1.100.200|2.300.100|3.200 ! thousands",
        "Cote|12 345|1 200 ! thousands",
        // two numbers in one cell
        "Places assises / debout|150 300|80 120 ! thousands",
        "Places assises / debout|1 200|80 120 ! thousands",
        "Filles et garçons|12 500|80 120 ! thousands",
        "Places|150 300|180 120|90 ! thousands",
        "Tarifs|50 100|30 120 ! thousands",
        "Tarif|50 100|30 120 ! thousands",
        "Lots|101,205,310|12,115,220 ! thousands",
        "valeur|101,205,310|115,220,330 ! thousands",
        // both marks
        "valeur|1.234|12,50|2.450|950,25 ! decimal-comma",
        "Montant|1.234|1234,50|2.450|950,25 ! decimal-comma"
      })
  void asksOrLeavesWhatIsNotOneNumberForSure(String before, String asked) throws Exception {
    Told told = Told.of(before);

    assertThat(told.afterCertain()).isEqualTo(before);
    String by =
        told.proposals().stream()
            .filter(one -> one.choice() == null)
            .map(Proposal::rule)
            .distinct()
            .collect(Collectors.joining(" "));
    assertThat(by).isEqualTo(asked.equals("-") ? "" : asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Tarif|1,5|1,8|3 ! Tarif|1.5|1.8|3",
        "Prix de référence|1,5|1,8|3 ! Prix de référence|1.5|1.8|3",
        "Volume (m3)|1,5|1,8|3 ! Volume (m3)|1.5|1.8|3",
        "Tarif horaire|8,30|9,45 ! Tarif horaire|8.30|9.45",
        "Surface des lots|1,2|3,4 ! Surface des lots|1.2|3.4",
        "Repas|3,50|4,20|5,80 ! Repas|3.50|4.20|5.80",
        "ETP|0,5|0,8|1 ! ETP|0.5|0.8|1",
        "valeur|12,5|1,8|3 ! valeur|12.5|1.8|3",
        "valeur|2,05|3,1 ! valeur|2.05|3.1",
        "valeur|2,125|3,4|1,1 ! valeur|2.125|3.4|1.1",
        "Niveau|2,05|3,1 ! Niveau|2.05|3.1",
        "Numéro|163,0000000000|12 ! Numéro|163.0000000000|12",
        "Durée|1,5|2,25|0,75 ! Durée|1.5|2.25|0.75",
        "Durée|0,5|2,5|3 ! Durée|0.5|2.5|3",
        "valeur|-1,2|2,3 ! valeur|-1.2|2.3",
        "valeur|1 200|12 500|950 ! valeur|1200|12500|950",
        "valeur|120 500|250 050 ! valeur|120500|250050",
        "valeur|120 500|-250 500 ! valeur|120500|-250500",
        "valeur|120 500|1 200 500 ! valeur|120500|1200500",
        "valeur|120 500|1 200,50 ! valeur|120500|1200.50",
        "Population|120 500|250 150 ! Population|120500|250150",
        "Dépenses|120 500|250 150 ! Dépenses|120500|250150",
        "Recettes et dépenses|12 050|250 150 ! Recettes et dépenses|12050|250150",
        "valeur|1,034,500|1,130,345 ! valeur|1034500|1130345",
        "Population|1.250.000|3.400 ! Population|1250000|3400",
        "valeur|1.250,50|3.400|12,5 ! valeur|1250.50|3400|12.5",
        "Montant|1.234|12,50|2.450|950,25 ! Montant|1234|12.50|2450|950.25",
        "Écart|+5|-3|+12 ! Écart|5|-3|12"
      })
  void staysSureOfPlainNumbers(String before, String after) throws Exception {
    assertThat(Told.of(before).afterCertain()).isEqualTo(after);
  }

  /** Half a reading makes one and a bit of a thousand. */
  @ParameterizedTest
  @ValueSource(strings = {"Montant", "valeur"})
  void readsPointsAndCommasTogetherOrNot(String title) throws Exception {
    Told told = Told.of(title + "|1.234|12,50|2.450|950,25");

    assertThat(told.causes()).extracting(Cause::code).containsExactly("decimal-comma");
    Proposal mend = told.proposal("decimal-comma");
    assertThat(mend.certain()).isEqualTo(title.equals("Montant"));
    assertThat(mend.count()).isEqualTo(4);
    assertThat(told.mended(mend)).isEqualTo(title + "|1234|12.50|2450|950.25");
  }

  /** A slip in a list is one value; decimals of measures follow no order. */
  @Test
  void asksOfAColumnWhereNearlyAllValuesAreInOrder() throws Exception {
    String lists =
        IntStream.range(1, 20).mapToObj(i -> i + "," + (i + 1)).collect(Collectors.joining("|"));

    assertThat(Told.of("valeur|" + lists + "|4,3").proposal("decimal-comma").certain()).isFalse();
    assertThat(Told.of("valeur|" + lists + "|4,3|6,1|9,9").proposal("decimal-comma").certain())
        .isTrue();
  }

  /** Ten times: 30 and 300 may be two prices, 12 and 500 are hardly. */
  @Test
  void asksOfNumbersOfOneSizeOnly() throws Exception {
    assertThat(Told.of("valeur|30 300|50 120").proposal("thousands").certain()).isFalse();
    assertThat(Told.of("valeur|29 300|50 120").proposal("thousands").certain()).isTrue();
  }

  /** The shortest number to call has eight digits: a gain of a million has seven. */
  @Test
  void takesAPlusBeforeEightDigitsForNoSign() throws Exception {
    assertThat(Told.of("valeur|+1234567|12").afterCertain()).isEqualTo("valeur|1234567|12");
    assertThat(Told.of("valeur|+12345678|12").afterCertain()).isEqualTo("valeur|+12345678|12");
    assertThat(Told.of("valeur|+1234567890123456|12").afterCertain())
        .isEqualTo("valeur|1234567890123456|12");
  }

  /** Each pair stands on both sides of a bound. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Durée|1,59|2,30|3,05 ! Durée|1,60|2,30|3,05",
        "valeur|8,30|24,15 ! valeur|8,30|25,15",
        "valeur|123,1255|4 ! valeur|12,1255|4",
        "Niveau|1234,1255|4 ! Niveau|1234,12555|4"
      })
  void knowsHoursAndListsByTheirSize(String doubtful, String sure) throws Exception {
    assertThat(Told.of(doubtful).proposal("decimal-comma").certain()).isFalse();
    assertThat(Told.of(sure).proposal("decimal-comma").certain()).isTrue();
  }

  @Test
  void saysWhatElseTheMarkMayBe() throws Exception {
    assertThat(Told.said(Told.of("Classes|1,2|3").proposal("decimal-comma")))
        .contains("« 1,2 » veut-il dire 1.2, ou est-ce une liste");
    assertThat(Told.said(Told.of("Horaires|8,30|9,00").proposal("decimal-comma")))
        .contains("« 8,30 » veut-il dire 8.30, ou des heures et des minutes");
    assertThat(Told.said(Told.of("Tarifs|50 100|30 120").proposal("thousands")))
        .contains("« 50 100 » veut-il dire 50100, ou sont-ce deux nombres");
    assertThat(Told.said(Told.of("Lots|101,205,310").proposal("thousands")))
        .contains("« 101,205,310 » veut-il dire 101205310, ou est-ce une liste");
    assertThat(Told.said(Told.of("Âge|+65|18").proposal("number-form")))
        .contains("« +65 » veut-il dire 65 ?");
  }

  /** One cause, one card: a number whose unit leaves the cell is no variant of another. */
  @Test
  void givesWhatItAnnouncedWhenAllIsAccepted() throws Exception {
    Told told = Told.of("n;Taux|a;20 %|b;10%|c;5 %|d;20 %|e;10 %|f;10 %");

    assertThat(told.causes("spelled-differently")).isEmpty();
    assertThat(told.proposal("units-in-numbers").count()).isEqualTo(6);
    assertThat(told.mended(told.proposals())).isEqualTo("n;Taux (%)|a;20|b;10|c;5|d;20|e;10|f;10");
  }

  @Test
  void unifiesUnitsThatStayInTheCells() throws Exception {
    Told told = Told.of("n|12 kms|8 km|7 km|8 km|5km|3 km");

    assertThat(told.causes("spelled-differently")).isNotEmpty();
  }

  @Test
  void leavesExponentsRatiosScoresAndRanges() throws Exception {
    for (String column :
        List.of(
            "valeur|1E5|2,5E3|1",
            "Échelle|1/2|1/5000|1/25",
            "Score|3-2|0-1|12-10",
            "Tranche|10-20|20-30|30-40",
            "Chapitre|01.02|01.10|1.10",
            "Version|1.10|1.9|2.0",
            "Section|1.1|1.2|2.1",
            "Adresse IP|192.168.1.10|10.0.0.1|172.16.254.1")) {
      assertThat(Told.of(column).afterCertain()).isEqualTo(column);
    }
  }
}
