package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.rule.mend.Exclusion;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "n|1 200,50|13|12 500 ! n|1200.50|13|12500",
        "n|1 234,567|0,125|12 ! n|1234.567|0.125|12",
        "n|27,275.25|1,338|12 ! n|27275.25|1338|12",
        "montant|1.250.000|3.400|12 ! montant|1250000|3400|12",
        "n|1.250,50|3.400|12,5 ! n|1250.50|3400|12.5",
        "n|1'250|12 ! n|1250|12",
        "n|1.250|0.5|12 ! n|1.250|0.5|12",
        "n|+5|.5|5.|\u221212|7 ! n|5|0.5|5|-12|7",
        "n|12,5|1,234,567 ! n|12,5|1,234,567",
        "n|2,666|3,108|12 ! n|2,666|3,108|12",
        "n|566,216|12345|12 ! n|566,216|12345|12",
        "n|1.250|850|12.430 ! n|1.250|850|12.430",
        "n|(12)|12-|- 5|7 ! n|(12)|12-|- 5|7",
        "n|2,500 €|3,108 €|12 € ! n|2,500 €|3,108 €|12 €",
        "latitude|47,123|47,456 ! latitude|47.123|47.456",
        "n|2,14E+13|12,5 ! n|2,14E+13|12.5"
      })
  void changesForCertainOnlyWhatHasOneReading(String before, String after) throws Exception {
    assertThat(Told.of(before).afterCertain()).isEqualTo(after);
  }

  @Test
  void tellsEachCellOnce() throws Exception {
    Told told = Told.of("n|1 200,50|13|12 500|0,25|1 000 000");

    assertThat(told.causes("decimal-comma")).extracting(Cause::count).containsExactly(2L);
    assertThat(told.causes("thousands")).extracting(Cause::count).containsExactly(2L);
  }

  @Test
  void tellsADoubtfulCommaOnceAndAsksWhichItIs() throws Exception {
    Told told = Told.of("a;b|2,666;3,108|3,108;1,250|12;13");

    assertThat(told.causes("decimal-comma")).extracting(Cause::count).containsExactly(4L);
    assertThat(told.causes("thousands")).isEmpty();
    Proposal decimals = told.proposal("decimal-comma");
    Proposal thousands = told.proposal("thousands");
    assertThat(List.of(decimals, thousands)).noneMatch(Proposal::certain);
    assertThat(told.mended(decimals)).isEqualTo("a;b|2.666;3.108|3.108;1.250|12;13");
    assertThat(told.mended(thousands)).isEqualTo("a;b|2666;3108|3108;1250|12;13");
    assertThat(Mending.exclusion(decimals.mend(), thousands.mend()))
        .isEqualTo(Exclusion.TWO_READINGS);
  }

  @Test
  void asksWhatAPointIsBesideWholeNumbersBelowAThousand() throws Exception {
    Told told = Told.of("population|1.250|850|12.430");

    assertThat(Told.said(told.proposal("thousands"))).contains("1.250 veut-il dire 1250 ?");
    assertThat(Told.of("surface|1.250|2.5|12.430").causes("thousands")).isEmpty();
    assertThat(Told.of("surface|1.250|1250|12.430").causes("thousands")).isEmpty();
    assertThat(Told.of("surface|1.250|2.430|12.430").causes("thousands")).isEmpty();
  }

  @Test
  void saysWhatPartsTheThousands() throws Exception {
    assertThat(Told.said(Told.of("n|5 688|12").proposal("thousands")))
        .doesNotContain("virgule")
        .contains("« 5 688 »", "(5688)");
    assertThat(Told.said(Told.of("n|5,688.10|12").proposal("thousands")))
        .contains("virgule, à l'anglaise");
  }

  @Test
  void joinsTheSameQuestionInSeveralColumns() throws Exception {
    Told told = Told.of("a;b;c|(5);- 3;12-|1;2;3");

    assertThat(told.proposals("number-form")).hasSize(1);
    assertThat(told.mended(told.proposal("number-form"))).isEqualTo("a;b;c|-5;-3;-12|1;2;3");
    assertThat(told.proposal("number-form").certain()).isFalse();
  }

  @Test
  void writesANegativeOfAnAccountWithAllItsMends() throws Exception {
    Told told = Told.of("solde|1 234,50-|320,00|(12 800,10)");

    assertThat(told.mended(told.proposals())).isEqualTo("solde|-1234.50|320.00|-12800.10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "hauteur|12 m|8 m ! hauteur (m)|12|8 ! dans le titre (« hauteur (m) »)",
        "montant|1 200,50 €|13 euros ! montant (€)|1200.50|13 ! « montant (€) »",
        "longueur (m)|12 m|8 ! longueur (m)|12|8 ! dit déjà l'unité (m)",
        "longueur (m)|12 m²|8 ! longueur (m)|12|8 ! « m² » sera perdu",
        "part|45 %|12 % ! part (%)|45|12 ! « part (%) »"
      })
  void keepsTheUnitSomewhereWhenItLeavesTheCells(String before, String after, String said)
      throws Exception {
    Told told = Told.of(before);
    Proposal mend = told.proposal("units-in-numbers");

    assertThat(mend.certain()).isFalse();
    assertThat(told.mended(mend)).isEqualTo(after);
    assertThat(Told.said(mend)).contains(said.contains("perdu") ? "« m² »" : said);
  }

  @Test
  void showsBothUnitsWhenTheTitleSaysAnother() throws Exception {
    Told told = Told.of("longueur (m)|12 m²|8");

    assertThat(Told.said(told.proposal("units-in-numbers"))).contains("« m² »", "est en m.");
  }

  @Test
  void guessesNoUnitForMostOfAColumn() throws Exception {
    Told told = Told.of("n|0,28 %|12|13|14");

    assertThat(told.causes("units-in-numbers")).hasSize(1);
    assertThat(told.proposals("units-in-numbers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "hauteur|12 m|8 m|1250 cm|9 ! hauteur|12 m|8 m|12.5 m|9",
        "montant|12 k€|8 k€|500 € ! montant|12 k€|8 k€|0.5 k€",
        "hauteur (cm)|12 m|8 m ! hauteur (cm)|1200 cm|800 cm",
        "surface|1 ha|2 ha|5000 m² ! surface|1 ha|2 ha|0.5 ha"
      })
  void convertsUnitsThatAreMixedAndKeepsThemInTheCells(String before, String after)
      throws Exception {
    Told told = Told.of(before);
    Proposal mend = told.proposal("mixed-units");

    assertThat(mend.certain()).isFalse();
    assertThat(told.proposals("units-in-numbers")).isEmpty();
    assertThat(told.mended(mend)).isEqualTo(after);
    assertThat(Told.of(after).causes("mixed-units")).isEmpty();
  }

  @Test
  void onlyTellsUnitsThatDoNotMeasureTheSameThing() throws Exception {
    Told told = Told.of("taille|12 m|8 m|30 m²");

    assertThat(told.causes("mixed-units")).extracting(Cause::count).containsExactly(1L);
    assertThat(told.proposals("mixed-units")).isEmpty();
    assertThat(told.proposals("units-in-numbers")).isEmpty();
  }
}
