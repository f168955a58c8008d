package fr.jalon.engine.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A reader under the fuzzer.
 *
 * @param name of the subject, and of its files: what the owner's file name would end with
 * @param endings of the files of the corpus it starts from
 * @param pack the file made of the fuzzer's bytes
 * @param unpack the fuzzer's bytes made of a file
 * @param words that files of this format are made of, for the fuzzer to try
 * @param whole the engine is asked for all it knows of the file, not for its reading only
 */
record Subject(
    String name,
    List<String> endings,
    UnaryOperator<byte[]> pack,
    UnaryOperator<byte[]> unpack,
    List<String> words,
    boolean whole) {
  private static final List<String> SHEET_WORDS =
      List.of(
          "<row r=\"",
          "<c r=\"A1\" t=\"s\">",
          "t=\"inlineStr\"",
          "<v>",
          "</v>",
          "<is><t>",
          "<f>",
          "<mergeCell ref=\"A1:B2\"/>",
          "hidden=\"1\"",
          "s=\"1\"",
          "t=\"e\"",
          "#N/A",
          "XFD1048576",
          "999999999",
          "-1",
          "1e308",
          "<si>",
          "<t xml:space=\"preserve\">",
          "<dimension ref=\"A1\"/>",
          "numFmtId=\"14\"",
          "<xf ",
          "state=\"hidden\"",
          "xl/worksheets/sheet1.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "_rels/.rels",
          "xl/workbook.bin",
          "&#0;",
          "&amp;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "<!DOCTYPE",
          "../");

  private static final List<String> ODS_WORDS =
      List.of(
          "<table:table table:name=\"",
          "<table:table-row",
          "<table:table-cell",
          "table:number-rows-repeated=\"1048576\"",
          "table:number-columns-repeated=\"16384\"",
          "office:value-type=\"float\"",
          "office:value=\"",
          "office:date-value=\"2021-01-01\"",
          "<text:p>",
          "<text:s text:c=\"9\"/>",
          "<table:covered-table-cell/>",
          "table:number-columns-spanned=\"2\"",
          "office:value-type=\"percentage\"",
          "content.xml",
          "mimetype",
          "meta.xml",
          "table:visibility=\"collapse\"",
          "table:formula=\"of:=1\"");

  private static final List<String> JSON_WORDS =
      List.of(
          "{\"",
          "\":",
          "[",
          "]",
          "null",
          "true",
          "1e999",
          "-0",
          "\\u0000",
          "\\ud800",
          "\"type\":",
          "\"FeatureCollection\"",
          "\"Feature\"",
          "\"features\":",
          "\"geometry\":",
          "\"Point\"",
          "\"Polygon\"",
          "\"MultiPolygon\"",
          "\"GeometryCollection\"",
          "\"geometries\":",
          "\"coordinates\":",
          "\"properties\":",
          "\"crs\":",
          "\"urn:ogc:def:crs:EPSG::2154\"",
          "\"Topology\"",
          "\"arcs\":",
          "\"transform\":",
          "\"scale\":",
          "\"translate\":",
          "\"objects\":",
          "\"data\":",
          "\"attributes\":",
          "\"records\":",
          "\"results\":",
          "652000.5",
          "6862000",
          "NaN");

  private static final List<String> CSV_WORDS =
      List.of(
          ";",
          ",",
          "\t",
          "|",
          "\"",
          "\"\"",
          "\r\n",
          "\n",
          "\r",
          "\0",
          "\\\"",
          "'",
          "TOTAL",
          "#",
          "é",
          "\u00e9",
          "\ufeff",
          "\u00c3\u00a9",
          "1 234,50",
          "12/03/2021",
          "2,14E+13",
          "http://",
          ", ",
          "   ",
          "€",
          "==",
          "N°",
          "\u2028");

  private static final List<String> XML_WORDS =
      List.of(
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
          "<kml>",
          "<Placemark>",
          "<name>",
          "<ExtendedData>",
          "<Data name=\"",
          "<SimpleData name=\"",
          "<value>",
          "<Point>",
          "<coordinates>",
          "<Polygon>",
          "<outerBoundaryIs>",
          "<LinearRing>",
          "<MultiGeometry>",
          "<gpx>",
          "<wpt lat=\"",
          "<trk>",
          "<trkseg>",
          "<trkpt lon=\"",
          "<rte>",
          "<extensions>",
          "<Workbook>",
          "<Worksheet ss:Name=\"",
          "<Table>",
          "<Row ss:Index=\"",
          "<Cell ss:Index=\"",
          "<Data ss:Type=\"Number\">",
          "ss:MergeAcross=\"",
          "<table>",
          "<tr>",
          "<td colspan=\"",
          "<th>",
          "rowspan=\"",
          "&nbsp;",
          "&#x110000;",
          "<![CDATA[",
          "<!--",
          "<!DOCTYPE a [",
          "<!ENTITY",
          "<office:document",
          "<office:spreadsheet>",
          "xmlns:a=\"");

  private static final List<String> BINARY_WORDS =
      List.of(
          "\0\0\0\u0001",
          "\u0001\0\0\0",
          "\u007f\u007f\u007f\u007f",
          "PAR1",
          "fgb\u0003fgb",
          "SQLite format 3",
          "geo",
          "{\"primary_column\":\"geometry\"}",
          "WKB",
          "EPSG",
          "UTF8");

  static final List<Subject> ALL =
      List.of(
          plain("csv", CSV_WORDS, "csv", "tsv", "txt"),
          zip("xlsx", SHEET_WORDS, "xlsx", "xlsm"),
          plain("json", JSON_WORDS, "json", "jsonl"),
          zip("ods", ODS_WORDS, "ods"),
          new Subject("csv.gz", List.of("csv"), Subject::gzip, Subject::gunzip, CSV_WORDS, false),
          plain(
              "zip", List.of("PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006"), "zip", "xlsx"),
          new Subject("inspection", List.of("csv"), b -> b, b -> b, CSV_WORDS, true),
          zip("xlsb", BINARY_WORDS, "xlsb"),
          plain("fods", ODS_WORDS, "fods"),
          new Subject(
              "xls", List.of("xls"), OldWorkbook::pack, OldWorkbook::unpack, List.of(), false),
          plain("disguised.xls", XML_WORDS, "xls", "mht"),
          plain("geojson", JSON_WORDS, "geojson"),
          plain("topojson", JSON_WORDS, "topojson"),
          plain("kml", XML_WORDS, "kml"),
          zip("kmz", XML_WORDS, "kmz"),
          plain("gpx", XML_WORDS, "gpx"),
          plain("gpkg", BINARY_WORDS, "gpkg"),
          zip("shapefile.zip", BINARY_WORDS, "zip"),
          plain("dbf", BINARY_WORDS, "dbf"),
          plain("fgb", BINARY_WORDS, "fgb"),
          plain("parquet", BINARY_WORDS, "parquet"));

  static Subject of(String name) {
    return ALL.stream()
        .filter(subject -> subject.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no reader '" + name + "'"));
  }

  private static Subject plain(String name, List<String> words, String... endings) {
    return new Subject(name, List.of(endings), b -> b, b -> b, words, false);
  }

  private static Subject zip(String name, List<String> words, String... endings) {
    return new Subject(name, List.of(endings), Parts::zip, Parts::flat, words, false);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] gunzip(byte[] bytes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      return bytes;
    }
  }
}
