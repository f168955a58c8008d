package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.rule.mend.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "date|25/12/2023|04/05/2023 ! date|2023-12-25|2023-05-04",
        "date|12/25/2023|04/05/2023|06/17/2023 ! date|2023-12-25|2023-04-05|2023-06-17",
        "date|2023.03.12|1er mai 2023|5 août 2023 ! date|2023-03-12|2023-05-01|2023-08-05",
        "date|05/05/2023|2023-03-12 ! date|2023-05-05|2023-03-12",
        "horodatage|14/09/2010 14:28|15/09/2010 08:05 ! horodatage|2010-09-14T14:28|2010-09-15T08:05",
        "période|2018-04-01_2018-12-31|du 1/7/2021 au 31/12/2021"
            + " ! période|2018-04-01/2018-12-31|2021-07-01/2021-12-31"
      })
  void isCertainWhenEveryDateHasOneReading(String before, String after) throws Exception {
    Told told = Told.of(before);

    assertThat(told.proposal("date-form").certain()).isTrue();
    assertThat(told.afterCertain()).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // nothing proves an order
        "date|01/04/2023|02/05/2023",
        "horodatage|01/04/2023 10:30|02/05/2023 11:15",
        "période|01/04/2023 - 02/05/2023|03/04/2023 - 04/05/2023",
        // one value denies the other
        "date|25/12/2023|12/25/2023|04/05/2023",
        // two figures of a year
        "date|25/12/23|04/05/23",
        // the dates in doubt are not written as those that prove the order
        "date|25/12/2023|25/04/2023|4/5/2023|6/7/2023",
        "date|25.12.2023|04/05/2023",
        // a single proof of the foreign order among many that prove nothing
        "date|12/25/2023|01/02/2023|01/03/2023|01/04/2023|01/05/2023|01/06/2023|01/07/2023"
            + "|01/08/2023|01/09/2023|01/10/2023|01/11/2023|01/12/2023|02/03/2023"
      })
  void asksWhenOneDateMayBeReadOtherwise(String table) throws Exception {
    Told told = Told.of(table);

    assertThat(told.proposal("date-form").certain()).isFalse();
    assertThat(told.afterCertain()).isEqualTo(table);
  }

  @Test
  void showsTheDateInDoubtAndBothOfItsReadings() throws Exception {
    Told told = Told.of("date|19840101|19850101|01/07/1970");

    assertThat(Told.said(told.proposal("date-form")))
        .contains("« 01/07/1970 » est-il le 1970-07-01 ou le 1970-01-07 ?");
  }

  @Test
  void takesTheOrderThatOtherColumnsProveButAsks() throws Exception {
    Told told = Told.of("date a;date b|03/25/2023;01/02/2023|04/17/2023;03/04/2023");
    Proposal open =
        told.proposals("date-form").stream()
            .filter(one -> !one.certain())
            .findFirst()
            .orElseThrow();

    assertThat(Told.said(open)).contains("commencent par le mois");
    assertThat(told.mended(open)).contains("2023-01-02").contains("2023-03-04");
  }

  @Test
  void leavesADateOfTwoOrdersAloneWhenTheColumnHasBoth() throws Exception {
    Told told = Told.of("date|25/12/2023|12/25/2023|04/05/2023");

    assertThat(told.mended(told.proposal("date-form")))
        .isEqualTo("date|2023-12-25|2023-12-25|04/05/2023");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "fin_contrat|31/12/56|31/12/13|31/12/91 ! fin_contrat|31/12/56|2013-12-31|31/12/91",
        "DATFC|31/12/56|31/12/13|31/12/85 ! DATFC|31/12/56|2013-12-31|31/12/85",
        "DATDC|16/12/91|01/02/08 ! DATDC|1991-12-16|2008-02-01",
        "date de naissance|16/12/91|14/02/12 ! date de naissance|1991-12-16|14/02/12"
      })
  void neverGuessesTheCenturyOfTwoFigures(String before, String after) throws Exception {
    Told told = Told.of(before);
    Proposal mend = told.proposal("date-form");

    assertThat(mend.certain()).isFalse();
    assertThat(told.mended(mend)).isEqualTo(after);
    assertThat(told.causes("date-form").get(0).count())
        .isEqualTo(before.chars().filter(c -> c == '|').count());
  }

  @Test
  void saysHowManyYearsItLeavesAndWhy() throws Exception {
    Told told = Told.of("fin|31/12/56|31/12/13|30/11/12");

    assertThat(Told.said(told.proposal("date-form")))
        .contains("de 2000 à 2026", "1 date reste telle quelle", "56 peut être 1956 ou 2056");
  }

  @Test
  void neverMakesUpSeconds() throws Exception {
    Told told = Told.of("horodatage|14/09/2010 14:28|2010-09-15T08:05");

    assertThat(told.afterCertain()).isEqualTo("horodatage|2010-09-14T14:28|2010-09-15T08:05");
  }

  @Test
  void tellsASpaceBeforeTheHourAsALittleThing() throws Exception {
    Told told = Told.of("horodatage|2012-06-22 01:00:00|2012-06-22 02:00:00");

    assertThat(told.causes("date-form")).extracting(Cause::severity).containsOnly(Severity.ADVICE);
    assertThat(told.afterCertain()).isEqualTo("horodatage|2012-06-22T01:00:00|2012-06-22T02:00:00");
  }

  @Test
  void isNotCertainOfDatesItDidNotAllSee() throws Exception {
    StringBuilder lines = new StringBuilder("date");
    java.time.LocalDate day = java.time.LocalDate.of(1820, 1, 13);
    for (int row = 0; row < 70_000; row++) {
      lines
          .append('|')
          .append(
              "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
      day = day.plusDays(1);
    }
    Told told = Told.of(lines.toString());

    assertThat(told.proposal("date-form").certain()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code_nomenclature|01.02.03|02.01.10|10.11.12",
        "section|01-02-03|02-01-10|10-11-12",
        "libellé|01 02 03|02 01 10|10 11 12",
        "article|01/02/03|02/01/10|10/11/12"
      })
  void takesNoCodeForADate(String table) throws Exception {
    Told told = Told.of(table);

    assertThat(told.causes()).noneMatch(cause -> cause.code().startsWith("date-"));
    assertThat(told.mended(told.proposals())).isEqualTo(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"date|01.02.03|25.11.22", "début|01-02-03|25-11-22", "DATDC|01/02/08|25/11/13"})
  void takesDatesOfTwoFiguresForDatesWhenTheyAreSaidToBe(String table) throws Exception {
    assertThat(Told.of(table).causes("date-form")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Commission Permanente du 27 février 2023 ! 2023-02-27",
        "Délibération du 1er août 2023 ! 2023-08-01",
        "CM du 27/02/2023 ! 2023-02-27",
        "CM du 27/02/2023. ! 2023-02-27",
        "le lundi 5 décembre 2022 (report) ! 2022-12-05"
      })
  void keepsTheOnlyDateOfASentence(String sentence, String day) throws Exception {
    Told told = Told.of("date|2023-03-12|" + sentence);
    Proposal mend = told.proposal("date-in-words");

    assertThat(mend.certain()).isFalse();
    assertThat(told.mended(mend)).isEqualTo("date|2023-03-12|" + day);
    assertThat(told.causes("wrong-type")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "du 3 au 5 mars 2023",
        "les 27 et 28 février 2023",
        "27, 28 février 2023",
        "du 3 mars au 5 avril 2023",
        "du 03/02/2023 au 05/02/2023",
        "séance de mars 2023, vote du 05/04/2023",
        "délibération 12-03-22 du 5 mars 2023",
        "délibération 2023-02-15-07",
        "CM du 27/02/23",
        "mercredi 5 avril 2023 à 20h30",
        "mercredi 5 avril 2023, 20:30",
        "printemps 2023",
        "02.38.12.34.56",
        "12/03/20233 (faute)",
        "31 février 2023 (faute)"
      })
  void takesNoDateFromASentenceThatHasAnother(String sentence) throws Exception {
    Told told = Told.of("date|2023-03-12|2023-03-13|2023-03-14|2023-03-15|" + sentence);

    assertThat(told.proposals("date-in-words")).isEmpty();
  }

  @Test
  void findsOldDatesOnlyWhereTheyAreOdd() throws Exception {
    assertThat(
            Told.of("création|01/01/1779|01/01/1850|01/01/1880|25/12/1990").causes("date-ancient"))
        .isEmpty();
    assertThat(Told.of("date|1822-03-12|2021-01-05|2022-03-12|2022-03-13").causes("date-ancient"))
        .singleElement()
        .satisfies(
            cause -> assertThat(Told.said(cause)).contains("1822-03-12", "de 2021 ou après"));
    assertThat(Told.of("date|0202-03-12|1779-01-05|1850-03-12").causes("date-ancient")).hasSize(1);
  }

  @Test
  void tellsDatesThatMeanNone() throws Exception {
    Told told = Told.of("date|1899-12-30|1850-01-01|1880-01-01|9999-12-31|1900-01-01");
    Proposal mend = told.proposal("date-placeholder");

    assertThat(mend.certain()).isFalse();
    assertThat(told.mended(mend)).isEqualTo("date||1850-01-01|1880-01-01||1900-01-01");
    assertThat(told.causes("date-future")).isEmpty();
    assertThat(told.causes("date-ancient")).isEmpty();
  }

  @Test
  void takesNoEndOfAContractForASlip() throws Exception {
    assertThat(Told.of("DATFC|2056-12-31|2029-12-31|2013-12-31").causes("date-future")).isEmpty();
    assertThat(Told.of("fin|31/12/29|2030-01-01|2013-12-31").causes("date-future")).isEmpty();
    assertThat(Told.of("jour|2202-03-12|2022-03-12|2022-03-13").causes("date-future")).hasSize(1);
    assertThat(Told.of("naissance|2056-12-31|2029-12-31|2013-12-31").causes("date-future"))
        .hasSize(1);
  }
}
