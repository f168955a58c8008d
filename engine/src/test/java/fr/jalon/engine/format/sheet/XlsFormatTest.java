package fr.jalon.engine.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

class XlsFormatTest {
  @Test
  void readsValuesAsAnXlsxHasThem() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      HSSFSheet sheet = book.createSheet("Données");
      fill(sheet.createRow(0), "nom", "code", "jour", "ouvert", "total");
      HSSFRow row = sheet.createRow(1);
      row.createCell(0).setCellValue("Léa");
      row.createCell(1).setCellValue(1015);
      row.getCell(1).setCellStyle(style(book, "00000"));
      row.createCell(2).setCellValue(44593);
      row.getCell(2).setCellStyle(style(book, "dd/mm/yyyy"));
      row.createCell(3).setCellValue(true);
      row.createCell(4).setCellFormula("B2*2");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      Outcome outcome = Outcome.of("a.xls", bytes(book));
      assertThat(outcome.reading().format()).isEqualTo("xls");
      assertThat(outcome.lines()).containsExactly("Léa | 01015 | 2022-02-01 | true | 2030");
      assertThat(outcome.sourceRows()).containsExactly(2L);
    }
  }

  @Test
  void leavesHiddenSheetsOut() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      fill(book.createSheet("Cache").createRow(0), "tiers");
      HSSFSheet sheet = book.createSheet("Vu");
      fill(sheet.createRow(0), "nom", "ville");
      fill(sheet.createRow(1), "Léa", "Tours");
      book.setActiveSheet(1);
      book.setSheetHidden(0, true);
      Outcome outcome = Outcome.of("a.xls", bytes(book));
      assertThat(outcome.reading().sheet()).isEqualTo("Vu");
      assertThat(outcome.notes()).contains("hidden-sheets");
    }
  }

  @Test
  void leavesOutRowsHiddenByHandOutsideTheRangeOfAFilter() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      fill(book.createSheet("Autre").createRow(0), "rien");
      HSSFSheet sheet = book.createSheet("Vu");
      fill(sheet.createRow(0), "secret");
      fill(sheet.createRow(1), "nom", "ville");
      fill(sheet.createRow(2), "Léa", "Tours");
      fill(sheet.createRow(3), "Tom", "Blois");
      sheet.getRow(0).setZeroHeight(true);
      sheet.getRow(2).setZeroHeight(true);
      sheet.setAutoFilter(CellRangeAddress.valueOf("A2:B4"));
      Outcome outcome = Outcome.of("a.xls", filtered(bytes(book)));
      assertThat(outcome.lines()).containsExactly("Léa | Tours", "Tom | Blois");
      assertThat(outcome.notes()).contains("hidden-rows", "filtered-rows");
      assertThat(outcome.reading().toString()).doesNotContain("secret");
    }
  }

  /** The workbook with the record, before the end of its last sheet, that says a filter is on. */
  private static byte[] filtered(byte[] workbook) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(workbook))) {
      byte[] records = files.createDocumentInputStream("Workbook").readAllBytes();
      int end = 0;
      for (int at = 0; at + 4 <= records.length; ) {
        end = records[at] == 0x0a && records[at + 1] == 0 ? at : end;
        at += 4 + ((records[at + 2] & 0xff) | (records[at + 3] & 0xff) << 8);
      }
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      changed.write(records, 0, end);
      changed.writeBytes(new byte[] {(byte) 0x9b, 0, 0, 0});
      changed.write(records, end, records.length - end);
      files.createOrUpdateDocument(new ByteArrayInputStream(changed.toByteArray()), "Workbook");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** A record: number, length, bytes. */
  private static byte[] record(int id, byte[]... pieces) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      data.writeBytes(piece);
    }
    ByteBuffer record = ByteBuffer.allocate(4 + data.size()).order(ByteOrder.LITTLE_ENDIAN);
    return record
        .putShort((short) id)
        .putShort((short) data.size())
        .put(data.toByteArray())
        .array();
  }

  private static byte[] shorts(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  private static byte[] real(double value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static byte[] label2(int row, int column, String text) {
    byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
    return record(4, shorts(row, column), new byte[] {0, 0, 0, (byte) bytes.length}, bytes);
  }

  @Test
  void readsASheetOfExcel2() {
    byte[] general = record(0x1e, new byte[] {7}, "General".getBytes(StandardCharsets.US_ASCII));
    byte[] day = record(0x1e, new byte[] {8}, "dd/mm/yy".getBytes(StandardCharsets.US_ASCII));
    byte[] file =
        join(
            record(9, shorts(2, 0x10)),
            record(0x42, shorts(1252)),
            general,
            day,
            label2(0, 0, "nom"),
            label2(0, 1, "année"),
            label2(0, 2, "jour"),
            label2(0, 3, "ouvert"),
            label2(1, 0, "Léa"),
            record(2, shorts(1, 1), new byte[3], shorts(1987)),
            record(3, shorts(1, 2), new byte[] {0, 1, 0}, real(31779)),
            record(5, shorts(1, 3), new byte[] {0, 0, 0, 1, 0}),
            label2(2, 0, "Tom"),
            record(6, shorts(2, 1), new byte[3], real(12.5), new byte[3]),
            record(10));
    Outcome outcome = Outcome.of("a.xls", file);
    assertThat(outcome.columns()).containsExactly("nom", "année", "jour", "ouvert");
    assertThat(outcome.lines())
        .containsExactly("Léa | 1987 | 1987-01-02 | true", "Tom | 12.5 |  | ");
  }

  private static byte[] label(int row, int column, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return record(0x204, shorts(row, column, 0, bytes.length), bytes);
  }

  @Test
  void readsABareSheetThatAWebSiteWrites() {
    byte[] file =
        join(
            record(0x809, shorts(0, 0x10, 0, 0)),
            label(0, 0, "nom"),
            label(0, 1, "prénom"),
            label(0, 2, "âge"),
            label(1, 0, "Hélène"),
            label(1, 1, "Zoé"),
            record(0x203, shorts(1, 2, 0), real(41)),
            record(10));
    Outcome outcome = Outcome.of("export.xls", file);
    assertThat(outcome.columns()).containsExactly("nom", "prénom", "âge");
    assertThat(outcome.lines()).containsExactly("Hélène | Zoé | 41");
    assertThat(outcome.reading().sheet()).isEqualTo("Feuille1");
  }

  @Test
  void readsTheSheetsOfAnExcel4Workbook() {
    byte[] file =
        join(
            record(0x409, shorts(4, 0x100, 0)),
            record(0x8f, new byte[] {0, 0, 0, 0, 5}, "Lieux".getBytes(StandardCharsets.US_ASCII)),
            record(0x409, shorts(4, 0x10, 0)),
            label(0, 0, "nom"),
            label(0, 1, "nombre"),
            label(1, 0, "a"),
            record(0x27e, shorts(1, 1, 0), shorts(7 << 2 | 2, 0)),
            record(10),
            record(10));
    Outcome outcome = Outcome.of("a.xls", file);
    assertThat(outcome.reading().sheet()).isEqualTo("Lieux");
    assertThat(outcome.lines()).containsExactly("a | 7");
  }

  @Test
  void saysThatAWorkbookIsOfAnotherProgram() {
    byte[] lotus = new byte[64];
    lotus[2] = 2;
    lotus[4] = 6;
    lotus[5] = 4;
    assertThat(Outcome.of("budget.wk1", lotus).refusal()).isEqualTo("workbook-too-old");
    byte[] works = {(byte) 0xff, 0, 2, 0, 4, 4, 5, 0x54, 2, 0, 0, 0};
    assertThat(Outcome.of("budget.wks", works).refusal()).isEqualTo("workbook-too-old");
  }

  @Test
  void leavesHiddenColumnsOutAndReadsFoldedOnes() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      HSSFSheet sheet = book.createSheet("A");
      fill(sheet.createRow(0), "nom", "tel", "ville", "quartier");
      fill(sheet.createRow(1), "Léa", "06", "Tours", "Nord");
      fill(sheet.createRow(2), "Tom", "07", "Blois", "Sud");
      fill(sheet.createRow(3), "Zoé", "08", "Dreux", "Est");
      sheet.setColumnHidden(1, true);
      sheet.getRow(2).setZeroHeight(true);
      Outcome outcome = Outcome.of("a.xls", bytes(book));
      assertThat(outcome.columns()).containsExactly("nom", "ville", "quartier");
      assertThat(outcome.lines()).containsExactly("Léa | Tours | Nord", "Zoé | Dreux | Est");
      assertThat(outcome.notes()).contains("hidden-rows", "hidden-columns");
    }
  }

  @Test
  void refusesAProtectedWorkbook() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      fill(book.createSheet("A").createRow(0), "nom");
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      byte[] bytes = bytes(book);
      Biff8EncryptionKey.setCurrentUserPassword(null);
      assertThat(Outcome.of("a.xls", bytes).refusal()).isEqualTo("password-protected");
    }
  }

  @Test
  void refusesAProtectedXlsxWhichIsACompoundFileToo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
      files.createDocument(new ByteArrayInputStream(new byte[500]), "EncryptionInfo");
      files.writeFilesystem(out);
    }
    assertThat(Outcome.of("a.xlsx", out.toByteArray()).refusal()).isEqualTo("password-protected");
  }

  @Test
  void refusesAnotherOldOfficeDocument() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
      files.writeFilesystem(out);
    }
    assertThat(Outcome.of("a.xls", out.toByteArray()).refusal()).isEqualTo("not-a-table.office");
  }

  @Test
  void neverFailsOnACutOrChangedWorkbook() throws IOException {
    byte[] whole;
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      HSSFSheet sheet = book.createSheet("A");
      for (int i = 0; i < 50; i++) {
        fill(sheet.createRow(i), "nom " + i, "ville");
      }
      whole = bytes(book);
    }
    for (int length = 8; length < whole.length; length += 311) {
      Outcome.of("a.xls", Arrays.copyOf(whole, length));
      byte[] changed = whole.clone();
      changed[length] ^= 0x55;
      Outcome.of("a.xls", changed);
    }
  }

  private static HSSFCellStyle style(HSSFWorkbook book, String code) {
    HSSFCellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(code));
    return style;
  }

  private static void fill(HSSFRow row, String... values) {
    for (int i = 0; i < values.length; i++) {
      row.createCell(i).setCellValue(values[i]);
    }
  }

  private static byte[] bytes(HSSFWorkbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }
}
