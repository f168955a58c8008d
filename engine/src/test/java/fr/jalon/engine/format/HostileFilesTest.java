package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Small files that ask for a lot: each must be answered soon, by a refusal that says why. */
class HostileFilesTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @Test
  void refusesASheetThatUnpacksToHundredsOfMegabytes() {
    byte[] zeros = new byte[200 << 20];
    Arrays.fill(zeros, (byte) ' ');
    byte[] start = "<worksheet><!--".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, zeros, 0, start.length);
    assertRefused("a.xlsx", workbook().with(SHEET, zeros).bytes(), "archive-too-big");
  }

  @Test
  void refusesATextOfManyMegabytesInOneCell() {
    String text = "<worksheet><sheetData><row><c t=\"str\"><v>" + "a".repeat(5 << 20);
    assertRefused("a.xlsx", workbook().with(SHEET, text).bytes(), "cell-too-long");
    String pieces =
        "<worksheet><sheetData><row><c t=\"str\"><v>" + "aaaaaaaaa<!-- -->".repeat(200_000);
    assertRefused("a.xlsx", workbook().with(SHEET, pieces).bytes(), "cell-too-long");
  }

  @Test
  void refusesAnElementOfAMillionAttributes() {
    StringBuilder tag = new StringBuilder("<worksheet ");
    for (int i = 0; i < 1_000_000; i++) {
      tag.append('a').append(i).append("='' ");
    }
    assertRefused("a.xlsx", workbook().with(SHEET, tag + ">").bytes(), "corrupt-workbook");
  }

  @Test
  void refusesMoreSheetsThanAnyoneHas() {
    byte[] ods =
        new Zips()
            .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            .with("content.xml", "<o>" + "<table:table table:name=\"a\"/>".repeat(100_000) + "</o>")
            .bytes();
    assertRefused("a.ods", ods, "too-many-sheets");
  }

  @Test
  void refusesTwentyThousandNamesOrAGridOfNothing() {
    StringBuilder wide = new StringBuilder("[{\"a\":0");
    for (int i = 0; i < 16_000; i++) {
      wide.append(",\"k").append(i).append("\":1");
    }
    String rows = ",{}".repeat(200_000);
    assertRefused("a.json", bytes(wide + "}" + rows + "]"), "too-many-cells");
    for (int i = 0; i < 4_000; i++) {
      wide.append(",\"m").append(i).append("\":1");
    }
    assertRefused("a.json", bytes(wide + "}]"), "too-many-columns");
  }

  @Test
  void answersSoonOnNamesMadeToCollide() {
    StringBuilder json = new StringBuilder("[{\"x\":0");
    for (int i = 0; i < 1 << 13; i++) {
      json.append(",\"");
      for (int bit = 0; bit < 13; bit++) {
        json.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      json.append("\":1");
    }
    assertTimeoutPreemptively(
        SOON, () -> assertThat(Outcome.of("a.json", json + "}]").rows()).hasSize(1));
  }

  @Test
  void refusesABombInAGzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(new byte[100 << 20]);
    }
    assertRefused("a.csv.gz", out.toByteArray(), "archive-too-big");
  }

  @Test
  void saysWhatAFileIsWhenItIsNoTable() {
    assertRefused("a.csv", bytes("%PDF-1.7 bonjour"), "not-a-table.pdf");
    assertRefused("a.xlsx", bytes("\u0089PNG\r\n\u001a\n"), "not-a-table.image");
    byte[] word = new Zips().with("word/document.xml", "<w/>").bytes();
    assertRefused("a.xlsx", word, "not-a-table.text");
    byte[] other = new Zips().with("photo.png", "x").bytes();
    assertRefused("a.zip", other, "not-a-table.archive");
  }

  private static Zips workbook() {
    return new Zips()
        .with("[Content_Types].xml", "<Types/>")
        .with(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\""
                + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void assertRefused(String name, byte[] bytes, String code) {
    assertTimeoutPreemptively(
        SOON, () -> assertThat(Outcome.of(name, bytes).refusal()).isEqualTo(code));
  }
}
