package fr.jalon.portal.deposit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small Excel workbook: one line of text a row, cells apart by semicolons. */
final class TestWorkbook {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final StringBuilder list = new StringBuilder();

  TestWorkbook sheet(String name, String rows) {
    return sheet(name, rows, "");
  }

  TestWorkbook hidden(String name, String rows) {
    return sheet(name, rows, " state=\"hidden\"");
  }

  private TestWorkbook sheet(String name, String rows, String state) {
    int number = sheets.size() + 1;
    list.append(
        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"%s/>"
            .formatted(name, number, number, state));
    StringBuilder data = new StringBuilder();
    int row = 0;
    for (String line : rows.split("\n")) {
      row++;
      data.append("<row r=\"%d\">".formatted(row));
      String[] cells = line.split(";");
      for (int c = 0; c < cells.length; c++) {
        if (!cells[c].isEmpty()) {
          data.append(cell((char) ('A' + c) + "" + row, cells[c]));
        }
      }
      data.append("</row>");
    }
    sheets.put(
        name,
        XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + data + "</sheetData></worksheet>");
    return this;
  }

  private static String cell(String address, String text) {
    return text.matches("[0-9]+")
        ? "<c r=\"%s\"><v>%s</v></c>".formatted(address, text)
        : "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(address, text);
  }

  byte[] bytes() {
    StringBuilder types = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      int number = 0;
      for (String sheet : sheets.values()) {
        number++;
        String path = "worksheets/sheet" + number + ".xml";
        add(zip, "xl/" + path, sheet);
        types.append(
            "<Override PartName=\"/xl/%s\" ContentType=\"%sworksheet+xml\"/>"
                .formatted(path, KIND));
        relations.append(
            "<Relationship Id=\"rId%d\" Type=\"%srelationships/worksheet\" Target=\"%s\"/>"
                .formatted(number, OFFICE, path));
      }
      add(
          zip,
          "[Content_Types].xml",
          XML
              + "<Types xmlns=\""
              + PACKAGE
              + "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
              + "vnd.openxmlformats-package.relationships+xml\"/><Override"
              + " PartName=\"/xl/workbook.xml\" ContentType=\""
              + KIND
              + "sheet.main+xml\"/>"
              + types
              + "</Types>");
      add(
          zip,
          "_rels/.rels",
          relationships(
              "<Relationship Id=\"rId1\" Type=\"%srelationships/officeDocument\" Target=\"xl/workbook.xml\"/>"
                  .formatted(OFFICE)));
      add(zip, "xl/_rels/workbook.xml.rels", relationships(relations.toString()));
      add(
          zip,
          "xl/workbook.xml",
          XML
              + "<workbook xmlns=\""
              + MAIN
              + "\" xmlns:r=\""
              + OFFICE
              + "relationships\"><sheets>"
              + list
              + "</sheets></workbook>");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String relationships(String all) {
    return XML
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + all
        + "</Relationships>";
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
