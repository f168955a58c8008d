package fr.jalon.engine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is made of a published CSV is read again by software that is not ours: LibreOffice, Python,
 * DuckDB, SQLite and GDAL, each where the machine has it.
 */
class DownloadsTest {
  private static final int MOST_SECONDS = 60;
  private static final String SQUARE =
      "POLYGON ((0 40, 1 40, 1 41, 0 41, 0 40), (0.2 40.2, 0.4 40.2, 0.4 40.4, 0.2 40.4, 0.2 40.2))";

  private static final List<ExportColumn> COLUMNS =
      List.of(
          column("code postal", ValueType.TEXT, null),
          column("intitulé de la subvention", ValueType.TEXT, null),
          column("intitulé de la commune", ValueType.TEXT, null),
          column("montant", ValueType.DECIMAL, null),
          column("voix", ValueType.INTEGER, null),
          column("ouvert", ValueType.BOOLEAN, null),
          column("jour", ValueType.DATE, null),
          column("vu", ValueType.DATETIME, null),
          column("lon", ValueType.DECIMAL, Role.LONGITUDE),
          column("lat", ValueType.DECIMAL, Role.LATITUDE));

  private static final List<List<String>> ROWS =
      List.of(
          List.of(
              "01004",
              "=1+1",
              "Œuilly & <Sœurs>",
              "12.50",
              "42",
              "true",
              "2022-03-12",
              "2022-03-12T14:30:15",
              "0.5",
              "47.25"),
          List.of(
              "00012",
              "deux\nlignes; un \"mot\"",
              " deux  espaces ",
              "-0.005",
              "999999999999999999",
              "false",
              "1899-12-31",
              "",
              "",
              ""),
          List.of(
              "45000", "@SUM(A1)", "été, hiver\tfin", "1200", "7", "", "", "", "1.9093", "47.9029"),
          List.of("", "+33 2 38", "é".repeat(200), "", "0", "", "2024-02-29", "", "200", "47"));

  @TempDir static Path folder;

  @BeforeAll
  static void writeThemAll() throws Exception {
    publish(folder, COLUMNS, ROWS);
    for (WrittenFormat format : WrittenFormat.values()) {
      if (format.madeFromCsv()) {
        WrittenFile file = download(folder, COLUMNS, format);
        assertThat(file.rows()).isEqualTo(ROWS.size());
        assertThat(file.size()).isEqualTo(Files.size(folder.resolve(file.file())));
      }
    }
  }

  @Test
  void pythonReadsTheCsvOfExcel() throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve(ExcelCsvWriter.FILE));
    assertThat(bytes).startsWith(0xef, 0xbb, 0xbf);
    List<List<String>> read =
        python(
            """
            import csv, json, sys
            with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:
                print(json.dumps(list(csv.reader(f, delimiter=';'))))
            """,
            ExcelCsvWriter.FILE);
    List<List<String>> expected = new ArrayList<>();
    expected.add(COLUMNS.stream().map(ExportColumn::name).toList());
    for (List<String> row : ROWS) {
      List<String> cells = new ArrayList<>(row);
      for (int decimal : new int[] {3, 8, 9}) {
        cells.set(decimal, row.get(decimal).replace('.', ','));
      }
      expected.add(cells);
    }
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void duckDbReadsTheJson() throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "select * from read_json('"
                    + folder.resolve(JsonWriter.FILE)
                    + "', format = 'array', columns = {'code postal': 'VARCHAR',"
                    + " 'intitulé de la subvention': 'VARCHAR', 'montant': 'DOUBLE',"
                    + " 'voix': 'VARCHAR', 'ouvert': 'BOOLEAN'})")) {
      for (List<String> row : ROWS) {
        assertThat(rows.next()).isTrue();
        assertThat(orEmpty(rows.getString(1))).isEqualTo(row.get(0));
        assertThat(orEmpty(rows.getString(2))).isEqualTo(row.get(1));
        assertThat(rows.getObject(3)).isEqualTo(number(row.get(3)));
        assertThat(orEmpty(rows.getString(4))).isEqualTo(row.get(4));
        assertThat(orEmpty(rows.getString(5))).isEqualTo(row.get(5));
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void libreOfficeReadsTheOds() throws Exception {
    Path office = program("soffice");
    if (office == null || !Files.exists(office.toRealPath().resolveSibling("libsclo.so"))) {
      System.out.println("LibreOffice Calc is not on this machine: no ODS was opened by it");
      return;
    }
    run(
        office.toString(),
        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        folder.resolve("read").toString(),
        folder.resolve(OdsWriter.FILE).toString());
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(folder.resolve("read/data.xlsx")))) {
      assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(ROWS.size());
      for (int i = 0; i < ROWS.size(); i++) {
        Row row = book.getSheetAt(0).getRow(i + 1);
        for (int at = 0; at < COLUMNS.size(); at++) {
          assertThat(cell(row, at))
              .as("%s of row %d", COLUMNS.get(at).name(), i)
              .isEqualTo(shown(i, at));
        }
      }
    }
  }

  /** What a workbook has in a cell: text as it is, a number, a date with its name. */
  private static String cell(Row row, int at) {
    if (row.getCell(at) == null || row.getCell(at).getCellType() == CellType.BLANK) {
      return "";
    }
    return switch (row.getCell(at).getCellType()) {
      case STRING -> "text " + row.getCell(at).getStringCellValue();
      case BOOLEAN -> "bool " + row.getCell(at).getBooleanCellValue();
      case NUMERIC ->
          DateUtil.isCellDateFormatted(row.getCell(at))
              ? "date " + row.getCell(at).getLocalDateTimeCellValue()
              : "number " + row.getCell(at).getNumericCellValue();
      default -> "?" + row.getCell(at).getCellType();
    };
  }

  private static String shown(int row, int at) {
    String value = ROWS.get(row).get(at);
    if (value.isEmpty()) {
      return "";
    }
    boolean asText = value.length() > 15 && at == 4 || value.startsWith("1899");
    return switch (COLUMNS.get(at).type()) {
      case TEXT -> "text " + value.replace('\t', ' ');
      case INTEGER, DECIMAL -> asText ? "text " + value : "number " + Double.parseDouble(value);
      case BOOLEAN -> "bool " + value;
      case DATE -> asText ? "text " + value : "date " + value + "T00:00";
      case DATETIME -> "date " + value;
    };
  }

  @Test
  void sqliteReadsTheGeoPackage() throws Exception {
    try (Connection lite =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(GeoPackageWriter.FILE));
        Statement sql = lite.createStatement();
        ResultSet rows = sql.executeQuery("select * from \"aides\" order by fid")) {
      for (List<String> row : ROWS) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getBytes("geom") == null)
            .isEqualTo(row.get(8).isEmpty() || row.get(8).equals("200"));
        for (int i = 0; i < COLUMNS.size(); i++) {
          String value = orEmpty(rows.getString(COLUMNS.get(i).name()));
          String expected = row.get(i);
          switch (COLUMNS.get(i).type()) {
            case DECIMAL -> assertThat(number(value)).isEqualTo(number(expected));
            case BOOLEAN ->
                assertThat(value)
                    .isEqualTo(expected.isEmpty() ? "" : expected.equals("true") ? "1" : "0");
            default -> assertThat(value).isEqualTo(expected);
          }
        }
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void gdalReadsTheMaps() throws Exception {
    if (!hasGdal()) {
      System.out.println("GDAL is not on this machine: no map was opened by it");
      return;
    }
    List<List<String>> box = maps(folder, GeoPackageWriter.FILE);
    assertThat(box).hasSize(ROWS.size());
    assertThat(box.get(0))
        .containsExactly(
            "01004",
            "=1+1",
            "Œuilly & <Sœurs>",
            "12.5",
            "42",
            "1",
            "2022-03-12",
            "2022-03-12T14:30:15",
            "0.5",
            "47.25",
            "Point 0.5 47.25");
    assertThat(box.get(1))
        .contains("deux\nlignes; un \"mot\"", " deux  espaces ", "1899-12-31", "nowhere");
    List<List<String>> shapes = maps(folder, ShapefileWriter.FILE);
    assertThat(shapes).hasSize(ROWS.size());
    assertThat(shapes.get(0)).isEqualTo(box.get(0));
    assertThat(shapes.get(1))
        .contains("00012", "deux\nlignes; un \"mot\"", "-0.005", "999999999999999999", "0");
    assertThat(shapes.get(3)).contains("é".repeat(127), "nowhere");
  }

  @Test
  void keepsEachKindOfShapeInAFileOfItsOwn(@TempDir Path mixed) throws Exception {
    List<ExportColumn> columns =
        List.of(
            column("nom", ValueType.TEXT, null), column("forme", ValueType.TEXT, Role.GEOMETRY));
    publish(
        mixed,
        columns,
        List.of(
            List.of("a", "POINT (1 2)"),
            List.of("b", SQUARE),
            List.of("c", "LINESTRING (0 0, 1 1, 2 0)"),
            List.of("d", ""),
            List.of("e", "{\"type\":\"Point\",\"coordinates\":[3,4]}"),
            List.of("f", "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))")));
    download(mixed, columns, WrittenFormat.SHAPEFILE);
    download(mixed, columns, WrittenFormat.GPKG);
    assertThat(entries(mixed))
        .contains("aides-points.shp", "aides-lignes.dbf", "aides-surfaces.prj", "aides-points.cpg")
        .contains("LISEZ-MOI.txt");
    if (hasGdal()) {
      assertThat(maps(mixed, ShapefileWriter.FILE))
          .containsExactlyInAnyOrder(
              List.of("a", "Point 1.0 2.0"),
              List.of("d", "nowhere"),
              List.of("e", "Point 3.0 4.0"),
              List.of("f", "nowhere"),
              List.of("c", "LineString 0.0 0.0"),
              List.of("b", "Polygon 0.96"));
      assertThat(maps(mixed, GeoPackageWriter.FILE))
          .contains(List.of("b", "Polygon 0.96"), List.of("d", "nowhere"))
          .hasSize(6);
    }
  }

  @Test
  void cutsNamesOfColumnsWithoutCuttingALetter() {
    assertThat(
            DbfField.names(
                List.of(
                    "intitulé de la subvention",
                    "intitulé de la commune",
                    "œuœuœuœu",
                    "adresse_principale",
                    "adresse_pr",
                    "NOM",
                    "nom")))
        .containsExactly(
            "intitulé ", "intitul_2", "œuœuœu", "adresse__2", "adresse_pr", "NOM", "nom_2");
  }

  @Test
  void saysInTheArchiveWhatWasCut() throws Exception {
    String notes = notes(folder);
    assertThat(notes)
        .contains("intitul", "intitulé de la commune ; 1", "code posta ; code postal ; 0");
  }

  @Test
  void refusesWhatAFormatCannotHold(@TempDir Path wide) throws Exception {
    List<ExportColumn> columns = new ArrayList<>(COLUMNS);
    for (int i = 0; i < DbfField.MOST_FIELDS; i++) {
      columns.add(column("c" + i, ValueType.TEXT, null));
    }
    publish(wide, columns, List.of());
    refused(wide, columns, WrittenFormat.SHAPEFILE, "shapefile-too-many-columns");
    List<ExportColumn> nowhere = columns.subList(0, 3);
    publish(wide, nowhere, List.of());
    refused(wide, nowhere, WrittenFormat.GPKG, "download-without-places");
  }

  @Test
  void isTheSameFileEachTime(@TempDir Path again) throws Exception {
    publish(again, COLUMNS, ROWS);
    for (WrittenFormat format : WrittenFormat.values()) {
      if (format.madeFromCsv()) {
        WrittenFile file = download(again, COLUMNS, format);
        assertThat(Files.readAllBytes(again.resolve(file.file())))
            .as("%s", format)
            .isEqualTo(Files.readAllBytes(folder.resolve(file.file())));
      }
    }
    try (Stream<Path> left = Files.list(again)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  private static void refused(
      Path folder, List<ExportColumn> columns, WrittenFormat format, String code) {
    assertThatThrownBy(() -> download(folder, columns, format))
        .isInstanceOfSatisfying(
            UnreadableFile.class, why -> assertThat(why.refusal().code()).isEqualTo(code));
  }

  private static ExportColumn column(String name, ValueType type, @Nullable Role role) {
    return new ExportColumn(name, type, Kinds.TEXT, name, role);
  }

  private static void publish(Path folder, List<ExportColumn> columns, List<List<String>> rows)
      throws Exception {
    MemoryTable table =
        MemoryTable.of(
            columns.stream().map(ExportColumn::name).toList(), rows.size(), i -> rows.get(i));
    Exported exported = Exports.write(table, columns, folder, written -> {});
    assertThat(exported.columns()).isEqualTo(columns);
  }

  private static WrittenFile download(Path folder, List<ExportColumn> columns, WrittenFormat format)
      throws IOException, UnreadableFile {
    return Downloads.write(
        folder.resolve(CsvWriter.FILE), columns, format, "aides", folder, written -> {});
  }

  private static @Nullable Double number(String text) {
    return text.isEmpty() ? null : Double.valueOf(text);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static List<String> entries(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = open(folder)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static String notes(Path folder) throws IOException {
    try (ZipInputStream zip = open(folder)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".txt")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no notes");
  }

  private static ZipInputStream open(Path folder) throws IOException {
    InputStream file = Files.newInputStream(folder.resolve(ShapefileWriter.FILE));
    return new ZipInputStream(file);
  }

  /** Every layer's rows as GDAL reads them: properties as texts, then the shape. */
  private static List<List<String>> maps(Path folder, String file) throws Exception {
    return python(
        """
        import json, struct, sys, pyogrio
        def shape(wkb):
            if wkb is None:
                return 'nowhere'
            kind, = struct.unpack_from('<I', wkb, 1)
            if kind == 1:
                return 'Point %s %s' % struct.unpack_from('<dd', wkb, 5)
            if kind == 2:
                return 'LineString %s %s' % struct.unpack_from('<dd', wkb, 9)
            if kind != 3:
                return 'kind %d' % kind
            rings, = struct.unpack_from('<I', wkb, 5)
            at, area = 9, 0
            for r in range(rings):
                n, = struct.unpack_from('<I', wkb, at)
                p = [struct.unpack_from('<dd', wkb, at + 4 + 16 * i) for i in range(n)]
                one = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(p, p[1:]))) / 2
                area += one if r == 0 else -one
                at += 4 + 16 * n
            return 'Polygon %s' % round(area, 6)
        def said(value):
            value = value.item() if hasattr(value, 'item') and 'datetime' not in str(type(value)) else value
            if value is None or value != value or str(value) == 'NaT':
                return ''
            whole = isinstance(value, float) and value.is_integer()
            return str(int(value)) if whole else str(value)
        rows = []
        for layer, kind in pyogrio.list_layers(sys.argv[1]):
            meta, fids, shapes, fields = pyogrio.raw.read(sys.argv[1], layer=layer)
            assert '4326' in str(meta['crs']) or 'WGS' in str(meta['crs'])
            for i, wkb in enumerate(shapes):
                rows.append([said(f[i]) for f in fields] + [shape(wkb)])
        print(json.dumps(rows))
        """,
        folder.resolve(file).toString());
  }

  private static boolean hasGdal() throws Exception {
    Path python = program("python3");
    return python != null && run(python.toString(), "-c", "import pyogrio") == 0;
  }

  @SuppressWarnings("unchecked")
  private static List<List<String>> python(String script, String file) throws Exception {
    Path python = program("python3");
    if (python == null) {
      throw new IllegalStateException("Python is not on this machine");
    }
    Path log = Files.createTempFile(folder, "python", ".log");
    Process process =
        new ProcessBuilder(python.toString(), "-c", script, folder.resolve(file).toString())
            .redirectOutput(log.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return tools.jackson.databind.json.JsonMapper.shared().readValue(log.toFile(), List.class);
  }

  private static int run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(command[0] + " did not end in " + MOST_SECONDS + " s");
    }
    return process.exitValue();
  }

  private static @Nullable Path program(String name) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(":"))
            .map(each -> Path.of(each, name))
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElse(null);
  }
}
