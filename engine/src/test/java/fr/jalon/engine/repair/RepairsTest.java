package fr.jalon.engine.repair;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.TextTable;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write-dates | date\\n12/03/2022\\n2022-04-01\\n1er mai 2022 | date\\n2022-03-12\\n2022-04-01\\n2022-05-01",
        "write-decimals | montant\\n1 200,50\\n13\\n1.250.000 | montant\\n1200.50\\n13\\n1250000",
        "write-decimals | montant\\n12,5\\n2,14E+13 | montant\\n12.5\\n2,14E+13",
        "strip-units | montant\\n1 200,50 €\\n13 | montant\\n1200.50\\n13",
        "trim-spaces | ville\\n Tours \\nLa  Ville | ville\\nTours\\nLa Ville",
        "mend-mojibake | nom\\nThÃ©Ã¢tre\\ncitoyennetÃƒÂ©\\nÎle | nom\\nThéâtre\\ncitoyenneté\\nÎle",
        "restore-insee-zero | code INSEE\\n1001\\n45234\\n18033 | code INSEE\\n01001\\n45234\\n18033",
        "restore-postal-zero | code postal\\n1000\\n45000\\n18000 | code postal\\n01000\\n45000\\n18000",
        "siret-spaces | SIRET\\n214 599 995 00013\\n214 599 995 00014 | SIRET\\n21459999500013\\n214 599 995 00014",
        "swap-coordinates | longitude;latitude\\n47.9;1.9\\n1.8;47.8 | longitude;latitude\\n1.9;47.9\\n1.8;47.8",
        "set-aside-totals | nom;montant\\nA;1\\nB;2\\nTOTAL;3 | nom;montant\\nA;1\\nB;2",
        "set-aside-duplicates | nom;age\\nA;1\\nA;1\\nB;1 | nom;age\\nA;1\\nB;1",
        "drop-empty-columns | nom;vide;age\\nA;;1\\nB; ;2 | nom;age\\nA;1\\nB;2",
        "excel-serial-dates | date\\n2022-03-12\\n2022-03-13\\n44593 | date\\n2022-03-12\\n2022-03-13\\n2022-02-01",
        "join-thousands | amount\\n27,275.25\\n1,338\\n12 | amount\\n27275.25\\n1338\\n12",
        "write-dates | période\\n2018-04-01_2018-12-31\\ndu 1/7/2021 au 31/12/2021 | période\\n2018-04-01/2018-12-31\\n2021-07-01/2021-12-31",
        "mend-titles | ThÃ©Ã¢tre\\nA | Théâtre\\nA",
        "empty-out | nom\\n#REF!\\nnéant | nom\\n\\nnéant",
        "empty-out | n\\n1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n10\\nNC | n\\n1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n10\\n",
        "mend-shapes | geometry\\n{\"type\":\"Polygon\",\"coordinates\":[[[2,47],[2,48],[2,48],[3,48]]]} | geometry\\n{\"type\":\"Polygon\",\"coordinates\":[[[2,47],[3,48],[2,48],[2,47]]]}",
        "mend-shapes | geometry\\n{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"coordinates\":[[2,47],[2,47],[2,47,5],[3,48]]},{\"coordinates\":[[2,47],[2,47]],\"type\":\"MultiPoint\"}]} | geometry\\n{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"coordinates\":[[2,47],[2,47,5],[3,48]]},{\"coordinates\":[[2,47],[2,47]],\"type\":\"MultiPoint\"}]}",
        "unify-case | v\\nOrléans\\nOrléans\\nORLEANS\\nTours\\nTours\\nTours | v\\nOrléans\\nOrléans\\nOrléans\\nTours\\nTours\\nTours"
      })
  void putsRightWhatItProposes(String repair, String before, String after) throws Exception {
    Table table = TextTable.of(before.replace("\\n", "\n"));
    List<RepairStep> steps = proposals(table, null);

    List<RepairStep> mine = steps.stream().filter(step -> step.repair().equals(repair)).toList();

    assertThat(mine).as("proposed: " + steps).hasSize(1);
    assertThat(text(Repairs.apply(table, mine))).isEqualTo(after.replace("\\n", "\n"));
  }

  @Test
  void asksWhenACommaMayMeanTwoThings() throws Exception {
    List<RepairStep> steps = proposals(TextTable.of("n\n2,666\n3,108\n12"), null);

    assertThat(steps)
        .extracting(RepairStep::repair)
        .containsExactlyInAnyOrder("join-thousands", "write-decimals");
    assertThat(steps).noneMatch(RepairStep::certain);
  }

  @Test
  void neverTouchesARoundedSiret() throws Exception {
    Table table = TextTable.of("SIRET\n2,14600E+13\n21459999000000\n21459999500013");

    assertThat(proposals(table, null)).isEmpty();
  }

  @Test
  void saysWhetherTheTotalAgreesWithItsColumn() throws Exception {
    assertThat(step("nom;montant\nA;1,5\nB;2\nTOTAL;3,5", "set-aside-totals").parameters())
        .containsEntry("variant", "right")
        .containsEntry("of", "montant");
    assertThat(step("nom;montant\nA;1\nB;2\nTOTAL;4", "set-aside-totals").parameters())
        .containsEntry("variant", "wrong")
        .containsEntry("sum", "3");
  }

  @Test
  void countsExactlyAndShowsBeforeAndAfter() throws Exception {
    RepairStep step = step("date\n" + "12/03/2022\n".repeat(37) + "2022-01-01", "write-dates");

    assertThat(step.count()).isEqualTo(37);
    assertThat(step.samples()).hasSize(20);
    assertThat(step.samples().get(0))
        .isEqualTo(new RepairStep.Change("A2", "12/03/2022", "2022-03-12"));
    assertThat(step.certain()).isTrue();
    assertThat(step.id()).isEqualTo("write-dates:date");
  }

  @Test
  void givesTheSameTableWhateverTheOrderOfAcceptance() throws Exception {
    Table table =
        TextTable.of(
            """
            nom;date;montant;vide
             Club ;12/03/2022;1 200,50 €;
            Club;2022-03-12;NC;
            ThÃ©Ã¢tre;13/03/22;12,5;
            ThÃ©Ã¢tre;13/03/22;12,5;
            Total;;1213;
            """
                .strip());
    List<RepairStep> steps = new ArrayList<>(proposals(table, null));
    assertThat(steps).hasSizeGreaterThan(6);
    Random random = new Random(7);
    for (int trial = 0; trial < 30; trial++) {
      Collections.shuffle(steps, random);
      List<RepairStep> some = List.copyOf(steps.subList(0, random.nextInt(steps.size())));
      List<RepairStep> other = new ArrayList<>(some);
      Collections.shuffle(other, random);
      assertThat(text(Repairs.apply(table, some))).isEqualTo(text(Repairs.apply(table, other)));
    }
  }

  @Test
  void writesOneCellAnewThenRepairsIt() throws Exception {
    Table table = TextTable.of("nom;date\nA;12/03/2022\nB;hier\nC;13/03/2022\nD;14/03/2022");
    RepairStep edit =
        new RepairStep(
            "edit-cell:B3",
            "edit-cell",
            null,
            null,
            Map.of("address", "B3", "value", "15/03/2022"),
            1,
            List.of(),
            false);
    RepairStep dates = step(table, "write-dates");

    assertThat(text(Repairs.apply(table, List.of(dates, edit))))
        .isEqualTo("nom;date\nA;2022-03-12\nB;2022-03-15\nC;2022-03-13\nD;2022-03-14");
  }

  @Test
  void replaysARecipeOnAFileThatChanged() throws Exception {
    RepairStep dates = step("nom;date\nA;12/03/2022", "write-dates");
    RepairStep totals = step("nom;date;n\nA;x;1\nTOTAL;;1", "set-aside-totals");

    Table next = TextTable.of("date;ville;nom\n01/02/2023;Tours;B\n;;Total");

    assertThat(text(Repairs.apply(next, List.of(dates, totals))))
        .isEqualTo("date;ville;nom\n2023-02-01;Tours;B");
  }

  @Test
  void proposesOneStepForOneCauseInSeveralColumns() throws Exception {
    Table table = TextTable.of("nom;ville;n\n Club ; Tours;1\n Judo;Blois;2");

    RepairStep trim = step(table, "trim-spaces");

    assertThat(trim.column()).isNull();
    assertThat(trim.count()).isEqualTo(3);
    assertThat(trim.samples())
        .extracting(RepairStep.Change::address)
        .containsExactly("A2", "B2", "A3");
    assertThat(Sentences.in(Locale.FRENCH).of(trim))
        .isEqualTo(
            "3 cellules de 2 colonnes (A, B) ont des espaces en trop. Voulez-vous que je les"
                + " retire\u202f?");
    assertThat(text(Repairs.apply(table, List.of(trim))))
        .isEqualTo("nom;ville;n\nClub;Tours;1\nJudo;Blois;2");
  }

  @Test
  void countsATotalRowOnce() throws Exception {
    Table table = TextTable.of("a;b;n\nx;y;1\nTotal;total;1");

    assertThat(step(table, "set-aside-totals").count()).isEqualTo(1);
  }

  @Test
  void neverDropsAColumnThatHoldsSomethingNow() throws Exception {
    RepairStep drop = step("nom;note\nA;\nB;", "drop-empty-columns");

    Table next = TextTable.of("nom;note\nA;\nB;vue");

    assertThat(text(Repairs.apply(next, List.of(drop)))).isEqualTo("nom;note\nA;\nB;vue");
  }

  @Test
  void namesColumnsAsTheNationalModelAndFillsWhoGives() throws Exception {
    Table table =
        TextTable.of(
            "SIRET attribuant;Date de convention;Nom du bénéficiaire*;Objet;Montant;Nature;"
                + "Conditions de versement;Date de versement;Pourcentage\n"
                + "21459999500013;2021-06-24;Club;Aide;100;aide en nature;unique;2021-07-01;1");

    List<RepairStep> steps =
        proposals(table, new Facts.Owner("Jalonville", "214599995", null)).stream()
            .filter(step -> List.of("rename-columns", "fill-constant").contains(step.repair()))
            .toList();

    assertThat(text(Repairs.apply(table, steps)))
        .startsWith(
            "idAttribuant;dateConvention;nomBeneficiaire;objet;montant;nature;"
                + "conditionsVersement;datesPeriodeVersement;pourcentageSubvention;nomAttribuant\n")
        .endsWith(";1;Jalonville");
  }

  @ParameterizedTest
  @CsvSource({
    "hauteur_m, 8, 800, hauteur",
    "Hauteur (m), '9,5', 950, hauteur",
    "Hauteur en m, 12 m, 1200, hauteur"
  })
  void turnsMetresIntoTheCentimetresOfTheModelAndNeverRenamesThemAsTheyAre(
      String title, String value, String converted, String name) throws Exception {
    Table table =
        TextTable.of(
            "id;essence;%s;date_plantation\n1;Tilleul;%s;2020-03-15".formatted(title, value));
    List<RepairStep> steps = proposals(table, null);

    RepairStep rename =
        steps.stream()
            .filter(one -> one.repair().equals("rename-columns"))
            .findFirst()
            .orElseThrow();
    assertThat(rename.parameters().get("names")).doesNotContain(title);
    List<RepairStep> conversion =
        steps.stream().filter(one -> one.repair().equals("convert-units")).toList();
    assertThat(conversion).hasSize(1).noneMatch(RepairStep::certain);
    assertThat(text(Repairs.apply(table, conversion)))
        .isEqualTo(
            "id;essence;%s;date_plantation\n1;Tilleul;%s;2020-03-15".formatted(name, converted));
  }

  @Test
  void keepsAColumnInAUnitThatNeverBecomesTheOneOfTheModel() throws Exception {
    Table table = TextTable.of("id;essence;hauteur_kg;date_plantation\n1;Tilleul;8;2020-03-15");

    assertThat(proposals(table, null))
        .noneMatch(step -> step.repair().equals("convert-units"))
        .noneMatch(step -> step.parameters().getOrDefault("names", "").contains("hauteur"));
  }

  @Test
  void tellsEveryTotalThatIsWrongByLittleAndNoneOfThoseWrittenAboveTheirRows() throws Exception {
    RepairStep wrong =
        step("c;n\nA;1200\nB;9300\nSous-total;10400\nC;7000\nTOTAL;17600", "set-aside-totals");
    assertThat(wrong.parameters()).containsEntry("variant", "some-wrong");

    RepairStep above =
        step(
            "c;n\nSous-total;30\nA;10\nA;20\nSous-total;32\nB;15\nB;17\nSous-total;31\nC;31",
            "set-aside-totals");
    assertThat(above.parameters()).doesNotContainKey("variant");
  }

  @Test
  void writesTheFiguresOfATotalAsPeopleWriteThem() throws Exception {
    RepairStep wrong = step("c;n\nA;200000.50\nB;22500\nTOTAL;242500.50", "set-aside-totals");

    assertThat(Sentences.in(Locale.FRENCH).of(wrong))
        .contains("242\u202f500,50")
        .contains("222\u202f500,50");
  }

  @Test
  void everyRepairHasItsSentences() {
    for (Repair repair : Repairs.ALL) {
      for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
        for (String form : new String[] {"", ".action", ".done"}) {
          assertThat(Sentences.in(language).has("repair." + repair.code() + form))
              .as("say repair." + repair.code() + form + " in " + language)
              .isTrue();
        }
      }
    }
  }

  private static RepairStep step(String text, String repair) throws Exception {
    return step(TextTable.of(text), repair);
  }

  private static RepairStep step(Table table, String repair) throws Exception {
    return proposals(table, null).stream()
        .filter(step -> step.repair().equals(repair))
        .findFirst()
        .orElseThrow();
  }

  private static List<RepairStep> proposals(Table table, Facts.@Nullable Owner owner)
      throws IOException, UnreadableFile {
    Profiling profiling = Profiler.profile(table, block -> {});
    SchemaMatch match = Schemas.best(profiling, null, Words.of("")).chosen();
    Schema schema = match == null ? null : Schemas.find(match.schema()).orElseThrow();
    LocalDate today = LocalDate.of(2026, 1, 1);
    Facts facts = Facts.of(table.reading(), profiling, schema, match, owner, today);
    Search search = new Search(profiling);
    Proposals proposals = Repairs.look(facts, search);
    search.run(table);
    return Repairs.steps(proposals);
  }

  private static String text(Table table) throws IOException, UnreadableFile {
    StringBuilder text = new StringBuilder();
    text.append(String.join(";", table.columns().stream().map(Column::name).toList()));
    table.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (Chunk chunk : block.chunks()) {
              cells.add(chunk.at(row).toString());
            }
            text.append('\n').append(String.join(";", cells));
          }
        });
    return text.toString();
  }
}
