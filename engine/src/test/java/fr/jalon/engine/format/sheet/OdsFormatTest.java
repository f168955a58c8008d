package fr.jalon.engine.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.Zips;
import fr.jalon.engine.table.SheetSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

class OdsFormatTest {
  private static final String HEADER = row(text("nom") + text("valeur") + text("lieu"));

  @Test
  void refusesACellBeyondAnyColumn() {
    String far = "<table:table-cell table:number-columns-repeated=\"1048576\"/>".repeat(2_100);
    assertThat(read(HEADER + row(far + text("x"))).refusal()).isEqualTo("too-many-columns");
  }

  @Test
  void readsEveryTypeOfValueExactly() {
    Outcome outcome =
        read(
            HEADER
                + row(
                    text("date") + cell("date", "date-value", "2022-03-12", "12/03/22") + text("a"))
                + row(
                    text("jour et heure")
                        + cell("date", "date-value", "2022-03-12T14:30:00", "12/03/22 14:30")
                        + text("a"))
                + row(
                    text("minuit")
                        + cell("date", "date-value", "2022-03-12T00:00:00", "x")
                        + text("a"))
                + row(
                    text("calcul")
                        + cell("date", "date-value", "2022-03-12T14:29:59.999999497", "14:30")
                        + text("a"))
                + row(
                    text("heure")
                        + cell("time", "time-value", "PT14H29M59.999999S", "14:30")
                        + text("a"))
                + row(
                    text("durée")
                        + cell("time", "time-value", "PT27H17M54S", "27:17:54")
                        + text("a"))
                + row(
                    text("booléen") + cell("boolean", "boolean-value", "true", "VRAI") + text("a"))
                + row(text("part") + cell("percentage", "value", "0.125", "12,5 %") + text("a"))
                + row(
                    text("euros") + cell("currency", "value", "1556280", "1 556 280 €") + text("a"))
                + row(text("code") + cell("float", "value", "1015", "01015") + text("a"))
                + row(
                    text("téléphone")
                        + cell("float", "value", "476544254", "04 76 54 42 54")
                        + text("a"))
                + row(
                    text("nombre")
                        + cell("float", "value", "2.1450234000017E+13", "2,1E+13")
                        + text("a")));
    assertThat(outcome.rows().stream().map(row -> row.get(1)))
        .containsExactly(
            "2022-03-12",
            "2022-03-12T14:30:00",
            "2022-03-12",
            "2022-03-12T14:30:00",
            "14:30:00",
            "27:17:54",
            "true",
            "0.125",
            "1556280",
            "01015",
            "04 76 54 42 54",
            "21450234000017");
  }

  @Test
  void writesRepeatedCellsAndRowsOut() {
    Outcome outcome =
        read(
            HEADER
                + "<table:table-row table:number-rows-repeated=\"2\">"
                + text("a")
                + "<table:table-cell table:number-columns-repeated=\"2\""
                + " office:value-type=\"float\" office:value=\"3\"><text:p>3</text:p>"
                + "</table:table-cell><table:table-cell table:number-columns-repeated=\"16000\"/>"
                + "</table:table-row>"
                + row(text("b") + cell("float", "value", "4", "4") + text("c"))
                + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
                + " table:number-columns-repeated=\"16384\"/></table:table-row>");
    assertThat(outcome.lines()).containsExactly("a | 3 | 3", "a | 3 | 3", "b | 4 | c");
    assertThat(outcome.sourceRows()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void keepsSpacesAndLinesOfTextsAndLeavesCommentsOut() {
    Outcome outcome =
        read(
            HEADER
                + row(
                    "<table:table-cell office:value-type=\"string\"><office:annotation><dc:creator>"
                        + "X</dc:creator><text:p>secret</text:p></office:annotation>"
                        + "<text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p>"
                        + "</table:table-cell>"
                        + cell("float", "value", "1", "1")
                        + text("x"))
                + row(text("d") + cell("float", "value", "2", "2") + text("y")));
    assertThat(outcome.rows().get(0).get(0)).isEqualTo("a  b\nc");
    assertThat(outcome.notes()).contains("comments");
  }

  @Test
  void leavesHiddenSheetsAndLinkedFilesOut() {
    String hidden =
        "<style:style style:name=\"h\" style:family=\"table\"><style:table-properties"
            + " table:display=\"false\"/></style:style>";
    String sheets =
        table("Cache", "h", HEADER + row(text("a") + text("b") + text("c")))
            + table("'file:///C:/x.ods'#$A", "e", row(text("tiers")))
            + table(
                "Vu", "v", HEADER + row(text("a") + cell("float", "value", "1", "1") + text("c")));
    Outcome outcome = Outcome.of("a.ods", ods(hidden, sheets).bytes());
    assertThat(outcome.reading().sheet()).isEqualTo("Vu");
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::name)
        .containsExactly("Cache", "Vu");
    assertThat(outcome.notes()).contains("hidden-sheets", "external-links");
  }

  @Test
  void leavesHiddenRowsAndColumnsOutButReadsFilteredOnes() {
    String rows =
        "<table:table-column/><table:table-column table:visibility=\"collapse\"/>"
            + "<table:table-column/>"
            + row(text("nom") + text("tél") + text("lieu"))
            + row(text("a") + text("06") + text("x"))
            + "<table:table-row table:visibility=\"filter\">"
            + (text("b") + text("07") + text("y"))
            + "</table:table-row><table:table-row table:visibility=\"collapse\">"
            + (text("c") + text("08") + text("z"))
            + "</table:table-row>"
            + row(text("d") + text("09") + text("t"));
    String table = table("A", "v", rows).replaceFirst("<table:table-column/>", "");
    Outcome outcome = Outcome.of("a.ods", ods("", table).bytes());
    assertThat(outcome.columns()).containsExactly("nom", "lieu");
    assertThat(outcome.lines()).containsExactly("a | x", "b | y", "d | t");
    assertThat(outcome.sourceRows()).containsExactly(2L, 3L, 5L);
    assertThat(outcome.notes()).contains("hidden-columns", "hidden-rows", "filtered-rows");
  }

  @Test
  void countsWhatTheSpreadsheetCarriesBesideItsTable() {
    String content =
        "<table:tracked-changes><table:deletion><table:cut-offs/></table:deletion>"
            + "<table:insertion/></table:tracked-changes>"
            + table(
                "A", "v", HEADER + row(text("a") + cell("float", "value", "1", "1") + text("c")))
            + "<table:named-expressions><table:named-expression"
            + " table:expression=\"'file:///C:/x.ods'#$A.A1\"/></table:named-expressions>"
            + "<table:database-ranges><table:database-range><table:database-source-sql/>"
            + "</table:database-range></table:database-ranges>";
    byte[] file =
        ods("", content)
            .with("Object 1/content.xml", "<x/>")
            .with("Basic/Standard/Module1.xml", "<x/>")
            .with("meta.xml", "<m><meta:initial-creator>Jeanne</meta:initial-creator></m>")
            .bytes();
    assertThat(Outcome.of("a.ods", file).notes())
        .containsExactlyInAnyOrder(
            "revisions", "external-names", "connections", "embedded-objects", "macros", "author");
  }

  @Test
  void refusesAFilledRowRepeatedAMillionTimes() {
    String rows =
        "<table:table-row table:number-rows-repeated=\"1048576\">"
            + text("x")
            + "</table:table-row>";
    assertThat(read(rows).refusal()).isEqualTo("repeat-bomb");
  }

  @Test
  void refusesAFilledCellRepeatedBeyondTheLastColumn() {
    String row =
        row(
            "<table:table-cell table:number-columns-repeated=\"999999999\""
                + " office:value-type=\"string\"><text:p>x</text:p></table:table-cell>");
    assertThat(read(row).refusal()).isEqualTo("too-many-columns");
  }

  @Test
  void refusesTooManyRepeatedCells() {
    String row =
        "<table:table-row table:number-rows-repeated=\"90000\"><table:table-cell"
            + " table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x"
            + "</text:p></table:table-cell></table:table-row>";
    assertThat(read(row).refusal()).isIn("too-many-cells", "repeat-bomb");
  }

  @Test
  void refusesAProtectedSpreadsheet() {
    byte[] file =
        ods("", "").with("META-INF/manifest.xml", "<m:x><m:encryption-data/></m:x>").bytes();
    assertThat(Outcome.of("a.ods", file).refusal()).isEqualTo("password-protected");
  }

  @Test
  void refusesAContentThatIsNoXml() {
    byte[] file = ods("", "").with("content.xml", "bonjour").bytes();
    assertThat(Outcome.of("a.ods", file).refusal()).isEqualTo("corrupt-workbook");
  }

  @Test
  void readsAContentThatIsSoundWhateverIsBesideIt() {
    String rows = HEADER + row(text("a") + cell("float", "value", "1", "1") + text("c"));
    for (String part :
        List.of("mimetype", "meta.xml", "styles.xml", "settings.xml", "META-INF/manifest.xml")) {
      for (String damage : List.of("gone", "", "<a><b>", "bonjour", "\0\1<\2")) {
        Zips zip = ods("", table("Feuille1", "v", rows)).with("meta.xml", "<m/>");
        zip.with("META-INF/manifest.xml", "<m:manifest/>");
        zip = damage.equals("gone") ? zip.without(part) : zip.with(part, damage);
        Outcome outcome = Outcome.of("a.zip", zip.bytes());
        assertThat(outcome.reading().format()).as("%s: %s", part, damage).isEqualTo("ods");
        assertThat(outcome.lines()).containsExactly("a | 1 | c");
        boolean told = part.equals("meta.xml") && !damage.equals("gone");
        assertThat(outcome.notes()).isEqualTo(told ? List.of("damaged-parts") : List.of());
      }
    }
  }

  @Test
  void takesNoOtherDocumentForASpreadsheet() {
    String manifest =
        "<m:manifest><m:file-entry m:full-path=\"/\" m:media-type=\"application/vnd.oasis"
            + ".opendocument.%s\"/><m:file-entry m:full-path=\"Object 1/\" m:media-type=\""
            + OdsReader.MIMETYPE
            + "\"/></m:manifest>";
    String text =
        "<office:document-content><office:body><office:text>"
            + table("T", "v", HEADER)
            + "</office:text></office:body></office:document-content>";
    Zips zip = new Zips().with("content.xml", text);
    zip.with("META-INF/manifest.xml", manifest.formatted("text"));
    assertThat(Outcome.of("a.ods", zip.bytes()).refusal()).isEqualTo("not-a-table.archive");
    zip.with("mimetype", "application/vnd.oasis.opendocument.text");
    assertThat(Outcome.of("a.ods", zip.bytes()).refusal()).isEqualTo("not-a-table.text");
    zip = new Zips().with("content.xml", "bonjour");
    zip.with("META-INF/manifest.xml", manifest.formatted("spreadsheet"));
    assertThat(Outcome.of("a.ods", zip.bytes()).refusal()).isEqualTo("corrupt-workbook");
    zip = new Zips().with("content.xml", "<page><corps><office/></corps></page>");
    assertThat(Outcome.of("a.zip", zip.bytes()).refusal()).isEqualTo("not-a-table.archive");
  }

  @Test
  void takesAttributesThatSayNothingForAbsent() {
    String rows =
        HEADER
            + "<table:table-row table:number-rows-repeated=\"\">"
            + text("a")
            + cell("float", "value", "", "12,5")
            + "<table:table-cell table:number-columns-repeated=\"\""
            + " table:number-columns-spanned=\" \" office:value-type=\"string\"><text:p>x<text:s"
            + " text:c=\"\"/>y</text:p></table:table-cell></table:table-row>";
    assertThat(read(rows).lines()).containsExactly("a | 12,5 | x y");
  }

  private static Outcome read(String rows) {
    return Outcome.of("a.ods", ods("", table("Feuille1", "v", rows)).bytes());
  }

  private static Zips ods(String styles, String tables) {
    return new Zips()
        .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .with(
            "content.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content>"
                + "<office:automatic-styles>"
                + styles
                + "</office:automatic-styles><office:body>"
                + "<office:spreadsheet>"
                + tables
                + "</office:spreadsheet></office:body>"
                + "</office:document-content>");
  }

  private static String table(String name, String style, String rows) {
    return "<table:table table:name=\""
        + name
        + "\" table:style-name=\""
        + style
        + "\"><table:table-column/>"
        + rows
        + "</table:table>";
  }

  private static String row(String cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
  }

  private static String text(String text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>"
        + text
        + "</text:p></table:table-cell>";
  }

  private static String cell(String type, String attribute, String value, String shown) {
    return "<table:table-cell office:value-type=\""
        + type
        + "\" office:"
        + attribute
        + "=\""
        + value
        + "\" calcext:value-type=\"x\"><text:p>"
        + shown
        + "</text:p></table:table-cell>";
  }
}
