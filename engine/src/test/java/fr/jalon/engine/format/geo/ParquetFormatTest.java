package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are made by another program, so that a fault here is no fault of the reader there. */
class ParquetFormatTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "uncompressed, V1",
    "snappy, V1",
    "gzip, V1",
    "zstd, V1",
    "lz4_raw, V1",
    "zstd, V2",
    "snappy, V2"
  })
  void readsEveryCompressionAndBothVersions(String codec, String version) throws Exception {
    byte[] file =
        written(
            "select i as n, 'commune ' || (i % 7) as nom, 'rue unique ' || i as adresse, i / 4 as x,"
                + " case when i % 3 = 0 then null else i % 2 = 0 end as ok, i * 1000000007 as grand"
                + " from range(5000) t(i)",
            "CODEC '" + codec + "', PARQUET_VERSION " + version);
    Outcome outcome = Outcome.of("a.parquet", file);
    assertThat(outcome.reading().format()).isEqualTo("parquet");
    assertThat(outcome.columns()).containsExactly("n", "nom", "adresse", "x", "ok", "grand");
    assertThat(outcome.rows()).hasSize(5000);
    for (int i = 0; i < 5000; i++) {
      String ok = i % 3 == 0 ? "" : Boolean.toString(i % 2 == 0);
      String x = Double.toString(i / 4.0).replaceAll("\\.0$", "");
      assertThat(outcome.rows().get(i))
          .isEqualTo(
              List.of(
                  "" + i,
                  "commune " + i % 7,
                  "rue unique " + i,
                  x,
                  ok,
                  Long.toString(i * 1_000_000_007L)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"V1", "V2"})
  void writesValuesAsPeopleReadThem(String version) throws Exception {
    byte[] file =
        written(
            "select date '2024-02-29' as jour, timestamp '2024-02-29 08:05:00.25' as quand,"
                + " timestamptz '2024-02-29 08:05:00+00' as instant, time '08:05:00' as heure,"
                + " 12.50::decimal(9,2) as prix, 123456789012345678901234.5::decimal(38,1) as gros,"
                + " 9007199254740993::bigint as exact, 18446744073709551615::ubigint as sans_signe,"
                + " 200::utinyint as petit, 0.1::float as f, 0.1::double as d,"
                + " 'NaN'::double as rien, uuid '00000000-0000-4000-8000-000000000001' as id,"
                + " '01004'::varchar as insee, (-5)::smallint as bas",
            "PARQUET_VERSION " + version);
    assertThat(Outcome.of("a.parquet", file).lines())
        .containsExactly(
            "2024-02-29 | 2024-02-29T08:05:00.250 | 2024-02-29T08:05:00Z | 08:05:00 | 12.50"
                + " | 123456789012345678901234.5 | 9007199254740993 | 18446744073709551615 | 200"
                + " | 0.1 | 0.1 |  | 00000000-0000-4000-8000-000000000001 | 01004 | -5");
  }

  @Test
  void opensStructuresAndLeavesListsOut() throws Exception {
    byte[] file =
        written(
            "select 1 as n, {'rue': 'A', 'ville': {'nom': null::varchar, 'code': '45000'}} as"
                + " adresse, [1, 2] as liste, map {'a': 1} as carte, '\\xFF\\x00'::blob as photo",
            "CODEC 'zstd'");
    Outcome outcome = Outcome.of("a.parquet", file);
    assertThat(outcome.columns())
        .containsExactly("n", "adresse.rue", "adresse.ville.nom", "adresse.ville.code");
    assertThat(outcome.lines()).containsExactly("1 | A |  | 45000");
    assertThat(outcome.notes()).containsExactly("nested-left-out", "binary-left-out");
  }

  @Test
  void readsThePlacesOfGeoParquet() throws Exception {
    String point = hex(point(700_000, 6_600_000));
    byte[] file =
        written(
            "select 'a' as nom, '" + point + "'::blob as lieu union all select 'b', null",
            "KV_METADATA {geo: '{\"version\":\"1.1.0\",\"primary_column\":\"lieu\",\"columns\":"
                + "{\"lieu\":{\"encoding\":\"WKB\",\"crs\":{\"type\":\"ProjectedCRS\",\"id\":"
                + "{\"authority\":\"EPSG\",\"code\":2154}}}}}'}");
    Outcome outcome = Outcome.of("a.parquet", file);
    assertThat(outcome.columns()).containsExactly("nom", "longitude", "latitude");
    assertThat(outcome.lines()).containsExactly("a | 3 | 46.5", "b |  | ");
    assertThat(outcome.reading().crs()).isEqualTo("EPSG:2154");
    assertThat(outcome.notes()).containsExactly("reprojected", "no-geometry");
  }

  @Test
  void readsSeveralRowGroupsAndManyRows() throws Exception {
    byte[] file =
        written(
            "select i as n, i // 1000 as groupe, md5(i::varchar) as cle from range(300000) t(i)",
            "ROW_GROUP_SIZE 50000, PARQUET_VERSION V2");
    Outcome outcome = Outcome.of("a.parquet", file);
    assertThat(outcome.rows()).hasSize(300_000);
    assertThat(outcome.rows().get(299_999)).startsWith("299999", "299");
  }

  @Test
  void refusesWhatIsCut() throws Exception {
    byte[] file = written("select i as n, 'x' || i as nom from range(50) t(i)", "CODEC 'zstd'");
    for (int length = 4; length < file.length; length++) {
      assertThat(Outcome.of("a.parquet", Arrays.copyOf(file, length)).refusal())
          .isEqualTo("corrupt-parquet");
    }
  }

  @ParameterizedTest
  @CsvSource({"zstd, V1", "uncompressed, V2"})
  void survivesAnyDamage(String codec, String version) throws Exception {
    byte[] file =
        written(
            "select i as n, 'commune ' || (i % 5) as nom, i / 7 as x, i % 2 = 0 as ok, date"
                + " '2024-01-01' + (i % 9)::int as jour, {'a': i, 'b': [i]} as s, 'long texte à part"
                + " numéro ' || i as texte from range(60) t(i)",
            "CODEC '" + codec + "', PARQUET_VERSION " + version);
    Damage.survive(new ParquetFormat(), "a.parquet", file);
  }

  private byte[] written(String query, String options) throws SQLException, IOException {
    Path file = folder.resolve("written.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      statement.execute("copy (" + query + ") to '" + file + "' (format parquet, " + options + ")");
    }
    return Files.readAllBytes(file);
  }

  private static byte[] point(double x, double y) {
    ByteBuffer wkb = ByteBuffer.allocate(21).order(ByteOrder.LITTLE_ENDIAN);
    return wkb.put((byte) 1).putInt(1).putDouble(x).putDouble(y).array();
  }

  private static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder();
    for (byte each : bytes) {
      hex.append(String.format("\\x%02X", each));
    }
    return hex.toString();
  }
}
