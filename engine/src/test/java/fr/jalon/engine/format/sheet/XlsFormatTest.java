package fr.jalon.engine.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
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
