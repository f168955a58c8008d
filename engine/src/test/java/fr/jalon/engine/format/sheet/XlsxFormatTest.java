package fr.jalon.engine.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Zips;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.SkippedRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFormatTest {
  private static final String STRINGS = "xl/sharedStrings.xml";

  /** What becomes of a part: not there, empty, cut short, something else, bytes of no text. */
  private static final List<String> DAMAGES = List.of("gone", "", "<a><b>", "bonjour", "\0\1<\2");

  @Test
  void readsTheTableWithItsRowNumbers() {
    Outcome outcome = read(new XlsxFile().texts("A", "nom;ville;age\nLéa;Tours;12\nTom;Blois;9"));
    assertThat(outcome.columns()).containsExactly("nom", "ville", "age");
    assertThat(outcome.lines()).containsExactly("Léa | Tours | 12", "Tom | Blois | 9");
    assertThat(outcome.sourceRows()).containsExactly(2L, 3L);
    assertThat(outcome.reading().headerRows()).containsExactly(1L);
    assertThat(outcome.reading().format()).isEqualTo("xlsx");
    assertThat(outcome.reading().sheet()).isEqualTo("A");
  }

  /** Value in the file, format code, text wanted. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1015 | 00000 | 01015",
        "476544254 | 0#\\ ##\\ ##\\ ##\\ ## | 04 76 54 42 54",
        "476544254 | 00&quot; &quot;00&quot; &quot;00&quot; &quot;00&quot; &quot;00 | 04 76 54 42 54",
        "2.1450234000017E13 | General | 21450234000017",
        "21450234000017 | 0 | 21450234000017",
        "43.610767999999997 | General | 43.610768",
        "0.1 | 0% | 0.1",
        "0.30000000000000004 | General | 0.3",
        "1234567.8900000001 | 0.00 | 1234567.89",
        "0.125 | #&quot; &quot;?/? | 0.125",
        "830 | 00&quot;h&quot;00 | 08h30",
        "123456789012345678 | 0 | 123456789012345678",
        "1234.50 | #,##0.00 | 1234.5",
        "1234 | #\\ ##0 | 1234",
        "12.0 | General | 12",
        "-0 | General | 0",
        "1E-7 | General | 0.0000001",
        "44593 | dd/mm/yyyy | 2022-02-01",
        "44593 | [$-40C]d\\ mmmm\\ yyyy;@ | 2022-02-01",
        "44593 | jj/mm/aaaa | 2022-02-01",
        "44593.604166666664 | dd/mm/yyyy\\ hh:mm | 2022-02-01T14:30:00",
        "44593 | dd/mm/yyyy\\ hh:mm | 2022-02-01",
        "0.604166666666667 | hh:mm | 14:30:00",
        "1.5 | [h]:mm | 36:00:00",
        "59 | dd/mm/yyyy | 1900-02-28",
        "60 | dd/mm/yyyy | 1900-02-29",
        "61 | dd/mm/yyyy | 1900-03-01",
        "-5 | dd/mm/yyyy | -5",
        "12 | 0.0&quot; kg&quot; | 12",
        "12 | &quot;B&quot;000 | B012",
        "12.5 | 00000 | 12.5"
      })
  void writesNumbersAsTheirFormatMeansThem(String value, String code, String wanted) {
    XlsxFile file =
        new XlsxFile()
            .style(170, code)
            .sheet(
                "A",
                "<row><c t=\"str\"><v>nom</v></c><c t=\"str\"><v>valeur</v></c></row>"
                    + "<row><c t=\"str\"><v>Léa</v></c><c s=\"1\"><v>"
                    + value
                    + "</v></c></row>");
    assertThat(read(file).rows().get(0).get(1)).isEqualTo(wanted);
  }

  @Test
  void countsDaysFrom1904WhenTheWorkbookDoes() {
    XlsxFile file =
        new XlsxFile()
            .from1904()
            .style(14)
            .sheet(
                "A",
                header("jour;nombre") + "<row><c s=\"1\"><v>43131</v></c><c><v>1</v></c></row>");
    assertThat(read(file).lines()).containsExactly("2022-02-01 | 1");
  }

  @Test
  void joinsRunsOfTextAndLeavesPhoneticGuidesOut() {
    XlsxFile file =
        new XlsxFile()
            .string("<r><rPr><b/></rPr><t>Saint</t></r><r><t xml:space=\"preserve\"> Jean</t></r>")
            .string("<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>")
            .string("<t>a_x000A_b &amp; c &#233;</t>")
            .sheet(
                "A",
                header("nom;lieu;note")
                    + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>");
    assertThat(read(file).lines()).containsExactly("Saint Jean | 東京 | a\nb & c é");
  }

  /** An empty text has no byte, so that nothing is where it would begin. */
  @Test
  void readsTextsAfterEmptyOnes() {
    for (XlsxFile file :
        List.of(
            new XlsxFile().emptyString(),
            new XlsxFile().string("<t/>"),
            new XlsxFile().string("<t></t>"))) {
      file.string("<t>nom</t>").string("<t>montant</t>").string("<t>Judo</t>").emptyString();
      String rows =
          "<row><c t=\"s\"><v>0</v></c></row>"
              + "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>"
              + "<row><c t=\"s\"><v>3</v></c><c><v>12</v></c></row>"
              + "<row><c t=\"s\"><v>4</v></c><c><v>15</v></c></row>";
      Outcome outcome = read(file.sheet("A", rows));
      assertThat(outcome.columns()).containsExactly("nom", "montant");
      assertThat(outcome.lines()).containsExactly("Judo | 12", " | 15");
    }
  }

  /** Texts are kept in pages; an empty one may come just where a page ends. */
  @Test
  void readsEmptyTextsWhereTheirPageEnds() {
    String half = "x".repeat(1 << 19);
    XlsxFile file = new XlsxFile().string("<t>nom</t>").string("<t>" + half + "</t>");
    file.string("<t>" + "y".repeat((1 << 19) - 3) + "</t>").emptyString();
    file.string("<t>" + half + half + "</t>").emptyString().string("<t>a</t>");
    String rows =
        "<row><c t=\"s\"><v>0</v></c><c t=\"str\"><v>b</v></c></row>"
            + "<row><c t=\"s\"><v>3</v></c><c><v>1</v></c></row>"
            + "<row><c t=\"s\"><v>5</v></c><c><v>2</v></c></row>"
            + "<row><c t=\"s\"><v>6</v></c><c><v>3</v></c></row>";
    assertThat(read(file.sheet("A", rows)).lines()).containsExactly(" | 1", " | 2", "a | 3");
  }

  @Test
  void takesAttributesThatSayNothingForAbsent() {
    String rows =
        "<row r=\"\" spans=\"\" ht=\"\" hidden=\"\"><c r=\"\" s=\"\" t=\"str\"><v>nom</v></c>"
            + "<c r=\"\" s=\" \" t=\"str\"><v>nombre</v></c><c t=\"str\"><v>ouvert</v></c></row>"
            + "<row r=\" \"><c r=\"A2\" s=\"\" t=\"s\"><v> 0\n</v></c><c s=\"\" t=\"\"><v>12</v></c>"
            + "<c t=\"b\"><v/></c></row>"
            + "<row><c t=\"s\"><v/></c><c t=\" \"><v>13</v></c><c t=\"b\"><v>1</v></c></row>";
    String after =
        "<cols><col min=\"\" max=\"\" hidden=\"1\" outlineLevel=\"\"/></cols>"
            + "<mergeCells count=\"\"><mergeCell ref=\"\"/></mergeCells><autoFilter ref=\"\"/>";
    Outcome outcome = read(new XlsxFile().string("<t>Léa</t>").sheet("A", "visible", rows, after));
    assertThat(outcome.lines()).containsExactly("Léa | 12 | ", " | 13 | true");
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void saysThatFormatsAreLost() {
    String rows = header("jour;nombre") + "<row><c s=\"1\"><v>44593</v></c><c><v>1</v></c></row>";
    XlsxFile file = new XlsxFile().style(14).sheet("A", rows);
    assertThat(read(file).lines()).containsExactly("2022-02-01 | 1");
    assertThat(read(file).notes()).isEmpty();
    byte[] without = file.zip().without("xl/styles.xml").bytes();
    assertThat(Outcome.of("a.xlsx", without).lines()).containsExactly("44593 | 1");
    assertThat(Outcome.of("a.xlsx", without).notes()).containsExactly("lost-styles");
    byte[] damaged = file.zip().with("xl/styles.xml", "<styleSheet><numFmts>").bytes();
    assertThat(Outcome.of("a.xlsx", damaged).notes())
        .containsExactlyInAnyOrder("damaged-parts", "lost-styles");
  }

  @Test
  void readsATableWhateverIsDamagedBesideIt() {
    String rows = header("nom;nombre") + XlsxFile.rows("Judo;12\nTir;15");
    Map<String, String> beside =
        Map.of(
            "docProps/core.xml", "<p><dc:creator>Jeanne</dc:creator></p>",
            "xl/theme/theme1.xml", "<theme/>",
            "xl/comments1.xml", "<comments><comment/></comments>",
            "xl/tables/table1.xml", "<table><autoFilter ref=\"A1:B2\"/></table>",
            "xl/drawings/drawing1.xml", "<drawing/>",
            "xl/drawings/_rels/drawing1.xml.rels", "<Relationships/>",
            "xl/connections.xml", "<connections><connection/></connections>",
            "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships><Relationship Id='a' Type='x/comments' Target='../comments1.xml'/>"
                    + "<Relationship Id='b' Type='x/table' Target='../tables/table1.xml'/>"
                    + "<Relationship Id='c' Type='x/drawing' Target='../drawings/drawing1.xml'/>"
                    + "</Relationships>");
    List<String> parts = new ArrayList<>(beside.keySet());
    parts.addAll(
        List.of("[Content_Types].xml", "_rels/.rels", "xl/styles.xml", "xl/sharedStrings.xml"));
    for (String part : parts) {
      for (String damage : DAMAGES) {
        XlsxFile file = new XlsxFile().relation("connections", "connections.xml").sheet("A", rows);
        Zips zip = file.zip();
        beside.forEach(zip::with);
        zip = damage.equals("gone") ? zip.without(part) : zip.with(part, damage);
        Outcome outcome = Outcome.of("a.xlsx", zip.bytes());
        assertThat(outcome.lines()).as("%s: %s", part, damage).hasSize(2);
      }
    }
  }

  @Test
  void saysWhichPartIsDamagedAndRefusesWhatIsNeeded() {
    XlsxFile file = new XlsxFile().string("<t>a</t>").texts("A", "nom;nombre\nJudo;12");
    byte[] bytes = file.zip().with("docProps/core.xml", "<p>").bytes();
    assertThat(Outcome.of("a.xlsx", bytes).reading().notes())
        .singleElement()
        .satisfies(
            note -> assertThat(note.parameters()).containsEntry("names", "docProps/core.xml"));
    String shared = "<row><c t=\"s\"><v>0</v></c></row>";
    for (String damage : DAMAGES) {
      Zips zip = new XlsxFile().string("<t>a</t>").sheet("A", shared).zip();
      zip = damage.equals("gone") ? zip.without(STRINGS) : zip.with(STRINGS, damage);
      assertThat(Outcome.of("a.xlsx", zip.bytes()).refusal()).isEqualTo("corrupt-workbook");
    }
  }

  @Test
  void keepsBooleansErrorsAndCachedResults() {
    XlsxFile file =
        new XlsxFile()
            .sheet(
                "A",
                header("ouvert;taux;total;nom")
                    + "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c>"
                    + "<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>\"a\"</f><v>a</v></c></row>"
                    + "<row><c t=\"b\"><v>0</v></c><c><v>3</v></c><c><f>1+2</f></c>"
                    + "<c t=\"str\"><v>b</v></c></row>");
    Outcome outcome = read(file);
    assertThat(outcome.lines()).containsExactly("true | #N/A | 2 | a", "false | 3 |  | b");
    assertThat(outcome.notes()).contains("formulas-without-value");
  }

  @Test
  void passesOverAnEmptySheetAndAReadMe() {
    Outcome outcome =
        read(
            new XlsxFile()
                .sheet("Vide", "")
                .texts(
                    "Lisez-moi",
                    "Ce fichier contient les subventions versées par la commune en 2024\n"
                        + "Il est mis à jour chaque année au mois de janvier par le service")
                .texts("Données", "nom;montant\nClub;120\nAmis;80"));
    assertThat(outcome.reading().sheet()).isEqualTo("Données");
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::role)
        .containsExactly("empty", "readme", "table");
    assertThat(outcome.reading().sheets().get(2).head()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lisez-moi | Bonjour/Ce classeur recense les arbres./Contact : mairie@exemple.fr",
        "Feuil1 | Bonjour/Ce classeur recense les arbres./Contact : mairie@exemple.fr",
        "Feuil1 | LISEZ-MOI/Producteur : Ville de Dry/Date : 2024/Licence : ouverte",
        "Feuil1 | Arbres de la ville/Service des espaces verts",
        "Feuil1 | Producteur;Ville de Dry/Date;2024/Licence;ouverte",
        "Légende | Code;Sens/A;abattu/S;sain",
        "Métadonnées | Champ;Valeur/Nombre;3/Rythme;annuel"
      })
  void passesOverAShortSheetForPeople(String name, String lines) {
    String text = lines.strip().replace('/', '\n');
    XlsxFile file =
        new XlsxFile()
            .texts(name.strip(), text)
            .texts("Arbres", "espèce;lieu;âge\nTilleul;Quai;40\nOrme;Mail;80");
    Outcome outcome = read(file);
    assertThat(outcome.reading().sheet()).isEqualTo("Arbres");
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::role)
        .containsExactly("readme", "table");
    ReadOptions asked = ReadOptions.NONE.withSheet(name.strip());
    assertThat(Outcome.of("a.xlsx", file.zip().bytes(), asked).reading().sheet())
        .isEqualTo(name.strip());
  }

  @Test
  void takesAShortColumnAloneInItsWorkbookForTheTable() {
    XlsxFile file = new XlsxFile().sheet("Vide", "").texts("Feuil1", "Commune\nDry\nBaule\nAblis");
    Outcome outcome = read(file);
    assertThat(outcome.lines()).containsExactly("Dry", "Baule", "Ablis");
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::role)
        .containsExactly("empty", "table");
  }

  @Test
  void keepsATableOfTwoColumnsBesideAWiderOne() {
    Outcome outcome =
        read(
            new XlsxFile()
                .texts("Écoles", "école;élèves\nJean Macé;120\nPasteur;95")
                .texts("Cantines", "école;repas;prix\nJean Macé;80;3\nPasteur;60;3"));
    assertThat(outcome.reading().sheet()).isEqualTo("Écoles");
    assertThat(outcome.reading().sheets()).extracting(SheetSummary::role).containsOnly("table");
  }

  @Test
  void readsTheSheetAskedFor() {
    XlsxFile file =
        new XlsxFile()
            .texts("A", "nom;nombre\nx;1\ny;2")
            .texts("B", "ville;nombre\nTours;1\nBlois;2");
    ReadOptions options = ReadOptions.NONE.withSheet("B");
    assertThat(Outcome.of("a.xlsx", file.bytes(), options).columns())
        .containsExactly("ville", "nombre");
    ReadOptions wrong = ReadOptions.NONE.withSheet("C");
    assertThat(Outcome.of("a.xlsx", file.bytes(), wrong).refusal()).isEqualTo("no-such-sheet");
  }

  @Test
  void takesTheHeaderRowsAPersonGave() {
    XlsxFile file = new XlsxFile().texts("A", "2024;rapport\nnom;nombre\nx;1\ny;2");
    ReadOptions options = ReadOptions.NONE.withHeaderRows(List.of(2L));
    assertThat(Outcome.of("a.xlsx", file.bytes(), options).columns())
        .containsExactly("nom", "nombre");
  }

  @Test
  void neverPublishesAHiddenSheetAndSaysSo() {
    Outcome outcome =
        read(
            new XlsxFile()
                .sheet("Cache", "hidden", XlsxFile.rows("nom;tel\nDupont;0123456789"), "")
                .texts("Vu", "ville;nombre\nTours;1\nBlois;2"));
    assertThat(outcome.reading().sheet()).isEqualTo("Vu");
    assertThat(outcome.notes()).contains("hidden-sheets");
    assertThat(outcome.reading().sheets().get(0).hidden()).isTrue();
  }

  @Test
  void readsAHiddenSheetWhenItIsTheOnlyOne() {
    XlsxFile file =
        new XlsxFile()
            .sheet("A", "veryHidden", XlsxFile.rows("ville;nombre\nTours;1\nBlois;2"), "");
    assertThat(read(file).rows()).hasSize(2);
  }

  @Test
  void tellsWhatTheWorkbookCarriesBesideItsTable() {
    Outcome outcome =
        read(
            new XlsxFile()
                .sheet(
                    "A",
                    "visible",
                    header("nom;nombre")
                        + "<row hidden=\"1\"><c><v>1</v></c><c><v>2</v></c></row>"
                        + "<row><c><v>3</v></c><c><v>4</v></c></row>",
                    "")
                .relation("externalLink", "externalLinks/externalLink1.xml")
                .part(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    "<Relationships><Relationship Id=\"c\" Type=\"x/comments\""
                        + " Target=\"../comments1.xml\"/></Relationships>")
                .part(
                    "xl/comments1.xml",
                    "<comments><authors><author>X</author></authors><commentList>"
                        + "<comment ref=\"A1\"/></commentList></comments>")
                .part("docProps/core.xml", "<p><creator>X</creator></p>"));
    assertThat(outcome.notes()).contains("hidden-rows", "external-links", "comments", "author");
    assertThat(outcome.lines()).containsExactly("3 | 4");
  }

  private static final String PEOPLE =
      header("nom;téléphone;ville;montant")
          + XlsxFile.rows("Club;0612345678;Tours;10\nAmis;0698765432;Blois;20");

  @Test
  void leavesHiddenColumnsOutAndNamesThem() {
    Zips zip = hiding("<col min=\"2\" max=\"2\" hidden=\"1\"/>", PEOPLE, "");
    Outcome outcome = Outcome.of("a.xlsx", zip.bytes());
    assertThat(outcome.columns()).containsExactly("nom", "ville", "montant");
    assertThat(outcome.lines()).containsExactly("Club | Tours | 10", "Amis | Blois | 20");
    assertThat(note(outcome, "hidden-columns")).containsEntry("columns", "B");
    assertThat(outcome.reading().toString()).doesNotContain("0612345678", "téléphone");

    Outcome all = Outcome.of("a.xlsx", zip.bytes(), ReadOptions.NONE.withHidden(true));
    assertThat(all.columns()).containsExactly("nom", "téléphone", "ville", "montant");
    assertThat(all.notes()).contains("hidden-columns-read");
  }

  @Test
  void leavesHiddenRowsOutAndNamesThem() {
    String rows =
        header("nom;montant")
            + XlsxFile.rows("Club;10")
            + "<row hidden=\"1\"><c t=\"str\"><v>secret</v></c><c><v>9</v></c></row>"
            + XlsxFile.rows("Amis;20\nChorale;30");
    Outcome outcome = Outcome.of("a.xlsx", hiding("", rows, "").bytes());
    assertThat(outcome.lines()).containsExactly("Club | 10", "Amis | 20", "Chorale | 30");
    assertThat(outcome.sourceRows()).containsExactly(2L, 4L, 5L);
    assertThat(outcome.reading().skipped()).contains(new SkippedRow(3, RowRole.HIDDEN, ""));
    assertThat(note(outcome, "hidden-rows")).containsEntry("rows", "3");
    assertThat(outcome.reading().toString()).doesNotContain("secret");
  }

  @Test
  void readsWhatAFilterOrAFoldedGroupKeepsOutOfSight() {
    String rows =
        "<row><c t=\"str\"><v>nom</v></c><c t=\"str\"><v>montant</v></c><c t=\"str\"><v>part</v></c>"
            + "</row><row hidden=\"1\"><c t=\"str\"><v>Club</v></c><c><v>10</v></c><c><v>1</v></c>"
            + "</row><row><c t=\"str\"><v>Amis</v></c><c><v>20</v></c><c><v>2</v></c></row>";
    String filter = "<autoFilter ref=\"A1:C3\"><filterColumn colId=\"0\"/></autoFilter>";
    String columns = "<col min=\"3\" max=\"3\" hidden=\"1\" outlineLevel=\"1\"/>";
    Outcome outcome = Outcome.of("a.xlsx", hiding(columns, rows, filter).bytes());
    assertThat(outcome.lines()).containsExactly("Club | 10 | 1", "Amis | 20 | 2");
    assertThat(outcome.notes()).contains("filtered-rows", "folded-columns");
    String group = rows.replace("hidden=\"1\"", "hidden=\"1\" outlineLevel=\"1\"");
    assertThat(Outcome.of("a.xlsx", hiding("", group, "").bytes()).notes())
        .containsExactly("folded-rows");
  }

  @Test
  void readsRowsHiddenByTheFilterOfARangeNamedAsATable() {
    String rows =
        header("nom;montant")
            + "<row hidden=\"1\"><c t=\"str\"><v>Club</v></c><c><v>9</v></c></row>"
            + XlsxFile.rows("Amis;20\nChorale;30");
    Zips zip =
        hiding("", rows, "")
            .with(
                "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships><Relationship Id=\"t\" Type=\"x/table\""
                    + " Target=\"../tables/table1.xml\"/></Relationships>")
            .with(
                "xl/tables/table1.xml",
                "<table ref=\"A1:B4\"><autoFilter ref=\"A1:B4\"><filterColumn colId=\"1\"/>"
                    + "</autoFilter></table>");
    assertThat(Outcome.of("a.xlsx", zip.bytes()).lines())
        .containsExactly("Club | 9", "Amis | 20", "Chorale | 30");
  }

  private static final String HIDDEN_NOTE =
      "<row hidden=\"1\"><c t=\"str\"><v>secret</v></c></row>";

  @Test
  void leavesOutRowsHiddenByHandOutsideTheRangeOfAFilter() {
    String rows =
        HIDDEN_NOTE
            + header("nom;montant")
            + "<row hidden=\"1\"><c t=\"str\"><v>Club</v></c><c><v>9</v></c></row>"
            + XlsxFile.rows("Amis;20\nChorale;30");
    String filter =
        "<autoFilter ref=\"A2:B5\"><filterColumn colId=\"1\"/></autoFilter>"
            + "<sheetPr filterMode=\"1\"/>";
    Outcome outcome = Outcome.of("a.xlsx", hiding("", rows, filter).bytes());
    assertThat(outcome.lines()).containsExactly("Club | 9", "Amis | 20", "Chorale | 30");
    assertThat(outcome.notes()).contains("hidden-rows", "filtered-rows");
    assertThat(outcome.reading().toString()).doesNotContain("secret");
  }

  @Test
  void takesARowWithoutHeightForAHiddenOne() {
    String rows =
        header("nom;montant")
            + HIDDEN_NOTE.replace("hidden=\"1\"", "ht=\"0\" customHeight=\"1\"")
            + XlsxFile.rows("Amis;20\nChorale;30");
    Outcome outcome = Outcome.of("a.xlsx", hiding("", rows, "").bytes());
    assertThat(outcome.lines()).containsExactly("Amis | 20", "Chorale | 30");
    assertThat(outcome.notes()).contains("hidden-rows");
  }

  @Test
  void takesNoFilterOfASavedViewForOneThatIsOn() {
    String rows = HIDDEN_NOTE + header("nom;montant") + XlsxFile.rows("Amis;20\nChorale;30");
    String views =
        "<customSheetViews><customSheetView><autoFilter ref=\"A1:B4\"><filterColumn"
            + " colId=\"1\"/></autoFilter></customSheetView></customSheetViews>";
    Outcome outcome = Outcome.of("a.xlsx", hiding("", rows, views).bytes());
    assertThat(outcome.lines()).containsExactly("Amis | 20", "Chorale | 30");
    assertThat(outcome.reading().toString()).doesNotContain("secret");
  }

  @Test
  void readsDatesThatAreWrittenAsSuch() {
    String rows =
        header("nom;jour")
            + "<row><c t=\"str\"><v>a</v></c><c t=\"d\"><v>2022-02-01T00:00:00.000</v></c></row>"
            + "<row><c t=\"str\"><v>b</v></c><c t=\"d\"><v>2022-02-01T14:30:00</v></c></row>";
    assertThat(read(new XlsxFile().sheet("A", rows)).lines())
        .containsExactly("a | 2022-02-01", "b | 2022-02-01T14:30:00");
  }

  @Test
  void dropsCharactersOfCodeZero() {
    String rows = XlsxFile.rows("nom;nombre\na_x0000_b;1\nc;2");
    assertThat(read(new XlsxFile().sheet("A", rows)).lines()).containsExactly("ab | 1", "c | 2");
  }

  @Test
  void readsASheetOfWhichEverythingIsHidden() {
    Zips zip = hiding("<col min=\"1\" max=\"4\" hidden=\"1\"/>", PEOPLE, "");
    Outcome outcome = Outcome.of("a.xlsx", zip.bytes());
    assertThat(outcome.columns()).hasSize(4);
    assertThat(outcome.notes()).contains("hidden-columns-read");
  }

  @Test
  void saysNothingOfHiddenColumnsThatHoldNothing() {
    Zips zip = hiding("<col min=\"7\" max=\"16384\" hidden=\"1\"/>", PEOPLE, "");
    assertThat(Outcome.of("a.xlsx", zip.bytes()).notes()).isEmpty();
  }

  @Test
  void givesRowsOfAMergedCellItsValue() {
    String rows =
        XlsxFile.rows("canton;commune;habitants\nNord;Ablis;120\n;Baule;80\n;Cléry;95\nSud;Dry;70");
    String merges = "<mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"A5:B5\"/></mergeCells>";
    Outcome outcome = read(new XlsxFile().sheet("A", "visible", rows, merges));
    assertThat(outcome.lines())
        .containsExactly(
            "Nord | Ablis | 120", "Nord | Baule | 80", "Nord | Cléry | 95", "Sud | Dry | 70");
    assertThat(note(outcome, "merged-cells")).containsEntry("count", "1");
  }

  /** A workbook of one sheet whose columns are described. */
  private static Zips hiding(String columns, String rows, String after) {
    String sheet =
        "<worksheet><cols>"
            + columns
            + "</cols><sheetData>"
            + rows
            + "</sheetData>"
            + after
            + "</worksheet>";
    return new XlsxFile().sheet("A", "").zip().with("xl/worksheets/sheet1.xml", sheet);
  }

  private static Map<String, String> note(Outcome outcome, String code) {
    return outcome.reading().notes().stream()
        .filter(note -> note.code().equals(code))
        .findFirst()
        .orElseThrow()
        .parameters();
  }

  @Test
  void joinsAHeaderMergedOverTwoRows() {
    String rows =
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nom</v></c><c r=\"B1\" t=\"str\"><v>Adresse</v></c>"
            + "</row><row r=\"2\"><c r=\"B2\" t=\"str\"><v>Rue</v></c>"
            + "<c r=\"C2\" t=\"str\"><v>Ville</v></c></row>"
            + XlsxFile.rows("Léa;rue A;Tours\nTom;rue B;Blois");
    String merges = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>";
    Outcome outcome = read(new XlsxFile().sheet("A", "visible", rows, merges));
    assertThat(outcome.columns()).containsExactly("Nom", "Adresse Rue", "Adresse Ville");
    assertThat(outcome.reading().headerRows()).containsExactly(1L, 2L);
    assertThat(outcome.rows()).hasSize(2);
  }

  @Test
  void joinsNamesBelowMergedNamesOfGroups() {
    String rows =
        XlsxFile.rows(
            "Lieu;;Bâtiment;;;Ouverture;Fréquentation\nNom;Code;Type;Surface;Gérant;;\n"
                + "Dry;45370;Salle;1200;Ville;2001;85\nBaule;45130;Stade;8000;Ville;1985;40\n"
                + "Cléry;45370;Salle;900;Club;2010;70");
    String merges = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:E1\"/></mergeCells>";
    Outcome outcome = read(new XlsxFile().sheet("A", "visible", rows, merges));
    assertThat(outcome.columns())
        .containsExactly(
            "Lieu Nom",
            "Lieu Code",
            "Bâtiment Type",
            "Bâtiment Surface",
            "Bâtiment Gérant",
            "Ouverture",
            "Fréquentation");
    assertThat(outcome.reading().headerRows()).containsExactly(1L, 2L);
    assertThat(outcome.rows()).hasSize(3);
  }

  @Test
  void joinsNamesBelowMergedNamesInATableOfTexts() {
    String rows =
        XlsxFile.rows(
            "Club;Personne;;Lieu\n;Nom;Rôle;\nRugby;Léa;Présidente;Stade\nJudo;Tom;Trésorier;Dojo");
    String merges = "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>";
    Outcome outcome = read(new XlsxFile().sheet("A", "visible", rows, merges));
    assertThat(outcome.columns()).containsExactly("Club", "Personne Nom", "Personne Rôle", "Lieu");
    assertThat(outcome.rows()).hasSize(2);
  }

  @Test
  void keepsTheFirstRowBelowAMergedNameWhenItIsData() {
    String rows =
        XlsxFile.rows(
            "Club;Adresse;;Membres\nRugby;rue A;Tours;30\nJudo;rue B;Tours;12\nDanse;rue C;Blois;8");
    String merges = "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>";
    Outcome outcome = read(new XlsxFile().sheet("A", "visible", rows, merges));
    assertThat(outcome.reading().headerRows()).containsExactly(1L);
    assertThat(outcome.rows()).hasSize(3);
  }

  @Test
  void showsAChartSheetAsOne() {
    Outcome outcome =
        read(
            new XlsxFile()
                .texts("A", "nom;nombre\nx;1\ny;2")
                .sheet("Dessin", "")
                .part(
                    "xl/worksheets/_rels/sheet2.xml.rels",
                    "<Relationships><Relationship Id=\"d\" Type=\"x/drawing\""
                        + " Target=\"../drawings/drawing1.xml\"/></Relationships>")
                .part("xl/drawings/drawing1.xml", "<d/>")
                .part(
                    "xl/drawings/_rels/drawing1.xml.rels",
                    "<Relationships><Relationship Id=\"c\" Type=\"x/chart\""
                        + " Target=\"../charts/chart1.xml\"/></Relationships>"));
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::role)
        .containsExactly("table", "chart");
  }

  @Test
  void countsEachCommentOfAThreadOnce() {
    Outcome outcome =
        read(
            new XlsxFile()
                .texts("A", "nom;nombre\nx;1\ny;2")
                .part(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    "<Relationships><Relationship Id=\"c\" Type=\"x/comments\""
                        + " Target=\"/xl/comments1.xml\"/><Relationship Id=\"t\""
                        + " Type=\"x/threadedComment\" Target=\"../threads.xml\"/>"
                        + "</Relationships>")
                .part(
                    "xl/comments1.xml",
                    "<comments><commentList><comment ref=\"A1\"/><comment ref=\"A2\"/>"
                        + "</commentList></comments>")
                .part(
                    "xl/threads.xml",
                    "<ThreadedComments><threadedComment ref=\"A1\" id=\"1\"/>"
                        + "<threadedComment ref=\"A1\" parentId=\"1\"/></ThreadedComments>"));
    assertThat(note(outcome, "comments")).containsEntry("count", "3");
  }

  @Test
  void readsAWorkbookWhosePartsLieElsewhere() {
    Zips zip = new XlsxFile().sheet("A", "").zip();
    byte[] file =
        zip.with(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"1\" Type=\"x/officeDocument\""
                    + " Target=\"/classeur/principal.xml\"/></Relationships>")
            .with("xl/workbook.xml", "<html/>")
            .with(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/classeur/principal.xml\" ContentType=\"application/"
                    + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>")
            .with(
                "classeur/principal.xml",
                "<workbook><sheets><sheet name=\"B\" r:id=\"x\"/></sheets></workbook>")
            .with(
                "classeur/_rels/principal.xml.rels",
                "<Relationships><Relationship Id=\"x\" Type=\"x/worksheet\""
                    + " Target=\"feuilles\\b.xml\"/></Relationships>")
            .with(
                "classeur/feuilles/b.xml",
                "<worksheet><sheetData>"
                    + XlsxFile.rows("nom;nombre\nx;1\ny;2")
                    + "</sheetData></worksheet>")
            .bytes();
    assertThat(Outcome.of("a.xlsx", file).lines()).containsExactly("x | 1", "y | 2");
  }

  @Test
  void dropsAStrayColumnFarToTheRightThatHoldsNothing() {
    String rows =
        header("nom;nombre")
            + XlsxFile.rows("a;1\nb;2")
            + "<row r=\"5\"><c r=\"A5\"><v>3</v></c><c r=\"XFD5\" t=\"str\"><v> </v></c></row>";
    Outcome outcome = read(new XlsxFile().sheet("A", rows));
    assertThat(outcome.columns().subList(0, 2)).containsExactly("nom", "nombre");
    assertThat(outcome.columns()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void readsPartsWithPrefixesAndOtherEncodings() {
    byte[] utf16 =
        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><x:worksheet xmlns:x=\""
                + XlsxFile.MAIN
                + "\"><x:sheetData><x:row><x:c t=\"str\"><x:v>été</x:v></x:c><x:c t=\"str\">"
                + "<x:v>nombre</x:v></x:c></x:row><x:row><x:c t='str'><x:v>a</x:v></x:c>"
                + "<x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>")
            .getBytes(StandardCharsets.UTF_16);
    Zips zip = new XlsxFile().sheet("A", "").zip().with("xl/worksheets/sheet1.xml", utf16);
    assertThat(Outcome.of("a.xlsx", zip.bytes()).columns()).containsExactly("été", "nombre");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>999999999</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        "<c r=\"A1\"><v>1</v></c>",
        "<row r=\"99999999999999\"><c><v>1</v></c></row>",
        "<row r=\"-1\"><c><v>1</v></c></row>",
        "<row><c><v>1</v></row>",
        "<row>"
      })
  void refusesBrokenSheets(String rows) {
    assertThat(read(new XlsxFile().sheet("A", rows)).refusal()).isEqualTo("corrupt-workbook");
  }

  @Test
  void putsRowsAndCellsThatComeInDisorderInTheirPlaces() {
    String rows =
        "<row r=\"1\"><c r=\"b1\" t=\"str\"><v>ville</v></c><c r=\"A1\" t=\"str\"><v>nom</v>"
            + "</c></row><row r=\"4\"><c t=\"str\"><v>Zoé</v></c><c><v>4</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>Léa</v></c><c r=\"B2\"><v>2</v></c></row>"
            + "<row><c t=\"str\"><v>Tom</v></c><c><v>3</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>second</v></c></row>";
    Outcome outcome = read(new XlsxFile().sheet("A", rows));
    assertThat(outcome.columns()).containsExactly("nom", "ville");
    assertThat(outcome.lines()).containsExactly("Léa | 2", "Tom | 3", "Zoé | 4");
    assertThat(outcome.sourceRows()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void refusesACellFarBeyondTheLastColumn() {
    XlsxFile file = new XlsxFile().sheet("A", "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>");
    assertThat(read(file).refusal()).isEqualTo("too-many-columns");
  }

  @Test
  void refusesEntityBombsAndExternalEntities() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>";
    String outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet></worksheet>";
    for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
      for (String xml : List.of(bomb, outside)) {
        byte[] file = new XlsxFile().texts("A", "n\n1").zip().with(part, xml).bytes();
        assertThat(Outcome.of("a.xlsx", file).refusal()).isEqualTo("xml-doctype");
      }
    }
  }

  @Test
  void refusesXmlDeeperThanItsLimit() {
    String deep = "<a>".repeat(10_000);
    byte[] file =
        new XlsxFile().sheet("A", "").zip().with("xl/worksheets/sheet1.xml", deep).bytes();
    assertThat(Outcome.of("a.xlsx", file).refusal()).isEqualTo("xml-too-deep");
  }

  @Test
  void refusesAWorkbookCutShort() {
    byte[] whole = new XlsxFile().texts("A", "nom;nombre\na;1").bytes();
    for (int length : new int[] {30, whole.length / 2, whole.length - 10}) {
      String code = Outcome.of("a.xlsx", Arrays.copyOf(whole, length)).refusal();
      assertThat(code).isEqualTo("corrupt-workbook");
    }
  }

  @Test
  void neverFailsOnAWorkbookWithOneByteChanged() {
    byte[] whole =
        new XlsxFile().style(170, "00000").string("<t>a</t>").texts("A", "nom;nombre\na;1").bytes();
    for (int i = 0; i < whole.length; i += 5) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      // either outcome will do; an exception will not
      Outcome.of("a.xlsx", changed);
    }
  }

  @Test
  void refusesAWorkbookOfEmptySheets() {
    assertThat(read(new XlsxFile().sheet("A", "").sheet("B", "")).refusal())
        .isEqualTo("empty-workbook");
  }

  private static String header(String names) {
    return XlsxFile.rows(names);
  }

  private static Outcome read(XlsxFile file) {
    return Outcome.of("essai.xlsx", file.bytes());
  }
}
