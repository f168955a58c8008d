package fr.jalon.portal.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made by us that writes one text once and shows it in each of its cells. */
final class FoldedWorkbook {
  private static final int COLUMNS = 20;
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private FoldedWorkbook() {}

  static Path in(Path file, int cells, int textLength) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(9);
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
              .formatted(PACKAGE));
      put(zip, "_rels/.rels", links("officeDocument", "xl/workbook.xml", ""));
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
              .formatted(MAIN, LINKS));
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          links(
              "worksheet",
              "worksheets/sheet1.xml",
              "<Relationship Id=\"rId2\" Type=\"%s/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                  .formatted(LINKS)));
      put(
          zip,
          "xl/sharedStrings.xml",
          "<sst xmlns=\"%s\"><si><t>%s</t></si></sst>".formatted(MAIN, "a".repeat(textLength)));
      StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
      for (int row = 1; row <= cells / COLUMNS; row++) {
        sheet.append("<row>").append("<c t=\"s\"><v>0</v></c>".repeat(COLUMNS)).append("</row>");
      }
      put(zip, "xl/worksheets/sheet1.xml", sheet.append("</sheetData></worksheet>").toString());
    }
    return file;
  }

  private static String links(String type, String target, String more) {
    return "<Relationships xmlns=\"%srelationships\"><Relationship Id=\"rId1\" Type=\"%s/%s\" Target=\"%s\"/>%s</Relationships>"
        .formatted(PACKAGE, LINKS, type, target, more);
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
