package fr.jalon.engine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we write is read again by software that is not ours: DuckDB, POI, Jackson. */
class ExportsTest {
  private static final List<String> NASTY =
      List.of(
          "simple",
          "",
          " espaces autour ",
          "virgule, point-virgule; tabulation\t.",
          "des \"guillemets\" et \"\"",
          "deux\nlignes",
          "retour\r\nchariot",
          "\rseul",
          "é à œ Ÿ €",
          "🌳 arbre 🏛",
          "=cmd|' /C calc'!A0",
          "+33612345678",
          "-1+1",
          "@SUM(A1)",
          "01015",
          "<b>&amp;</b>",
          "_x0041_ et _x005F_",
          "nul \u0000 cloche \u0007 échappe \u001b",
          "\uffff\ufffe",
          "NULL",
          "a".repeat(40_000),
          "🌳".repeat(20_000),
          "]]>");

  @TempDir Path folder;

  @Test
  void writesCsvThatReadsBackAsItWas() throws Exception {
    write(nasty(), text("nom"), text("rang"));
    List<List<String>> records = parseCsv(Files.readString(folder.resolve("data.csv")));
    assertThat(records.get(0)).containsExactly("nom", "rang");
    for (int i = 0; i < NASTY.size(); i++) {
      assertThat(records.get(i + 1)).containsExactly(NASTY.get(i), "r" + i);
    }
  }

  @Test
  void writesParquetThatReadsBackAsItWas() throws Exception {
    write(nasty(), text("nom"), text("rang"));
    List<List<@Nullable Object>> rows =
        query("select nom, rang from '%s' order by file_row_number", "data.parquet");
    for (int i = 0; i < NASTY.size(); i++) {
      String expected = NASTY.get(i);
      assertThat(rows.get(i))
          .isEqualTo(Arrays.asList(expected.isEmpty() ? null : expected, "r" + i));
    }
  }

  @Test
  void writesWorkbookThatReadsBackAsItWas() throws Exception {
    write(nasty(), text("nom"), text("rang"));
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("data.xlsx")))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(book.getProperties().getCoreProperties().getCreator()).isNull();
      for (int i = 0; i < NASTY.size(); i++) {
        Row row = sheet.getRow(i + 1);
        Cell cell = row.getCell(0);
        String expected = NASTY.get(i);
        if (expected.isEmpty()) {
          assertThat(cell).isNull();
        } else {
          assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
          assertThat(cell.getStringCellValue()).isEqualTo(cut(expected));
        }
        assertThat(row.getCell(1).getStringCellValue()).isEqualTo("r" + i);
      }
    }
  }

  @Test
  void writesGeoJsonThatReadsBackAsItWas() throws Exception {
    MemoryTable table =
        MemoryTable.of(
            List.of("nom", "lon", "lat"), NASTY.size(), i -> List.of(NASTY.get(i), "0.5", "47"));
    write(table, text("nom"), longitude("lon"), latitude("lat"));
    JsonNode features = geoJson().get("features");
    assertThat(features.size()).isEqualTo(NASTY.size());
    for (int i = 0; i < NASTY.size(); i++) {
      JsonNode name = features.get(i).get("properties").get("nom");
      assertThat(name.isNull() ? "" : name.stringValue()).isEqualTo(NASTY.get(i));
      assertThat(features.get(i).get("geometry").toString())
          .isEqualTo("{\"type\":\"Point\",\"coordinates\":[0.5,47]}");
    }
  }

  @Test
  void keepsTypesInParquet() throws Exception {
    write(
        MemoryTable.of(
            List.of("t", "i", "d", "b", "j", "h"),
            List.of("01015", "-42", "12.50", "true", "2024-02-29", "2024-05-31T14:30:15"),
            List.of("", "", "", "", "", ""),
            List.of("x", "999999999999999999", "-0.0", "non", "0001-01-01", "1969-12-31T23:59")),
        text("t"),
        column("i", ValueType.INTEGER),
        column("d", ValueType.DECIMAL),
        column("b", ValueType.BOOLEAN),
        column("j", ValueType.DATE),
        column("h", ValueType.DATETIME));
    assertThat(query("select column_type from (describe from '%s')", "data.parquet"))
        .containsExactly(
            List.of("VARCHAR"),
            List.of("BIGINT"),
            List.of("DOUBLE"),
            List.of("BOOLEAN"),
            List.of("DATE"),
            List.of("TIMESTAMP"));
    assertThat(query("select t, i, d, b, j::varchar, h::varchar from '%s'", "data.parquet"))
        .containsExactly(
            List.of("01015", -42L, 12.5, true, "2024-02-29", "2024-05-31 14:30:15"),
            Arrays.asList(null, null, null, null, null, null),
            List.of("x", 999999999999999999L, -0.0, false, "0001-01-01", "1969-12-31 23:59:00"));
  }

  @Test
  void writesStatisticsThatDuckDbBelieves() throws Exception {
    write(
        MemoryTable.of(
            List.of("n", "v"), 1000, i -> List.of(i % 10 == 0 ? "" : "" + i, "v" + i % 7)),
        column("n", ValueType.INTEGER),
        text("v"));
    assertThat(
            query(
                "select path_in_schema, stats_min_value, stats_max_value, stats_null_count,"
                    + " compression from parquet_metadata('%s')",
                "data.parquet"))
        .containsExactly(
            List.of("n", "1", "999", 100L, "ZSTD"), List.of("v", "v0", "v6", 0L, "ZSTD"));
    assertThat(query("select count(*) from '%s' where n > 999", "data.parquet"))
        .containsExactly(List.of(0L));
    assertThat(query("select sum(n) from '%s'", "data.parquet"))
        .containsExactly(List.of(BigInteger.valueOf(450_000)));
  }

  @Test
  void readsInstantsOnlyWhenEveryValueBearsItsDistanceToUtc() throws Exception {
    MemoryTable instants =
        MemoryTable.of(
            List.of("h"), List.of("2024-05-31T14:30:00+02:00"), List.of("2024-05-31T12:30:00Z"));
    write(instants, column("h", ValueType.DATETIME));
    assertThat(query("select count(distinct h), any_value(typeof(h)) from '%s'", "data.parquet"))
        .containsExactly(List.of(1L, "TIMESTAMP WITH TIME ZONE"));
    MemoryTable mixed =
        MemoryTable.of(
            List.of("h"), List.of("2024-05-31T14:30:00"), List.of("2024-05-31T12:30:00Z"));
    Exported exported = write(mixed, column("h", ValueType.DATETIME));
    assertThat(exported.columns().get(0).type()).isEqualTo(ValueType.TEXT);
  }

  @Test
  void fallsBackToTextRatherThanLoseAValue() throws Exception {
    MemoryTable table =
        MemoryTable.of(
                List.of("code", "montant", "jour"),
                5000,
                i ->
                    List.of(
                        i == 4321 ? "00042" : "" + i,
                        i == 4999 ? "12,5" : i + ".5",
                        i == 0 ? "2023-02-29" : "2023-02-28"))
            .inBlocksOf(1000);
    Exported exported =
        write(
            table,
            column("code", ValueType.INTEGER),
            column("montant", ValueType.DECIMAL),
            column("jour", ValueType.DATE));
    assertThat(exported.columns()).extracting(ExportColumn::type).containsOnly(ValueType.TEXT);
    assertThat(query("select code, montant, jour from '%s' where jour like '%%29'", "data.parquet"))
        .containsExactly(List.of("0", "0.5", "2023-02-29"));
    assertThat(query("select montant from '%s' where code = '00042'", "data.parquet"))
        .containsExactly(List.of("4321.5"));
  }

  @Test
  void keepsNumbersDatesAndCodesApartInTheWorkbook() throws Exception {
    write(
        MemoryTable.of(
            List.of("siret", "montant", "jour", "heure", "actif", "vieux"),
            List.of(
                "21370261400017", "1250.5", "2024-01-31", "2024-01-31T06:00", "oui", "1899-12-31")),
        text("siret"),
        column("montant", ValueType.DECIMAL),
        column("jour", ValueType.DATE),
        column("heure", ValueType.DATETIME),
        column("actif", ValueType.BOOLEAN),
        column("vieux", ValueType.DATE));
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("data.xlsx")))) {
      Row row = book.getSheetAt(0).getRow(1);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("21370261400017");
      assertThat(row.getCell(0).getCellStyle().getDataFormatString()).isEqualTo("@");
      assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1250.5);
      assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
      assertThat(row.getCell(2).getLocalDateTimeCellValue()).isEqualTo("2024-01-31T00:00");
      assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo("2024-01-31T06:00");
      assertThat(row.getCell(4).getBooleanCellValue()).isTrue();
      assertThat(row.getCell(5).getStringCellValue()).isEqualTo("1899-12-31");
    }
  }

  @Test
  void keepsARowWithoutPlaceAsAFeatureWithoutGeometry() throws Exception {
    write(
        MemoryTable.of(
            List.of("lon", "lat"),
            List.of("0.68", "47.39"),
            List.of("", "47.39"),
            List.of("200", "47.39"),
            List.of("0.68", "abc")),
        longitude("lon"),
        latitude("lat"));
    JsonNode features = geoJson().get("features");
    assertThat(features.get(0).get("geometry").get("coordinates").toString())
        .isEqualTo("[0.68,47.39]");
    for (int i = 1; i < 4; i++) {
      assertThat(features.get(i).get("geometry").isNull()).isTrue();
    }
    assertThat(features.get(3).get("properties").get("lat").stringValue()).isEqualTo("abc");
  }

  @Test
  void readsAPlaceWrittenInOneCell() throws Exception {
    write(
        MemoryTable.of(
            List.of("nom", "geo"),
            List.of("wkt", "POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))"),
            List.of("json", "{\"type\":\"Point\",\"coordinates\":[0.5,47.25]}"),
            List.of("pair", "47.25, 0.5"),
            List.of("texte", "place de la mairie"),
            List.of("ewkt", "SRID=4326;POINT Z (0.5 47.25 90)"),
            List.of("hors du monde", "POINT (600000 6700000)")),
        text("nom"),
        new ExportColumn("geo", ValueType.TEXT, Kinds.GEOMETRY, "geo", Role.GEOMETRY));
    JsonNode features = geoJson().get("features");
    assertThat(features.get(0).get("geometry").toString())
        .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}");
    assertThat(features.get(1).get("geometry").get("coordinates").toString())
        .isEqualTo("[0.5,47.25]");
    assertThat(features.get(2).get("geometry").get("coordinates").toString())
        .isEqualTo("[0.5,47.25]");
    assertThat(features.get(3).get("geometry").isNull()).isTrue();
    assertThat(features.get(4).get("geometry").get("coordinates").toString())
        .isEqualTo("[0.5,47.25]");
    assertThat(features.get(5).get("geometry").isNull()).isTrue();
    assertThat(features.get(0).get("properties").has("geo")).isFalse();
  }

  @Test
  void givesColumnsNamesThatEveryReaderTellsApart() throws Exception {
    Exported exported =
        write(
            MemoryTable.of(
                List.of("Nom", "nom", "nom_2", "file_row_number"), List.of("a", "b", "c", "d")),
            text("Nom"),
            text("nom"),
            text("nom_2"),
            text("file_row_number"));
    assertThat(exported.columns())
        .extracting(ExportColumn::name)
        .containsExactly("Nom", "nom_2", "nom_2_2", "file_row_number_2");
  }

  @Test
  void cutsNamesThatNoDatabaseWouldTake() throws Exception {
    String paragraph = "a".repeat(499) + "\ud83c\udf33" + "b".repeat(5000);
    Exported exported =
        write(
            MemoryTable.of(List.of(paragraph, "n\0m"), List.of("a", "b")),
            text(paragraph),
            text("n\0m"));
    assertThat(exported.columns())
        .extracting(ExportColumn::name)
        .containsExactly("a".repeat(499), "nm");
  }

  @Test
  void quotesAnEmptyCellThatIsAloneOnItsLine() throws Exception {
    write(MemoryTable.of(List.of("a"), List.of("x"), List.of(""), List.of("y")), text("a"));
    assertThat(folder.resolve("data.csv")).hasContent("a\nx\n\"\"\ny\n");
  }

  @Test
  void tellsSizeAndHashOfEachFile() throws Exception {
    Exported exported =
        write(
            MemoryTable.of(List.of("a", "b"), 200_000, i -> List.of("v" + i, "" + i % 13)),
            text("a"),
            column("b", ValueType.INTEGER));
    assertThat(exported.rows()).isEqualTo(200_000);
    assertThat(exported.files())
        .extracting(WrittenFile::file)
        .containsExactly("data.csv", "data.parquet", "data.xlsx");
    for (WrittenFile file : exported.files()) {
      byte[] bytes = Files.readAllBytes(folder.resolve(file.file()));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(file.size()).isEqualTo(bytes.length);
      assertThat(file.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
      assertThat(file.rows()).isEqualTo(200_000);
    }
    assertThat(query("select count(*), count(distinct a), sum(b) from '%s'", "data.parquet"))
        .containsExactly(List.of(200_000L, 200_000L, BigInteger.valueOf(1_199_980)));
  }

  @Test
  void writesATableWithoutRows() throws Exception {
    write(MemoryTable.of(List.of("a", "b")), text("a"), column("b", ValueType.DATE));
    assertThat(query("select * from '%s'", "data.parquet")).isEmpty();
    assertThat(folder.resolve("data.csv")).hasContent("a,b\n");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("data.xlsx")))) {
      assertThat(book.getSheetAt(0).getLastRowNum()).isZero();
    }
  }

  @Test
  void leavesNothingWhenTheTableBreaks() {
    MemoryTable table =
        MemoryTable.of(
            List.of("a"),
            10,
            i -> {
              throw new IllegalStateException("broken");
            });
    assertThatThrownBy(() -> write(table, text("a"))).hasMessage("broken");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void stopsTheWorkbookAtTheLastRowOfASheet() throws Exception {
    int rows = XlsxWriter.MAX_ROWS + 10;
    Exported exported =
        write(MemoryTable.of(List.of("a"), rows, i -> List.of(i % 2 == 0 ? "x" : "")), text("a"));
    assertThat(exported.files())
        .extracting(WrittenFile::rows)
        .containsExactly((long) rows, (long) rows, (long) XlsxWriter.MAX_ROWS);
  }

  private static MemoryTable nasty() {
    return MemoryTable.of(
        List.of("nom", "rang"), NASTY.size(), i -> List.of(NASTY.get(i), "r" + i));
  }

  /** As a cell of a workbook holds it. */
  private static String cut(String text) {
    if (text.length() <= 32_767) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(32_765)) ? 32_765 : 32_766;
    return text.substring(0, end) + "…";
  }

  private Exported write(MemoryTable table, ExportColumn... columns) throws Exception {
    return Exports.write(table, List.of(columns), folder, rows -> {});
  }

  private JsonNode geoJson() throws Exception {
    try (InputStream in = Files.newInputStream(folder.resolve("data.geojson"))) {
      return JsonMapper.shared().readTree(in);
    }
  }

  private List<List<@Nullable Object>> query(String sql, String file) throws Exception {
    String path = folder.resolve(file).toString();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(String.format(sql, path))) {
      int width = result.getMetaData().getColumnCount();
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** A reader of RFC 4180 by the letter. */
  private static List<List<String>> parseCsv(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        record.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return records;
  }

  private static ExportColumn text(String name) {
    return column(name, ValueType.TEXT);
  }

  private static ExportColumn column(String name, ValueType type) {
    return new ExportColumn(name, type, Kinds.TEXT, name, null);
  }

  private static ExportColumn longitude(String name) {
    return new ExportColumn(name, ValueType.DECIMAL, Kinds.LONGITUDE, name, Role.LONGITUDE);
  }

  private static ExportColumn latitude(String name) {
    return new ExportColumn(name, ValueType.DECIMAL, Kinds.LATITUDE, name, Role.LATITUDE);
  }
}
