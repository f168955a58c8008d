package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Told.Topic;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.mend.Proposal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a reading, on small files read for good. */
class ReadingSentencesTest {
  private static final char THIN = '\u202f';
  private static final char HARD = '\u00a0';

  @TempDir Path folder;

  @Test
  void oneSentenceTellsAllThatWasLeftOut() throws IOException {
    List<Told> told =
        tell(
            """
            Subventions 2023
            ;;
            association;objet;montant
            Club;Fête;100
            Chorale;Noël;200
            ;;
            Source : service des finances
            """);

    assertThat(told)
        .filteredOn(one -> one.topic() == Topic.LEFT_OUT)
        .extracting(Told::sentence)
        .containsExactly(
            "J'ai laissé de côté la ligne de présentation (1), 2 lignes vides (2 et 6) et une note"
                + " au bas du tableau (7).");
  }

  @Test
  void aTotalThatAgreesIsSaidWithItsCell() throws IOException {
    assertThat(totals("nom;ville;montant\nA;X;1200,50\nB;Y;800\nTOTAL;;2 000,50 €\n"))
        .containsExactly(
            new Told(
                Topic.TOTAL_RIGHT,
                spaced(
                    "La ligne «_TOTAL_» (ligne 4) annonce 2_000,50~€ en C4_: c'est bien la somme de"
                        + " la colonne montant.")));
  }

  @Test
  void aTotalThatDoesNotAgreeIsSaidWithTheGap() throws IOException {
    assertThat(totals("nom;ville;montant\nA;X;1200\nB;Y;800\nTOTAL;;2120\n"))
        .extracting(Told::sentence)
        .containsExactly(
            spaced(
                "La ligne «_TOTAL_» (ligne 4) annonce 2_120 en C4, et la colonne montant fait"
                    + " 2_000_: il manque 120 dans les lignes."));
    assertThat(totals("nom;ville;montant\nA;X;1200\nB;Y;800\nTOTAL;;1900\n"))
        .extracting(Told::sentence)
        .first()
        .asString()
        .endsWith("les lignes ont 100 de trop.");
  }

  @Test
  void eachColumnOfATotalIsChecked() throws IOException {
    assertThat(totals("nom;ville;voté;versé\nA;X;10;5\nB;Y;20;7\nTOTAL;;30;11\n"))
        .extracting(Told::topic)
        .containsExactly(Topic.TOTAL_WRONG, Topic.TOTAL_RIGHT);
  }

  @Test
  void subtotalsAreCheckedWithTheRowsAboveThem() throws IOException {
    List<Told> told =
        totals(
            """
            direction;poste;montant
            Culture;Livres;1200,50
            Culture;Spectacles;3400
            Sous-total Culture;;4600,50
            Sport;Ballons;300
            Sport;Terrains;15000
            Sous-total Sport;;15100
            TOTAL;;19900,50
            """);

    assertThat(told)
        .extracting(Told::topic)
        .containsExactly(Topic.TOTAL_WRONG, Topic.TOTAL_RIGHT, Topic.TOTAL_RIGHT);
    assertThat(told.get(0).sentence())
        .isEqualTo(
            spaced(
                "La ligne «_Sous-total Sport_» (ligne 7) annonce 15_100 en C7, et les lignes"
                    + " au-dessus font 15_300_: il y a 200 de trop, colonne montant."));
    assertThat(told.get(2).sentence()).contains("annonce 19" + THIN + "900,50 en C8");
  }

  @Test
  void totalsThatAllAgreeAreSetAsideWithoutRisk() throws IOException {
    Inspection inspection =
        inspect(
            "dir;poste;montant\nA;x;1\nA;y;2\nSous-total A;;3\nB;x;4\nB;y;6\nSous-total B;;10\n");

    assertThat(inspection.proposals())
        .filteredOn(step -> step.rule().equals("total-row"))
        .singleElement()
        .matches(Proposal::certain)
        .extracting(Proposal::count)
        .isEqualTo(2L);
  }

  @Test
  void aMeanAtTheFootOfAColumnIsNoWrongTotal() throws IOException {
    assertThat(totals("nom;ville;taux\nA;X;10\nB;Y;20\nC;Z;30\nTOTAL;;20\n")).isEmpty();
  }

  @Test
  void speaksEnglishAsWell() throws IOException {
    Inspection inspection = inspect("nom;ville;montant\nA;X;1200,50\nB;Y;800\nTOTAL;;2000,50\n");

    assertThat(Sentences.in(Locale.ENGLISH).reading(inspection))
        .contains(
            "The row “TOTAL” (row 4) announces 2,000.50 in C4: that is the sum of the column"
                + " montant.");
  }

  private List<Told> totals(String csv) throws IOException {
    return tell(csv).stream()
        .filter(one -> one.topic() == Topic.TOTAL_RIGHT || one.topic() == Topic.TOTAL_WRONG)
        .toList();
  }

  private List<Told> tell(String csv) throws IOException {
    return Sentences.in(Locale.FRENCH).tell(inspect(csv));
  }

  private Inspection inspect(String csv) throws IOException {
    Path file = folder.resolve("fichier.csv");
    Files.writeString(file, csv, StandardCharsets.UTF_8);
    Source source = new Source(file, "fichier.csv", Files.size(file), folder);
    return Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE);
  }

  /** Low lines are thin spaces, tildes unbreakable ones. */
  private static String spaced(String text) {
    return text.replace('_', THIN).replace('~', HARD);
  }
}
