package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right data that resembles dates, and dates that resemble those of another order. */
class DateDoubtTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "secteur;nom|1;Place 8 mai 1945|1;Rue 11 novembre 1918|2;Square 19 mars 1962",
        "id;échéance|1;avant 12 mars 2022|2;avant 15 avril 2022",
        "id;état|1;annulé 12 avril 2022|2;report 13 avril 2022",
        "id;ouverture|1;depuis 12 avril 2022|2;vers 13 avril 2022",
        "id;horodatage|1;12/03/2022 10:30-12:00|2;13/03/2022 09:00-11:30",
        "objet;N° facture|a;20220101|b;20220102|c;20220203",
        "objet;Numéro de dossier|a;20220101|b;20220102|c;20220203",
        "objet;Référence|a;20220101|b;20220102|c;20220203",
        "objet;Identifiant|a;20220101|b;20220102|c;20220203"
      })
  void writesNothingThatIsNoDateAlone(String table) throws Exception {
    Told told = Told.of(table);

    assertThat(told.proposals("date-form")).isEmpty();
    assertThat(told.afterCertain()).isEqualTo(table);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "date|samedi 12 mars 2022|le mardi 15 mars 2022 ! date|2022-03-12|2022-03-15",
        "date|sam. 12 mars 2022|du 15 mars 2022 ! date|2022-03-12|2022-03-15",
        "date|Saturday, 12 March 2022|15 mars 2022 ! date|2022-03-12|2022-03-15",
        "date|12/03/2022 00:00:00Z|13/03/2022 00:00:00+01:00"
            + " ! date|2022-03-12T00:00:00Z|2022-03-13T00:00:00+01:00",
        "date|12/03/2022 10:30:00-04:00|13/03/2022 10:30:00-04:00"
            + " ! date|2022-03-12T10:30:00-04:00|2022-03-13T10:30:00-04:00",
        "horodatage|13/03/2022 00:00|14/03/2022 00:00"
            + " ! horodatage|2022-03-13T00:00|2022-03-14T00:00"
      })
  void writesAllThatADateTells(String before, String after) throws Exception {
    assertThat(Told.of(before).afterCertain()).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "date|lundi 12 mars 2022|mardi 15 mars 2022"
            + " ! « lundi 12 mars 2022 » ne tombe pas juste, car le 2022-03-12",
        "date|lundi 12 mars 2022 10h30|mardi 15 mars 2022 9h15 ! ne tombe pas juste",
        "date|2022/25/03|2022/02/03|2022/02/04|2022/02/05|2022/02/06|2022/02/07|2022/02/08"
            + "|2022/02/09|2022/02/10|2022/02/11|2022/02/12|2022/02/01 ! « 2022/25/03 » met le jour",
        "objet;Délibération|a;20220101|b;20220102 ! « 20220101 » est-il le 2022-01-01, ou un numéro",
        "objet;id_date|a;20220101|b;20220102 ! ou un numéro",
        "objet;Dossier|a;20220101|b;20220102 ! ou un numéro",
        "objet;Truc|a;20220101|b;20220102 ! ou un numéro",
        "objet;N° délibération|a;2022/03/12|b;2022/03/13 ! son nom annonce des numéros",
        "id;Place|1;8 mai 1945|2;11 novembre 1918|3;19 mars 1962"
            + " ! le nom d'une rue, d'un lieu, d'une fête ?",
        "id;Nom de la voie|1;du 8 mai 1945|2;du 11 novembre 1918 ! le nom d'une rue",
        "id;Truc|1;11 septembre 2001|2;13 novembre 2015 ! le nom d'une rue"
      })
  void asksAndShowsTheDoubt(String table, String sentence) throws Exception {
    Told told = Told.of(table);
    Proposal mend = told.proposal("date-form");

    assertThat(mend.certain()).isFalse();
    assertThat(Told.said(mend)).contains(sentence);
    assertThat(told.afterCertain()).isEqualTo(table);
  }

  @Test
  void asksWhetherTwoDaysApartByASemicolonAreAPeriod(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("file.csv");
    Files.writeString(file, "n,période\n1,01/02/2022 ; 13/04/2022\n2,01/05/2022 - 13/06/2022\n");
    Source source = new Source(file, "file.csv", Files.size(file), folder);
    try (Table table = Formats.find("csv").orElseThrow().read(source, ReadOptions.NONE)) {
      assertThat(Examined.of(table, new Properties()).proposals())
          .filteredOn(mend -> mend.rule().equals("date-form"))
          .singleElement()
          .satisfies(
              mend -> {
                assertThat(mend.certain()).isFalse();
                assertThat(Told.said(mend))
                    .contains("« 01/02/2022 ; 13/04/2022 » est-il une période, ou deux dates ?");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "objet;Date de la facture|a;20220101|b;20220102|c;20220203",
        "objet;Signé le|a;20220101|b;20220102|c;20220203",
        "objet;DATFC|a;20220101|b;20220102|c;20220203",
        "objet;DDEB,D|a;20220101|b;20220102|c;20220203",
        "objet;Truc|a;20220101|b;13/02/2022|c;14/02/2022",
        "id;Date de l'évènement|1;8 mai 1945|2;11 novembre 1918|3;19 mars 1962",
        "id;Évènement|1;samedi 12 mars 2022|2;mardi 15 mars 2022",
        "id;Évènement|1;12 mars 2022|2;13/03/2022"
      })
  void isCertainOfWhatTheTitleOrTheOtherValuesTell(String table) throws Exception {
    assertThat(Told.of(table).proposal("date-form").certain()).isTrue();
  }

  /** Eight figures under a title that says nothing: years, and how often each day is repeated. */
  @ParameterizedTest
  @CsvSource({"10, 2, true", "9, 2, false", "10, 1, false"})
  void takesEightFiguresForDatesWhenTheyAreRepeatedOverALongTime(
      int years, int times, boolean certain) throws Exception {
    String table = "id;DOM" + each(years, times, year -> "%d0101".formatted(1980 + year));

    assertThat(Told.of(table).proposal("date-form").certain()).isEqualTo(certain);
  }

  @Test
  void takesEightFiguresForNumbersWhenHardlyOneIsRepeated() throws Exception {
    String once = each(19, 1, year -> "%d0101".formatted(1980 + year));

    assertThat(Told.of("id;DOM" + once + "|x;19800101|y;19810101").proposal("date-form").certain())
        .as("2 of 21 cells repeat a day")
        .isFalse();
    assertThat(
            Told.of("id;DOM" + once + "|x;19800101|y;19810101|z;19820101")
                .proposal("date-form")
                .certain())
        .as("3 of 22 cells repeat a day")
        .isTrue();
  }

  /** Days in letters under a title that says nothing: how many, and of which time. */
  @ParameterizedTest
  @CsvSource({"5, 1963, true", "4, 1963, false", "5, 1962, false"})
  void takesDaysInLettersForDatesWhenTheyAreManyAndOfOurTime(int days, int first, boolean certain)
      throws Exception {
    String table = "id;Conseil" + each(days, 1, day -> "%d mai %d".formatted(day + 2, first + day));

    assertThat(Told.of(table).proposal("date-form").certain()).isEqualTo(certain);
  }

  /** Days that prove an order, and others that may be read in both ways. */
  @ParameterizedTest
  @CsvSource({
    "25/%02d/2022, 1, 4, true",
    "25/%02d/2022, 1, 5, false",
    "25/%02d/2022, 2, 8, true",
    "25/%02d/2022, 2, 9, false",
    "%02d/25/2022, 2, 3, true",
    "%02d/25/2022, 2, 4, false",
    "%02d/25/2022, 4, 6, true",
    "%02d/25/2022, 1, 1, false"
  })
  void wantsAsManyProofsOfAnOrderAsTrueDatesGive(
      String proof, int proofs, int open, boolean certain) throws Exception {
    String table =
        "id;date"
            + each(proofs, 1, day -> proof.formatted(day + 1))
            + each(open, 1, day -> "02/%02d/2022".formatted(day + 3));

    assertThat(Told.of(table).proposal("date-form").certain()).isEqualTo(certain);
  }

  @Test
  void countsADayOnceHoweverOftenItIsWritten() throws Exception {
    String table =
        "id;date"
            + each(1, 50, day -> "25/04/2022")
            + each(8, 1, day -> "02/%02d/2022".formatted(day + 3));

    assertThat(Told.of(table).proposal("date-form").certain()).isFalse();
  }

  @Test
  void expectsNoProofFromTheFirstOfAMonth() throws Exception {
    String table = "id;date|x;25/04/2022" + each(9, 1, day -> "01/%02d/2022".formatted(day + 2));

    assertThat(Told.of(table).proposal("date-form").certain()).isTrue();
  }

  @Test
  void saysThatASingleProofMayBeASlip() throws Exception {
    String open = each(8, 1, day -> "01/%02d/2022".formatted(day + 2));

    assertThat(Told.said(Told.of("id;date|x;04/25/2022" + open).proposal("date-form")))
        .contains("sur 9 jours différents, « 04/25/2022 » est le seul", "une faute de frappe ?");
    assertThat(Told.said(Told.of("id;date|x;04/25/2022|y;05/26/2022" + open).proposal("date-form")))
        .contains("sur 10 jours différents, 2 seulement");
  }

  @Test
  void doubtsAHardlyProvenOrderThatAnotherColumnDenies() throws Exception {
    Told told =
        Told.of(
            "date a;date b|25/12/2022;12/24/2022|04/05/2022;03/30/2022|04/06/2022;02/03/2022"
                + "|04/07/2022;10/28/2022");
    List<Proposal> asked = told.proposals().stream().filter(one -> !one.certain()).toList();

    assertThat(asked).singleElement();
    assertThat(Told.said(asked.get(0)))
        .contains("« 25/12/2022 »", "la colonne date b suit l'autre");
  }

  @Test
  void takesAPeriodThatEndsBeforeItsBeginningForAProofOfTheOtherOrder() throws Exception {
    Told told =
        Told.of("période|25/01/2021 - 26/02/2021|03/04/2021 - 04/05/2021|01/07/2021 - 05/06/2021");

    assertThat(told.proposals("date-form")).allMatch(one -> !one.certain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "number",
        "number-title",
        "name",
        "weekday",
        "year-day",
        "list",
        "one-proof",
        "few-proofs",
        "contrary"
      })
  void hasItsSentencesInBothLanguages(String variant) {
    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      Sentences sentences = Sentences.in(language);

      assertThat(sentences.has("mend.date-form." + variant)).isTrue();
      assertThat(sentences.has("finding.date-form." + variant)).isTrue();
    }
  }

  private interface Value {
    String of(int rank);
  }

  /** Rows of an id and a value, each value so many times. */
  private static String each(int values, int times, Value value) {
    return IntStream.range(0, values * times)
        .mapToObj(row -> "|r" + row + ";" + value.of(row / times))
        .collect(Collectors.joining());
  }
}
