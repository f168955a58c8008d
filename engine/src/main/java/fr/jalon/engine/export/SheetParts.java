package fr.jalon.engine.export;

import java.util.List;

/** The parts of a workbook that are the same for every table. */
final class SheetParts {
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  static final List<Part> ALL =
      List.of(
          new Part(
              "[Content_Types].xml",
              XML
                  + """
                  <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                  <Default Extension="xml" ContentType="application/xml"/>\
                  <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                  <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
                  <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
                  </Types>"""),
          new Part(
              "_rels/.rels",
              XML
                  + "<Relationships xmlns=\""
                  + RELATIONSHIPS
                  + "\"><Relationship Id=\"rId1\" Type=\""
                  + OFFICE
                  + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
          new Part(
              "xl/workbook.xml",
              XML
                  + "<workbook xmlns=\""
                  + MAIN
                  + "\" xmlns:r=\""
                  + OFFICE
                  + "\"><sheets><sheet name=\"Données\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
          new Part(
              "xl/_rels/workbook.xml.rels",
              XML
                  + "<Relationships xmlns=\""
                  + RELATIONSHIPS
                  + "\"><Relationship Id=\"rId1\" Type=\""
                  + OFFICE
                  + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
                  + OFFICE
                  + "/styles\" Target=\"styles.xml\"/></Relationships>"),
          new Part(
              "xl/styles.xml",
              XML
                  + "<styleSheet xmlns=\""
                  + MAIN
                  + "\">"
                  + """
                  <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
                  <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
                  <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
                  <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
                  <fills count="2"><fill><patternFill patternType="none"/></fill>\
                  <fill><patternFill patternType="gray125"/></fill></fills>\
                  <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
                  <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
                  <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
                  <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
                  <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
                  <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
                  <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
                  </cellXfs></styleSheet>"""));

  /** Up to the widths of the columns; the first row stays in sight. */
  static final String SHEET_START =
      XML
          + "<worksheet xmlns=\""
          + MAIN
          + "\">"
          + """
          <sheetViews><sheetView workbookViewId="0" tabSelected="1">\
          <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
          </sheetView></sheetViews>""";

  private SheetParts() {}

  record Part(String name, String content) {}
}
