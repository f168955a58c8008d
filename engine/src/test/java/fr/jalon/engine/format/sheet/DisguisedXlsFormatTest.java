package fr.jalon.engine.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.table.SheetSummary;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class DisguisedXlsFormatTest {
  @Test
  void readsTheXmlOfExcel2003() {
    String xml =
        """
        <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
          xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
          <Styles><Style ss:ID="s1"><NumberFormat ss:Format="00000"/></Style></Styles>
          <Worksheet ss:Name="Lieux"><Table>
            <Row><Cell><Data ss:Type="String">nom</Data></Cell>
              <Cell><Data ss:Type="String">code</Data></Cell>
              <Cell><Data ss:Type="String">jour</Data></Cell></Row>
            <Row ss:Index="3"><Cell><Data ss:Type="String">Léa &amp; Tom</Data></Cell>
              <Cell ss:StyleID="s1"><Data ss:Type="Number">1015</Data></Cell>
              <Cell><Data ss:Type="DateTime">2022-02-01T00:00:00.000</Data></Cell></Row>
            <Row><Cell ss:Index="2"><Data ss:Type="Number">12.5</Data></Cell></Row>
          </Table></Worksheet>
        </Workbook>
        """;
    Outcome outcome = Outcome.of("export.xls", xml);
    assertThat(outcome.columns()).containsExactly("nom", "code", "jour");
    assertThat(outcome.lines()).containsExactly("Léa & Tom | 01015 | 2022-02-01", " | 12.5 | ");
    assertThat(outcome.sourceRows()).containsExactly(3L, 4L);
    assertThat(outcome.reading().sheet()).isEqualTo("Lieux");
  }

  @Test
  void readsTheTableOfAPageNamedXls() {
    String html =
        """
        <html><head><style>td { color: red }</style></head><body><p>Export</p>
        <table border=1><tr><th>nom<th>ville<th>ann&eacute;e</tr>
        <tr><td rowspan="2">L&#233;a</td><td>Tours<br>Nord</td><td>2024</td></tr>
        <tr><td>Blois</td><td>2025</td></tr>
        <tr><td>R&B</td><td colspan=2>à 5 <b>km</b></td></tr></table></body></html>
        """;
    Outcome outcome = Outcome.of("export.xls", html.getBytes(Charset.forName("windows-1252")));
    assertThat(outcome.columns()).containsExactly("nom", "ville", "année");
    assertThat(outcome.lines())
        .containsExactly("Léa | Tours\nNord | 2024", "Léa | Blois | 2025", "R&B | à 5 km | ");
  }

  @Test
  void keepsTheRowsThatComeAfterATableInsideACell() {
    String html =
        """
        <html><body><table><tr><td>nom</td><td>ville</td></tr>
        <tr><td>Léa<table><tr><td>x</td></tr></table></td><td>Tours</td></tr>
        <tr><td>Tom</td><td>Blois</td></tr></table></body></html>
        """;
    Outcome outcome = Outcome.of("a.xls", html);
    assertThat(outcome.columns()).containsExactly("nom", "ville");
    assertThat(outcome.lines()).containsExactly("Léa | Tours", "Tom | Blois");
    assertThat(outcome.reading().sheets()).hasSize(2);
  }

  @Test
  void leavesOutSheetsThatExcel2003Hides() {
    String sheet =
        "<Worksheet ss:Name=\"%s\"><Table><Row><Cell><Data ss:Type=\"String\">nom</Data></Cell>"
            + "<Cell><Data ss:Type=\"String\">ville</Data></Cell></Row><Row><Cell><Data"
            + " ss:Type=\"String\">%s</Data></Cell><Cell><Data ss:Type=\"String\">Tours</Data>"
            + "</Cell></Row></Table><WorksheetOptions><Visible>%s</Visible></WorksheetOptions>"
            + "</Worksheet>";
    Outcome outcome =
        Outcome.of(
            "a.xls",
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                + sheet.formatted("Agents", "Dupont", "SheetVeryHidden")
                + sheet.formatted("Lieux", "Gymnase", "SheetVisible")
                + "</Workbook>");
    assertThat(outcome.reading().sheet()).isEqualTo("Lieux");
    assertThat(outcome.lines()).containsExactly("Gymnase | Tours");
    assertThat(outcome.notes()).contains("hidden-sheets");
  }

  @Test
  void leavesOutSheetsThatAPageInOneFileHides() {
    String hidden =
        MESSAGE.replace(
            "<html><body><table>",
            "<html><head><xml><x:Visible>SheetHidden</x:Visible></xml></head><body><table>");
    Outcome outcome = Outcome.of("liste.xls", hidden);
    assertThat(outcome.reading().sheets()).extracting(SheetSummary::hidden).contains(true, false);
    assertThat(outcome.reading().sheet()).isEqualTo("Suite");
  }

  @Test
  void leavesOutColumnsThatThePageDoesNotShow() {
    String html =
        """
        <html><body><table><col width=80><col width=0 style='display:none;mso-width-alt:0' span=2>
        <tr><td>nom</td><td>mail</td><td>téléphone</td><td>ville</td></tr>
        <tr><td>Léa</td><td>a@b.fr</td><td>0612345678</td><td>Tours</td></tr>
        <tr><td>Tom</td><td>c@d.fr</td><td>0698765432</td><td>Blois</td></tr></table></body></html>
        """;
    Outcome outcome = Outcome.of("a.xls", html);
    assertThat(outcome.columns()).containsExactly("nom", "ville");
    assertThat(outcome.notes()).contains("hidden-columns");
    assertThat(outcome.reading().toString()).doesNotContain("0612345678", "a@b.fr");
  }

  @Test
  void refusesAPageOfMoreColumnsThanASheetHas() {
    String row = "<tr>" + "<td colspan=9999 rowspan=9999></td>".repeat(300_000) + "<td>x</td></tr>";
    assertThat(Outcome.of("a.xls", "<html><table>" + row + "</table></html>").refusal())
        .isEqualTo("too-many-columns");
  }

  private static final String MESSAGE =
      """
      MIME-Version: 1.0
      X-Document-Type: Workbook
      Content-Type: multipart/related;
      \tboundary="----=_NextPart_01"

      Ce document est une page web.

      ------=_NextPart_01
      Content-Location: file:///C:/x/liste.htm
      Content-Transfer-Encoding: quoted-printable
      Content-Type: text/html; charset="us-ascii"

      <html xmlns:x=3D"urn:schemas-microsoft-com:office:excel"><head>
      <!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>Lieux</x:Name></x:ExcelWorksheet>
      <x:ExcelWorksheet><x:Name>Suite</x:Name></x:ExcelWorksheet></xml><![endif]-->
      </head><frameset></frameset></html>

      ------=_NextPart_01
      Content-Location: file:///C:/x/liste_fichiers/sheet001.htm
      Content-Transfer-Encoding: quoted-printable
      Content-Type: text/html; charset="windows-1252"

      <html><body><table><tr><td>nom</td><td>ann=E9e</td></tr><tr><td>L=
      =E9a</td><td>2024</td></tr></table></body></html>

      ------=_NextPart_01
      Content-Location: file:///C:/x/liste_fichiers/image001.png
      Content-Transfer-Encoding: base64
      Content-Type: image/png

      PHRhYmxlPg==

      ------=_NextPart_01
      Content-Location: file:///C:/x/liste_fichiers/sheet002.htm
      Content-Transfer-Encoding: base64
      Content-Type: text/html; charset="utf-8"

      PHRhYmxlPjx0cj48dGQ+YTwvdGQ+PC90cj48L3RhYmxlPg==
      ------=_NextPart_01--
      """;

  @Test
  void readsAWorkbookSavedAsAWebPageInOneFile() {
    for (String text : new String[] {MESSAGE, MESSAGE.replace("\n", "\r\n")}) {
      Outcome outcome = Outcome.of("liste.xls", text);
      assertThat(outcome.reading().sheets())
          .extracting(SheetSummary::name)
          .containsExactly("Lieux", "Suite");
      assertThat(outcome.columns()).containsExactly("nom", "année");
      assertThat(outcome.lines()).containsExactly("Léa | 2024");
    }
  }

  @Test
  void refusesAMessageThatHoldsNoTable() {
    String text = MESSAGE.replace("text/html", "text/plain");
    assertThat(Outcome.of("a.mht", text).refusal()).isEqualTo("not-a-table.web-page");
    assertThat(Outcome.of("a.mht", MESSAGE.replace("boundary=", "x=")).refusal())
        .isEqualTo("corrupt-workbook");
  }

  @Test
  void refusesAWebPageOfAnotherName() {
    String html = "<!DOCTYPE html><html><body><table><tr><td>Erreur 404</td></tr></table></html>";
    assertThat(Outcome.of("donnees.csv", html).refusal()).contains("web-page");
    assertThat(Outcome.of("a.xls", "<html><body>Erreur</body></html>").refusal())
        .isEqualTo("not-a-table.web-page");
  }

  @Test
  void refusesABrokenXml() {
    String xml = "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet>";
    assertThat(Outcome.of("a.xls", xml).refusal()).isEqualTo("corrupt-workbook");
  }
}
