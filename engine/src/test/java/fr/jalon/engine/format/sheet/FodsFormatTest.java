package fr.jalon.engine.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import org.junit.jupiter.api.Test;

class FodsFormatTest {
  private static final String START =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"
        office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
      <office:meta><dc:creator>Jeanne</dc:creator></office:meta>
      <office:body><office:spreadsheet>
      """;
  private static final String TABLE =
      """
      <table:table table:name="Lieux"><table:table-column table:number-columns-repeated="2"/>
      <table:table-row><table:table-cell office:value-type="string"><text:p>nom</text:p>
      </table:table-cell><table:table-cell office:value-type="string"><text:p>jour</text:p>
      </table:table-cell></table:table-row>
      <table:table-row><table:table-cell office:value-type="string"><text:p>Léa</text:p>
      </table:table-cell><table:table-cell office:value-type="date"
        office:date-value="2022-02-01"><text:p>01/02/22</text:p></table:table-cell></table:table-row>
      </table:table>
      """;
  private static final String END = "</office:spreadsheet></office:body></office:document>";

  @Test
  void readsASpreadsheetInOneDocumentWhateverItsName() {
    for (String name : new String[] {"lieux.fods", "lieux.xml", "lieux.ods"}) {
      Outcome outcome = Outcome.of(name, START + TABLE + END);
      assertThat(outcome.reading().format()).isEqualTo("fods");
      assertThat(outcome.reading().sheet()).isEqualTo("Lieux");
      assertThat(outcome.columns()).containsExactly("nom", "jour");
      assertThat(outcome.lines()).containsExactly("Léa | 2022-02-01");
      assertThat(outcome.notes()).containsExactly("author");
    }
  }

  @Test
  void refusesOneThatIsCut() {
    assertThat(Outcome.of("a.fods", START + TABLE).refusal()).isEqualTo("corrupt-workbook");
  }

  @Test
  void refusesOneThatHoldsNoSheet() {
    assertThat(Outcome.of("a.fods", START + END).refusal()).isEqualTo("corrupt-workbook");
  }
}
