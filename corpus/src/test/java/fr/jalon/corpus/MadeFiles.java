package fr.jalon.corpus;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files too large to be kept: written when they are needed, from a few lines each. */
final class MadeFiles {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";

  private final Path folder;

  MadeFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes the content of one part. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  Path gzip(String name, Content content) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      content.to(out);
    }
    return file;
  }

  Path text(String name, Content content) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      content.to(out);
    }
    return file;
  }

  Path zip(String name, String entry, Content content) throws IOException {
    try (ZipOutputStream zip = open(name)) {
      part(zip, entry, content);
    }
    return folder.resolve(name);
  }

  /** A workbook of one sheet, from the XML of its part and that of its texts. */
  Path xlsx(String name, Content sheet, Content texts) throws IOException {
    try (ZipOutputStream zip = open(name)) {
      part(zip, "[Content_Types].xml", text("<Types/>"));
      part(
          zip,
          "xl/workbook.xml",
          text(
              "<workbook xmlns=\""
                  + MAIN
                  + "\" xmlns:r=\""
                  + RELATIONS
                  + "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          text(
              "<Relationships xmlns=\""
                  + PACKAGE
                  + "\">"
                  + relation("r1", "worksheet", "worksheets/sheet1.xml")
                  + relation("r2", "sharedStrings", "sharedStrings.xml")
                  + "</Relationships>"));
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          around(
              "<worksheet xmlns=\"" + MAIN + "\"><sheetData>", sheet, "</sheetData></worksheet>"));
      part(zip, "xl/sharedStrings.xml", around("<sst xmlns=\"" + MAIN + "\">", texts, "</sst>"));
    }
    return folder.resolve(name);
  }

  Path ods(String name, Content rows) throws IOException {
    try (ZipOutputStream zip = open(name)) {
      part(zip, "mimetype", text("application/vnd.oasis.opendocument.spreadsheet"));
      part(
          zip,
          "content.xml",
          around(
              "<office:document-content "
                  + OFFICE
                  + "><office:body><office:spreadsheet><table:table table:name=\"A\">",
              rows,
              "</table:table></office:spreadsheet></office:body></office:document-content>"));
    }
    return folder.resolve(name);
  }

  static Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  static Content nothing() {
    return out -> {};
  }

  static Content repeat(String text, long times) {
    return out -> {
      int together = (int) Math.min(times, Math.max(1, (1 << 16) / text.length()));
      byte[] block = text.repeat(together).getBytes(StandardCharsets.UTF_8);
      byte[] one = text.getBytes(StandardCharsets.UTF_8);
      for (long done = 0; done < times; ) {
        if (times - done >= together) {
          out.write(block);
          done += together;
        } else {
          out.write(one);
          done++;
        }
      }
    };
  }

  static Content after(String before, Content content) {
    return around(before, content, "");
  }

  private static Content around(String before, Content content, String after) {
    return out -> {
      text(before).to(out);
      content.to(out);
      text(after).to(out);
    };
  }

  private ZipOutputStream open(String name) throws IOException {
    return new ZipOutputStream(
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16));
  }

  private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.to(zip);
    zip.closeEntry();
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + RELATIONS
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }
}
