package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Zips;
import java.util.ArrayList;
import java.util.List;

/** Makes a workbook of Office Open XML for tests, from the XML of its sheets. */
final class XlsxFile {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String KINDS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private record Sheet(String name, String state, String xml, String after) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private final Zips more = new Zips();
  private final StringBuilder relations = new StringBuilder();
  private String formats = "";
  private String styles = "<xf numFmtId=\"0\"/>";
  private String strings = "";
  private String properties = "";

  /** A sheet by the XML of its rows. */
  XlsxFile sheet(String name, String rows) {
    return sheet(name, "visible", rows, "");
  }

  /**
   * @param after XML that comes behind the rows, such as merged cells
   */
  XlsxFile sheet(String name, String state, String rows, String after) {
    sheets.add(new Sheet(name, state, rows, after));
    return this;
  }

  /** A sheet of inline texts: one line a row, cells apart by ";". */
  XlsxFile texts(String name, String text) {
    return sheet(name, rows(text));
  }

  static String rows(String text) {
    StringBuilder rows = new StringBuilder();
    for (String line : text.split("\n")) {
      rows.append("<row>");
      for (String cell : line.split(";", -1)) {
        rows.append(
            cell.matches("-?\\d+(\\.\\d+)?")
                ? "<c><v>" + cell + "</v></c>"
                : cell.isEmpty() ? "<c/>" : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
      }
      rows.append("</row>");
    }
    return rows.toString();
  }

  /** A style of cells shown by this format; its number is the count of styles before it. */
  XlsxFile style(int id, String code) {
    formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + code + "\"/>";
    return style(id);
  }

  XlsxFile style(int id) {
    styles += "<xf numFmtId=\"" + id + "\"/>";
    return this;
  }

  XlsxFile string(String item) {
    strings += "<si>" + item + "</si>";
    return this;
  }

  /** A text as programs write an empty one, with no element in it. */
  XlsxFile emptyString() {
    strings += "<si/>";
    return this;
  }

  XlsxFile from1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  XlsxFile part(String name, String text) {
    more.with(name, text);
    return this;
  }

  XlsxFile relation(String kind, String target) {
    relations.append(relation("more" + relations.length(), kind, target));
    return this;
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + KINDS
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }

  byte[] bytes() {
    return zip().bytes();
  }

  Zips zip() {
    StringBuilder list = new StringBuilder();
    StringBuilder links = new StringBuilder(relations);
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      String id = "rId" + (i + 1);
      list.append("<sheet name=\"" + sheet.name() + "\" sheetId=\"" + (i + 1) + "\" state=\"")
          .append(sheet.state() + "\" r:id=\"" + id + "\"/>");
      links.append(relation(id, "worksheet", "worksheets/sheet" + (i + 1) + ".xml"));
      more.with(
          "xl/worksheets/sheet" + (i + 1) + ".xml",
          "<worksheet xmlns=\""
              + MAIN
              + "\"><sheetData>"
              + sheet.xml()
              + "</sheetData>"
              + sheet.after()
              + "</worksheet>");
    }
    links.append(relation("rS", "styles", "styles.xml"));
    links.append(relation("rT", "sharedStrings", "sharedStrings.xml"));
    return more.with("[Content_Types].xml", "<Types/>")
        .with(
            "_rels/.rels",
            "<Relationships xmlns=\""
                + RELATIONS
                + "\">"
                + relation("rId1", "officeDocument", "xl/workbook.xml")
                + "</Relationships>")
        .with(
            "xl/workbook.xml",
            "<workbook xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + KINDS
                + "\">"
                + properties
                + "<sheets>"
                + list
                + "</sheets></workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"" + RELATIONS + "\">" + links + "</Relationships>")
        .with(
            "xl/styles.xml",
            "<styleSheet xmlns=\""
                + MAIN
                + "\"><numFmts>"
                + formats
                + "</numFmts><cellXfs>"
                + styles
                + "</cellXfs></styleSheet>")
        .with("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + strings + "</sst>");
  }
}
