package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.TextTable;
import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.rule.mend.AddColumn;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Rename;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.ValueSource;

class MendsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date-form | date\\n12/03/2022\\n2022-04-01\\n1er mai 2022 | date\\n2022-03-12\\n2022-04-01\\n2022-05-01",
        "decimal-comma | montant\\n1 200,50\\n13\\n1.250.000 | montant\\n1200.50\\n13\\n1.250.000",
        "thousands | montant\\n1 200,50\\n13\\n1.250.000 | montant\\n1 200,50\\n13\\n1250000",
        "decimal-comma | montant\\n12,5\\n2,14E+13 | montant\\n12.5\\n2,14E+13",
        "units-in-numbers | montant\\n1 200,50 €\\n13 | montant (€)\\n1200.50\\n13",
        "surrounding-spaces | ville\\n Tours \\nLa  Ville | ville\\nTours\\nLa Ville",
        "mojibake | nom\\nThÃ©Ã¢tre\\ncitoyennetÃƒÂ©\\nÎle | nom\\nThéâtre\\ncitoyenneté\\nÎle",
        "insee-lost-zero | code INSEE\\n1001\\n45234\\n18033 | code INSEE\\n01001\\n45234\\n18033",
        "postal-lost-zero | code postal\\n1000\\n45000\\n18000 | code postal\\n01000\\n45000\\n18000",
        "code-spaces | SIRET\\n214 599 995 00013\\n214 599 995 00014 | SIRET\\n21459999500013\\n214 599 995 00014",
        "swapped-coordinates | longitude;latitude\\n47.9;1.9\\n1.8;47.8 | longitude;latitude\\n1.9;47.9\\n1.8;47.8",
        "total-row | nom;montant\\nA;1\\nB;2\\nTOTAL;3 | nom;montant\\nA;1\\nB;2",
        "duplicate-rows | nom;age\\nA;1\\nA;1\\nB;1 | nom;age\\nA;1\\nB;1",
        "empty-column | nom;vide;age\\nA;;1\\nB; ;2 | nom;age\\nA;1\\nB;2",
        "excel-serial-date | date\\n2022-03-12\\n2022-03-13\\n44593 | date\\n2022-03-12\\n2022-03-13\\n2022-02-01",
        "thousands | amount\\n27,275.25\\n1,338\\n12 | amount\\n27275.25\\n1338\\n12",
        "date-form | période\\n2018-04-01_2018-12-31\\ndu 1/7/2021 au 31/12/2021 | période\\n2018-04-01/2018-12-31\\n2021-07-01/2021-12-31",
        "mojibake-title | ThÃ©Ã¢tre\\nA | Théâtre\\nA",
        "excel-error | nom\\n#REF!\\nnéant | nom\\n\\nnéant",
        "blank-word | n\\n1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n10\\nNC | n\\n1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n10\\n",
        "shape-turned | geometry\\n{\"type\":\"Polygon\",\"coordinates\":[[[2,47],[2,48],[3,48],[2,47]]]} | geometry\\n{\"type\":\"Polygon\",\"coordinates\":[[[2,47],[3,48],[2,48],[2,47]]]}",
        "shape-unfinished | geometry\\n{\"type\":\"Polygon\",\"coordinates\":[[[2,47],[3,48],[2,48]]]} | geometry\\n{\"type\":\"Polygon\",\"coordinates\":[[[2,47],[3,48],[2,48],[2,47]]]}",
        "shape-repeated-points | geometry\\n{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"coordinates\":[[2,47],[2,47],[2,47,5],[3,48]]},{\"coordinates\":[[2,47],[2,47]],\"type\":\"MultiPoint\"}]} | geometry\\n{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"coordinates\":[[2,47],[2,47,5],[3,48]]},{\"coordinates\":[[2,47],[2,47]],\"type\":\"MultiPoint\"}]}",
        "spelled-differently | v\\nOrléans\\nOrléans\\nORLEANS\\nTours\\nTours\\nTours | v\\nOrléans\\nOrléans\\nOrléans\\nTours\\nTours\\nTours"
      })
  void putsRightWhatItProposes(String repair, String before, String after) throws Exception {
    Table table = TextTable.of(before.replace("\\n", "\n"));
    List<Proposal> steps = proposals(table, null);

    List<Proposal> mine = steps.stream().filter(step -> step.rule().equals(repair)).toList();

    assertThat(mine).as("proposed: " + steps).hasSize(1);
    assertThat(text(mended(table, mine))).isEqualTo(after.replace("\\n", "\n"));
  }

  @Test
  void setsAsideNoRowThatOnlyAnEditMakesLikeAnother() throws Exception {
    Table table = TextTable.of("nom;age\nA;1\nA;1\nB;1\nC;2\nC;2");
    List<Proposal> accepted = new ArrayList<>(proposals(table, null));
    accepted.add(edit(4, "B", "A"));
    accepted.add(edit(6, "C", "D"));

    assertThat(text(mended(table, accepted))).isEqualTo("nom;age\nA;1\nA;1\nC;2\nD;2");
  }

  private static Proposal edit(long row, String before, String after) {
    EditCells mend =
        new EditCells(List.of(new EditCells.Edit(new ColumnRef("nom", "A"), row, before, after)));
    return new Proposal(
        "edit-cell:A" + row, "edit-cell", null, null, Map.of(), 1, List.of(), false, mend);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ThÃ©Ã¢tre;Théâtre;a\nA;B;C",
        "Date_x0020_d;Date d;a\nA;B;C",
        "id;Nom vernaculaire;Nom vernaculaire;hauteur_m;hauteur;date_plantation\n1;a;b;8;9;2020-03-15",
        "id;essence;essence;hauteur_m;hauteur_m;date_plantation\n1;a;b;8;9;2020-03-15",
        "montant;montant (€)\n1 €;2\n2 €;3",
        "dÃ©pÃ´t;Dépôt\n1;2\n4;5"
      })
  void givesNoColumnANameThatIsTaken(String text) throws Exception {
    Table table = TextTable.of(text);

    for (Proposal step : proposals(table, null)) {
      assertThat(Mending.apply(table, List.of(step)).leftOut()).as("%s", step).isEmpty();
    }
  }

  /** Cells that a look from every place would take the square of their length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 a 1",
        "' ' ",
        "1 , .",
        "é & ;",
        "- 1 -",
        "1 \t x",
        "1 ,2 ;",
        "1 -1 x",
        "45 .1 x",
        "A -a x",
        "a ,D,1 ,1"
      })
  void aLongCellIsAnsweredSoon(String pieces) {
    String[] piece = pieces.split(" ", -1);
    String cell = piece[0] + piece[1].repeat(400_000) + piece[piece.length - 1];
    Table table = TextTable.of("n;texte\n1,5;a\n2,5;b\n3,5;c\n" + cell + ";" + cell);

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> proposals(table, null));
  }

  @Test
  void capitalsMakeNoOtherName() throws Exception {
    Table table = TextTable.of("a;Montant\n1;2");
    Rename taken = new Rename(List.of(new Rename.Name(new ColumnRef("a", "A"), "montant")));
    Rename own = new Rename(List.of(new Rename.Name(new ColumnRef("Montant", "B"), "montant")));

    assertThat(taken.misfit(table.columns())).isEqualTo(Misfit.NAME_TAKEN);
    assertThat(own.misfit(table.columns())).isNull();
    assertThat(new AddColumn("MONTANT", "").misfit(table.columns())).isEqualTo(Misfit.NAME_TAKEN);
  }

  @Test
  void aCellEditedTwiceByOneMendContradictsItself() throws Exception {
    Table table = TextTable.of("nom;age\nA;1");
    ColumnRef nom = new ColumnRef("nom", "A");
    EditCells mend =
        new EditCells(
            List.of(new EditCells.Edit(nom, 2, "A", "B"), new EditCells.Edit(nom, 2, "A", "C")));

    assertThat(mend.misfit(table.columns())).isEqualTo(Misfit.CONTRADICTORY);
  }

  @Test
  void asksWhenACommaMayMeanTwoThings() throws Exception {
    List<Proposal> steps = proposals(TextTable.of("n\n2,666\n3,108\n12"), null);

    assertThat(steps)
        .extracting(Proposal::rule)
        .containsExactlyInAnyOrder("thousands", "decimal-comma");
    assertThat(steps).noneMatch(Proposal::certain);
  }

  @Test
  void neverTouchesARoundedSiret() throws Exception {
    Table table = TextTable.of("SIRET\n2,14600E+13\n21459999000000\n21459999500013");

    assertThat(proposals(table, null)).isEmpty();
  }

  @Test
  void saysWhetherTheTotalAgreesWithItsColumn() throws Exception {
    assertThat(step("nom;montant\nA;1,5\nB;2\nTOTAL;3,5", "total-row").parameters())
        .containsEntry("variant", "right")
        .containsEntry("of", "montant");
    assertThat(step("nom;montant\nA;1\nB;2\nTOTAL;4", "total-row").parameters())
        .containsEntry("variant", "wrong")
        .containsEntry("sum", "3");
  }

  @Test
  void countsExactlyAndShowsBeforeAndAfter() throws Exception {
    Proposal step =
        step("date\n" + "12/03/2022\n".repeat(36) + "13/03/2022\n2022-01-01", "date-form");

    assertThat(step.count()).isEqualTo(37);
    assertThat(step.samples()).hasSize(20);
    assertThat(step.samples().get(0))
        .isEqualTo(new Proposal.Change("A2", "12/03/2022", "2022-03-12"));
    assertThat(step.certain()).isTrue();
    assertThat(step.id()).isEqualTo("date-form:date");
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
    List<Proposal> steps = new ArrayList<>(proposals(table, null));
    assertThat(steps).hasSizeGreaterThan(6);
    Random random = new Random(7);
    for (int trial = 0; trial < 30; trial++) {
      Collections.shuffle(steps, random);
      List<Proposal> some = List.copyOf(steps.subList(0, random.nextInt(steps.size())));
      List<Proposal> other = new ArrayList<>(some);
      Collections.shuffle(other, random);
      assertThat(text(mended(table, some))).isEqualTo(text(mended(table, other)));
    }
  }

  @Test
  void writesOneCellAnewThenRepairsIt() throws Exception {
    Table table = TextTable.of("nom;date\nA;12/03/2022\nB;hier\nC;13/03/2022\nD;14/03/2022");
    EditCells mend =
        new EditCells(
            List.of(new EditCells.Edit(new ColumnRef("date", "B"), 3, "hier", "15/03/2022")));
    Proposal edit =
        new Proposal("edit-cell:B3", "edit-cell", null, null, Map.of(), 1, List.of(), false, mend);
    Proposal dates = step(table, "date-form");

    assertThat(text(mended(table, List.of(dates, edit))))
        .isEqualTo("nom;date\nA;2022-03-12\nB;2022-03-15\nC;2022-03-13\nD;2022-03-14");
  }

  @Test
  void replaysARecipeOnAFileThatChanged() throws Exception {
    Proposal dates = step("nom;date\nA;12/03/2022", "date-form");
    Proposal totals = step("nom;date;n\nA;x;1\nTOTAL;;1", "total-row");

    Table next = TextTable.of("date;ville;nom\n01/02/2023;Tours;B\n;;Total");

    assertThat(text(mended(next, List.of(dates, totals))))
        .isEqualTo("date;ville;nom\n2023-02-01;Tours;B");
  }

  @Test
  void proposesOneStepForOneCauseInSeveralColumns() throws Exception {
    Table table = TextTable.of("nom;ville;n\n Club ; Tours;1\n Judo;Blois;2");

    Proposal trim = step(table, "surrounding-spaces");

    assertThat(trim.column()).isNull();
    assertThat(trim.count()).isEqualTo(3);
    assertThat(trim.samples())
        .extracting(Proposal.Change::address)
        .containsExactly("A2", "B2", "A3");
    assertThat(Sentences.in(Locale.FRENCH).of(trim))
        .isEqualTo(
            "3 cellules de 2 colonnes (A, B) ont des espaces en trop. Voulez-vous que je les"
                + " retire\u202f?");
    assertThat(text(mended(table, List.of(trim))))
        .isEqualTo("nom;ville;n\nClub;Tours;1\nJudo;Blois;2");
  }

  @Test
  void countsATotalRowOnce() throws Exception {
    Table table = TextTable.of("a;b;n\nx;y;1\nTotal;total;1");

    assertThat(step(table, "total-row").count()).isEqualTo(1);
  }

  @Test
  void neverDropsAColumnThatHoldsSomethingNow() throws Exception {
    Proposal drop = step("nom;note\nA;\nB;", "empty-column");

    Table next = TextTable.of("nom;note\nA;\nB;vue");

    assertThat(text(mended(next, List.of(drop)))).isEqualTo("nom;note\nA;\nB;vue");
  }

  @Test
  void namesColumnsAsTheNationalModelAndFillsWhoGives() throws Exception {
    Table table =
        TextTable.of(
            "SIRET attribuant;Date de convention;Nom du bénéficiaire*;Objet;Montant;Nature;"
                + "Conditions de versement;Date de versement;Pourcentage\n"
                + "21459999500013;2021-06-24;Club;Aide;100;aide en nature;unique;2021-07-01;1");

    List<Proposal> steps =
        proposals(table, new Facts.Owner("Jalonville", "214599995", null)).stream()
            .filter(step -> List.of("other-name", "fill-constant").contains(step.rule()))
            .toList();

    assertThat(text(mended(table, steps)))
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
    List<Proposal> steps = proposals(table, null);

    Proposal rename =
        steps.stream().filter(one -> one.rule().equals("other-name")).findFirst().orElseThrow();
    assertThat(((Rename) rename.mend()).names())
        .extracting(Rename.Name::column)
        .extracting(ColumnRef::name)
        .doesNotContain(title);
    List<Proposal> conversion =
        steps.stream().filter(one -> one.rule().equals("other-unit")).toList();
    assertThat(conversion).hasSize(1).noneMatch(Proposal::certain);
    assertThat(text(mended(table, conversion)))
        .isEqualTo(
            "id;essence;%s;date_plantation\n1;Tilleul;%s;2020-03-15".formatted(name, converted));
  }

  @Test
  void keepsAColumnInAUnitThatNeverBecomesTheOneOfTheModel() throws Exception {
    Table table = TextTable.of("id;essence;hauteur_kg;date_plantation\n1;Tilleul;8;2020-03-15");

    assertThat(proposals(table, null))
        .noneMatch(step -> step.rule().equals("other-unit"))
        .noneMatch(step -> step.mend().toString().contains("hauteur"));
  }

  @Test
  void tellsEveryTotalThatIsWrongByLittleAndNoneOfThoseWrittenAboveTheirRows() throws Exception {
    Proposal wrong =
        step("c;n\nA;1200\nB;9300\nSous-total;10400\nC;7000\nTOTAL;17600", "total-row");
    assertThat(wrong.parameters()).containsEntry("variant", "some-wrong");

    Proposal above =
        step(
            "c;n\nSous-total;30\nA;10\nA;20\nSous-total;32\nB;15\nB;17\nSous-total;31\nC;31",
            "total-row");
    assertThat(above.parameters()).doesNotContainKey("variant");
  }

  @Test
  void writesTheFiguresOfATotalAsPeopleWriteThem() throws Exception {
    Proposal wrong = step("c;n\nA;200000.50\nB;22500\nTOTAL;242500.50", "total-row");

    assertThat(Sentences.in(Locale.FRENCH).of(wrong))
        .contains("242\u202f500,50")
        .contains("222\u202f500,50");
  }

  private static Proposal step(String text, String repair) throws Exception {
    return step(TextTable.of(text), repair);
  }

  private static Proposal step(Table table, String repair) throws Exception {
    return proposals(table, null).stream()
        .filter(step -> step.rule().equals(repair))
        .findFirst()
        .orElseThrow();
  }

  private static List<Proposal> proposals(Table table, Facts.@Nullable Owner owner)
      throws IOException, UnreadableFile {
    Profiling profiling = Profiler.profile(table, block -> {});
    SchemaMatch match = Schemas.best(profiling, null, Words.of("")).chosen();
    Schema schema = match == null ? null : Schemas.find(match.schema()).orElseThrow();
    LocalDate today = LocalDate.of(2026, 1, 1);
    Facts facts = Facts.of(table.reading(), profiling, schema, match, owner, only(table), today);
    Search search = new Search(profiling);
    Report report = Rules.look(facts, search);
    search.run(table);
    return Rules.told(report).proposals();
  }

  private static Table mended(Table table, List<Proposal> accepted)
      throws IOException, UnreadableFile {
    return Mending.apply(table, accepted).table();
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

  private static @Nullable Block only(Table table) throws IOException, UnreadableFile {
    List<Block> blocks = new ArrayList<>();
    table.scan(blocks::add);
    return blocks.size() == 1 ? blocks.get(0) : null;
  }
}
