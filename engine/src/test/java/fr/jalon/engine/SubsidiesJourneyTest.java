package fr.jalon.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of subsidies as a town hall keeps it, from the file received to the files published. */
class SubsidiesJourneyTest {
  private static final String FILE =
      """
      Commune de Jalonville;;;;;;;;;;
      Subventions versées aux associations - année 2021;;;;;;;;;;
      ;;;;;;;;;;
      Nom attribuant;SIRET attribuant;Date de convention;Nom du bénéficiaire*;SIRET bénéficiaire;Objet;Montant (€);Nature;Conditions de versement;Date de versement;Pourcentage
      Commune de Jalonville;21459999500013;24/06/2021;Les Amis de la Forêt;3,34722E+13;Fête de l'été;1 500,00;aide en numéraire;unique;2021-07-01;1
      Commune de Jalonville;21459999500013;24/06/2021;Chœur d'à côté;21750001600019;Achat d'un piano;12 300,50;aide en numéraire;unique;2021-07-01;1
      Commune de Jalonville;21459999500013;01/07/2021;Judo club;33472151600000;Déplacement à Orléans;800,00;aide en nature;unique;2021-09-01;1
      Commune de Jalonville;21459999500013;1er juillet 2021;Écoliers réunis;217 500 016 00019;Goûter de Noël;250,25;aide en numéraire;unique;2021-12-15;1
      TOTAL;;;;;;14 850,75;;;;
      """;

  @TempDir Path folder;
  private Source source;
  private InspectOptions options;

  @BeforeEach
  void writeTheFileAsExcelDoes() throws IOException {
    Path file = folder.resolve("subventions 2021.csv");
    Files.write(file, FILE.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252")));
    Path work = Files.createDirectory(folder.resolve("work"));
    source = new Source(file, "subventions 2021.csv", Files.size(file), work);
    InspectOptions.Depositor depositor =
        new InspectOptions.Depositor("Commune de Jalonville", "214599995", null);
    options = new InspectOptions(ReadOptions.NONE, null, depositor);
  }

  private Inspection inspect() throws IOException {
    return Engine.inspect(source, options, Noon.CLOCK, Progress.NONE);
  }

  @Test
  void saysWhatItRead() throws IOException {
    Inspection inspection = inspect();
    Reading reading = reading(inspection);

    assertThat(reading.encoding()).isEqualTo("windows-1252");
    assertThat(reading.headerRows()).containsExactly(4L);
    assertThat(reading.rows()).isEqualTo(5);
    assertThat(Sentences.in(Locale.FRENCH).reading(inspection))
        .startsWith(
            "Votre fichier vient d'Excel pour Windows. J'en ai gardé tous les accents.",
            "Les titres des colonnes sont à la ligne 4.",
            "Il y a 5 lignes et 11 colonnes.");
  }

  @Test
  void recognizesTheNationalModel() throws IOException {
    SchemaMatch match = requireNonNull(requireNonNull(inspect().schema()).chosen());

    assertThat(match.schema()).isEqualTo("scdl/subventions");
    assertThat(match.matched()).isEqualTo(11);
  }

  @Test
  void namesEveryFaultWithItsCells() throws IOException {
    String findings =
        inspect().findings().stream()
            .map(SubsidiesJourneyTest::line)
            .collect(Collectors.joining("\n"));

    assertThat(findings)
        .contains("siret-rounded E × 2 : E5 E7")
        .contains("code-spaces E × 1 : E8")
        .contains("date-form C × 4 : C5 C6 C7 C8")
        .contains("decimal-comma G × 5 : G5 G6 G7 G8 G9")
        .contains("total-row null × 1 : 9")
        .contains("missing-field null × 1 : ")
        .doesNotContain("thousands")
        .doesNotContain("mojibake")
        .doesNotContain("other-authority")
        .doesNotContain("missing-value")
        .doesNotContain("wrong-type");
  }

  @Test
  void speaksPlainFrench() throws IOException {
    Inspection inspection = inspect();
    Sentences french = Sentences.in(Locale.FRENCH);

    assertThat(inspection.findings())
        .allSatisfy(
            finding ->
                assertThat(french.of(finding) + french.help(finding))
                    .doesNotContain("finding.", "{", "}", "encodage", "séparateur", "schéma"));
    assertThat(inspection.findings())
        .extracting(french::of)
        .contains(
            "Colonne SIRET bénéficiaire\u202f: 2 SIRET ont été arrondis par le tableur, comme"
                + " «\u202f3,34722E+13\u202f» en E5. Leurs derniers chiffres sont perdus.");
    assertThat(inspection.proposals())
        .allSatisfy(
            step ->
                assertThat(french.of(step) + french.action(step) + french.done(step))
                    .doesNotContain("mend.", "{", "}"));
  }

  @Test
  void changesOnlyWhatIsAcceptedAndNoCode() throws IOException {
    List<Proposal> steps = inspect().proposals();
    Export export = Engine.repair(source, options, steps, Noon.CLOCK, Progress.NONE);

    String csv = Files.readString(source.work().resolve("data.csv"), StandardCharsets.UTF_8);
    assertThat(csv.replace("\r", "").replace("\ufeff", ""))
        .startsWith(
            "nomAttribuant,idAttribuant,dateConvention,nomBeneficiaire,idBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,pourcentageSubvention\n")
        .contains(
            "Commune de Jalonville,21459999500013,2021-06-24,Les Amis de la Forêt,\"3,34722E+13\","
                + "Fête de l'été,1500.00,aide en numéraire,unique,2021-07-01,1\n")
        .contains("2021-06-24,Chœur d'à côté,21750001600019,Achat d'un piano,12300.50")
        .contains("2021-07-01,Judo club,33472151600000,Déplacement à Orléans,800.00")
        .contains("2021-07-01,Écoliers réunis,21750001600019,Goûter de Noël,250.25")
        .doesNotContain("TOTAL");
    assertThat(export.rows()).isEqualTo(4);
    assertThat(export.files())
        .extracting(Export.Written::format)
        .contains(WrittenFormat.CSV, WrittenFormat.PARQUET, WrittenFormat.XLSX);
    assertThat(requireNonNull(export.after()).findings())
        .extracting(Cause::code)
        .contains("siret-rounded")
        .doesNotContain("total-row", "date-form", "decimal-comma", "code-spaces");
  }

  @Test
  void provesThatNothingWasLostByTheTotal() throws IOException {
    assertThat(inspect().proposals())
        .filteredOn(step -> step.rule().equals("total-row"))
        .extracting(Sentences.in(Locale.FRENCH)::of)
        .containsExactly(
            "La ligne de total est parmi les données. Elle correspond bien à la somme de la colonne"
                + " Montant (€)\u202f: rien n'a été perdu. Voulez-vous la laisser de côté\u202f?");
  }

  private static Reading reading(Inspection inspection) {
    return requireNonNull(inspection.reading(), () -> "refused: " + inspection.refusal());
  }

  private static String line(Cause finding) {
    String cells =
        finding.samples().stream().map(Cause.Sample::address).collect(Collectors.joining(" "));
    return finding.code() + " " + finding.letters() + " × " + finding.count() + " : " + cells;
  }
}
