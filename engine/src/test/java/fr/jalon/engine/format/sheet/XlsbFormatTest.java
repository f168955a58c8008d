package fr.jalon.engine.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.table.SheetSummary;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class XlsbFormatTest {
  private static XlsbFile.Cells header(String... names) {
    return new XlsbFile.Cells().row(1).texts(names);
  }

  @Test
  void readsEveryKindOfCell() {
    XlsbFile file =
        new XlsbFile()
            .string("Léa")
            .style(165, "00000")
            .style(166, "dd/mm/yyyy")
            .sheet(
                "Données",
                header("nom", "code", "jour", "ouvert", "taux", "part")
                    .row(2)
                    .shared(0)
                    .packed(1015 << 2 | 2, 1)
                    .number(44593, 2)
                    .bool(true)
                    .error(0x2a)
                    .packed(1250 << 2 | 3, 0)
                    .row(4)
                    .formulaText("Tom")
                    .formulaNumber(37000)
                    .number(44594.5, 2)
                    .bool(false)
                    .error(0x17)
                    .number(21450234000017.0, 0));
    Outcome outcome = Outcome.of("a.xlsb", file.bytes());
    assertThat(outcome.reading().format()).isEqualTo("xlsb");
    assertThat(outcome.reading().sheet()).isEqualTo("Données");
    assertThat(outcome.lines())
        .containsExactly(
            "Léa | 01015 | 2022-02-01 | true | #N/A | 12.5",
            "Tom | 37000 | 2022-02-02 | false | #REF! | 21450234000017");
    assertThat(outcome.sourceRows()).containsExactly(2L, 4L);
    assertThat(outcome.notes()).contains("error-cells");
  }

  @Test
  void countsDaysFrom1904WhenTheWorkbookDoes() {
    XlsbFile file =
        new XlsbFile()
            .from1904()
            .style(14, "dd/mm/yyyy")
            .sheet("A", header("jour", "nombre").row(2).number(43131, 1).number(1, 0));
    assertThat(Outcome.of("a.xlsb", file.bytes()).lines()).containsExactly("2022-02-01 | 1");
  }

  @Test
  void neverPublishesAHiddenSheet() {
    XlsbFile file =
        new XlsbFile()
            .sheet("Cache", 2, XlsbFile.texts("nom", "Dupont"))
            .sheet("Vu", header("ville", "nombre").row(2).texts("Tours").number(1, 0));
    Outcome outcome = Outcome.of("a.xlsb", file.bytes());
    assertThat(outcome.reading().sheet()).isEqualTo("Vu");
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::hidden)
        .containsExactly(true, false);
    assertThat(outcome.notes()).contains("hidden-sheets");
  }

  @Test
  void putsCellsThatComeInDisorderInTheirPlaces() {
    XlsbFile file =
        new XlsbFile()
            .sheet(
                "A",
                header("nom", "ville")
                    .row(3)
                    .texts("Tom", "Blois")
                    .row(2)
                    .column(1)
                    .texts("Tours")
                    .column(0)
                    .texts("Léa"));
    Outcome outcome = Outcome.of("a.xlsb", file.bytes());
    assertThat(outcome.lines()).containsExactly("Léa | Tours", "Tom | Blois");
  }

  @Test
  void readsCellsThatSayNoColumn() {
    XlsbFile.Records shorts =
        new XlsbFile.Records()
            .add(18, XlsbFile.i32(0), XlsbFile.i32(0))
            .add(13, XlsbFile.i32(0), XlsbFile.i32(7 << 2 | 2))
            .add(15, XlsbFile.i32(0), new byte[] {1});
    XlsbFile file =
        new XlsbFile()
            .string("Léa")
            .sheet("A", header("nom", "nombre", "ouvert").row(2).raw(shorts));
    assertThat(Outcome.of("a.xlsb", file.bytes()).lines()).containsExactly("Léa | 7 | true");
  }

  @Test
  void leavesHiddenColumnsAndRowsOutButReadsFilteredRows() {
    XlsbFile.Cells cells =
        header("nom", "tel", "ville")
            .hiddenColumns(1, 1)
            .row(2)
            .texts("Léa", "06", "Tours")
            .row(3, 0x10)
            .texts("Tom", "07", "Blois")
            .row(4)
            .texts("Zoé", "08", "Dreux");
    Outcome outcome = Outcome.of("a.xlsb", new XlsbFile().sheet("A", cells).bytes());
    assertThat(outcome.columns()).containsExactly("nom", "ville");
    assertThat(outcome.lines()).containsExactly("Léa | Tours", "Zoé | Dreux");
    assertThat(outcome.notes()).contains("hidden-rows", "hidden-columns");

    byte[] range = new byte[16];
    range[4] = 3;
    range[12] = 2;
    cells.raw(new XlsbFile.Records().add(422).add(161, range).add(163, new byte[8]).add(425));
    outcome = Outcome.of("a.xlsb", new XlsbFile().sheet("A", cells).bytes());
    assertThat(outcome.lines()).as("a saved view is not how it is now").hasSize(2);

    cells.raw(new XlsbFile.Records().add(161, range).add(163, new byte[8]));
    outcome = Outcome.of("a.xlsb", new XlsbFile().sheet("A", cells).bytes());
    assertThat(outcome.lines()).hasSize(3);
    assertThat(outcome.notes()).contains("filtered-rows");
  }

  @Test
  void refusesALengthThatGoesBeyondTheFile() {
    XlsbFile.Records lie = new XlsbFile.Records().header(6, 15 << 20);
    XlsbFile file = new XlsbFile().sheet("A", header("nom").row(2).raw(lie));
    assertThat(Outcome.of("a.xlsb", file.bytes()).refusal()).isEqualTo("corrupt-workbook");
  }

  @Test
  void refusesATextLongerThanItsRecord() {
    XlsbFile.Records lie =
        new XlsbFile.Records().add(6, XlsbFile.i32(0), XlsbFile.i32(0), XlsbFile.i32(1 << 30));
    XlsbFile file = new XlsbFile().sheet("A", header("nom").row(2).raw(lie));
    assertThat(Outcome.of("a.xlsb", file.bytes()).refusal()).isEqualTo("corrupt-workbook");
  }

  @Test
  void refusesATextThatIsNotThere() {
    XlsbFile file = new XlsbFile().sheet("A", header("nom").row(2).shared(7));
    assertThat(Outcome.of("a.xlsb", file.bytes()).refusal()).isEqualTo("corrupt-workbook");
  }

  @Test
  void neverFailsOnAChangedSheet() {
    byte[] whole =
        new XlsbFile.Records()
            .add(0, new byte[17])
            .add(6, XlsbFile.i32(0), XlsbFile.i32(0), XlsbFile.text("nom"))
            .add(0, XlsbFile.i32(1), new byte[13])
            .add(5, XlsbFile.i32(0), XlsbFile.i32(0), new byte[8])
            .add(176, new byte[16])
            .bytes();
    for (int i = 0; i < whole.length; i++) {
      for (int bits : new int[] {0x01, 0x55, 0x80, 0xff}) {
        byte[] changed = whole.clone();
        changed[i] ^= (byte) bits;
        Outcome.of("a.xlsb", new XlsbFile().sheet("A", 0, changed).bytes());
      }
      Outcome.of("a.xlsb", new XlsbFile().sheet("A", 0, Arrays.copyOf(whole, i)).bytes());
    }
  }
}
