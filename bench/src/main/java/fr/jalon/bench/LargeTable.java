package fr.jalon.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A long table of ten columns written as a workbook of either kind and as text, the same cells in
 * each: numbers, dates, amounts and texts that come back more or less often, as in a ledger.
 */
final class LargeTable {
  static final int WIDTH = 10;
  private static final int TEXTS = 20_000;
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

  private enum Content {
    TEXT,
    NUMBER,
    DATE
  }

  private static final Content[] CONTENTS = {
    Content.NUMBER,
    Content.DATE,
    Content.TEXT,
    Content.TEXT,
    Content.TEXT,
    Content.NUMBER,
    Content.NUMBER,
    Content.TEXT,
    Content.TEXT,
    Content.NUMBER
  };

  private final int rows;
  private final String[] texts = new String[TEXTS];

  LargeTable(int rows) {
    this.rows = rows;
    Random random = new Random(20);
    for (int i = 0; i < TEXTS; i++) {
      texts[i] = "Poste " + i + " du budget, chapitre " + random.nextInt(900) + " & suite";
    }
  }

  int rows() {
    return rows;
  }

  /** A row's values: numbers of texts, days since the epoch, numbers. */
  private void fill(Random random, int row, double[] values) {
    values[0] = row + 1;
    values[1] = ChronoUnit.DAYS.between(EPOCH, LocalDate.of(2015, 1, 1)) + row % 3650;
    values[2] = random.nextInt(30);
    values[3] = random.nextInt(2_000);
    values[4] = random.nextInt(TEXTS);
    values[5] = random.nextInt(10_000_000) / 100.0;
    values[6] = random.nextInt(500);
    values[7] = random.nextInt(10);
    values[8] = random.nextInt(TEXTS);
    values[9] = random.nextInt(1_000_000) / 1000.0;
  }

  private interface Cells {
    void begin(Writer out, int row) throws IOException;

    void cell(Writer out, int row, int column, double value) throws IOException;

    void end(Writer out) throws IOException;
  }

  private void write(Writer out, Cells cells) throws IOException {
    Random random = new Random(3);
    double[] values = new double[WIDTH];
    for (int row = 0; row < rows; row++) {
      fill(random, row, values);
      cells.begin(out, row);
      for (int column = 0; column < WIDTH; column++) {
        cells.cell(out, row, column, values[column]);
      }
      cells.end(out);
    }
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }

  private static String name(int column) {
    return "colonne " + (char) ('A' + column);
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;");
  }

  void writeCsv(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int column = 0; column < WIDTH; column++) {
        out.write((column == 0 ? "" : ";") + name(column));
      }
      out.write('\n');
      write(
          out,
          new Cells() {
            @Override
            public void begin(Writer text, int row) {}

            @Override
            public void cell(Writer text, int row, int column, double value) throws IOException {
              text.write(column == 0 ? "" : ";");
              text.write(
                  switch (CONTENTS[column]) {
                    case TEXT -> texts[(int) value];
                    case NUMBER -> number(value);
                    case DATE -> EPOCH.plusDays((long) value).toString();
                  });
            }

            @Override
            public void end(Writer text) throws IOException {
              text.write('\n');
            }
          });
    }
  }

  void writeXlsx(Path file) throws IOException {
    try (ZipOutputStream zip = zip(file)) {
      String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
      String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + types
              + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
              + types
              + "worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\""
              + types
              + "styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\""
              + types
              + "sharedStrings+xml\"/></Types>");
      part(
          zip,
          "_rels/.rels",
          relations(relation(1, relations, "officeDocument", "xl/workbook.xml")));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
              + relations
              + "\"><sheets><sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(
              relation(1, relations, "worksheet", "worksheets/sheet1.xml")
                  + relation(2, relations, "styles", "styles.xml")
                  + relation(3, relations, "sharedStrings", "sharedStrings.xml")));
      part(
          zip,
          "xl/styles.xml",
          "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
              + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
              + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
              + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
              + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      Writer out = text(zip);
      out.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
      for (int column = 0; column < WIDTH; column++) {
        out.write("<si><t>" + name(column) + "</t></si>");
      }
      for (String text : texts) {
        out.write("<si><t>" + xml(text) + "</t></si>");
      }
      out.write("</sst>");
      out.flush();
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      writeXlsxSheet(text(zip));
    }
  }

  private void writeXlsxSheet(Writer out) throws IOException {
    out.write(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetData><row r=\"1\">");
    for (int column = 0; column < WIDTH; column++) {
      out.write("<c r=\"" + (char) ('A' + column) + "1\" t=\"s\"><v>" + column + "</v></c>");
    }
    out.write("</row>");
    write(
        out,
        new Cells() {
          @Override
          public void begin(Writer text, int row) throws IOException {
            text.write("<row r=\"" + (row + 2) + "\">");
          }

          @Override
          public void cell(Writer text, int row, int column, double value) throws IOException {
            text.write("<c r=\"");
            text.write('A' + column);
            text.write(Integer.toString(row + 2));
            text.write(
                switch (CONTENTS[column]) {
                  case TEXT -> "\" t=\"s\"><v>" + (WIDTH + (int) value);
                  case NUMBER -> "\"><v>" + number(value);
                  case DATE -> "\" s=\"1\"><v>" + number(value);
                });
            text.write("</v></c>");
          }

          @Override
          public void end(Writer text) throws IOException {
            text.write("</row>");
          }
        });
    out.write("</sheetData></worksheet>");
    out.flush();
  }

  void writeOds(Path file) throws IOException {
    try (ZipOutputStream zip = zip(file)) {
      byte[] type =
          "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII);
      ZipEntry first = new ZipEntry("mimetype");
      CRC32 sum = new CRC32();
      sum.update(type);
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      writeOdsContent(text(zip));
    }
  }

  private void writeOdsContent(Writer out) throws IOException {
    String names = "urn:oasis:names:tc:opendocument:xmlns:";
    out.write("<office:document-content");
    for (String name : new String[] {"office", "table", "text"}) {
      out.write(" xmlns:" + name + "=\"" + names + name + ":1.0\"");
    }
    out.write(
        " office:version=\"1.2\"><office:body><office:spreadsheet><table:table"
            + " table:name=\"Feuille\"><table:table-row>");
    for (int column = 0; column < WIDTH; column++) {
      out.write(
          "<table:table-cell office:value-type=\"string\"><text:p>"
              + name(column)
              + "</text:p></table:table-cell>");
    }
    out.write("</table:table-row>");
    write(
        out,
        new Cells() {
          @Override
          public void begin(Writer text, int row) throws IOException {
            text.write("<table:table-row>");
          }

          @Override
          public void cell(Writer text, int row, int column, double value) throws IOException {
            text.write("<table:table-cell office:value-type=\"");
            text.write(
                switch (CONTENTS[column]) {
                  case TEXT -> "string\"><text:p>" + xml(texts[(int) value]);
                  case NUMBER ->
                      "float\" office:value=\"" + number(value) + "\"><text:p>" + number(value);
                  case DATE -> date(EPOCH.plusDays((long) value));
                });
            text.write("</text:p></table:table-cell>");
          }

          @Override
          public void end(Writer text) throws IOException {
            text.write("</table:table-row>");
          }
        });
    out.write("</table:table></office:spreadsheet></office:body></office:document-content>");
    out.flush();
  }

  private static String date(LocalDate day) {
    return "date\" office:date-value=\"" + day + "\"><text:p>" + day;
  }

  private static ZipOutputStream zip(Path file) throws IOException {
    return new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  /** A writer into the entry just begun; flushed, never closed. */
  private static Writer text(OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return text;
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Writer out = text(zip);
    out.write(content);
    out.flush();
  }

  private static String relations(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  private static String relation(int id, String base, String type, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\""
        + base
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }
}
