package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.SheetSummary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageFormatTest {
  @TempDir private Path folder;

  @Test
  void readsALayerAndItsSystem() throws Exception {
    Outcome outcome =
        Outcome.of("a.gpkg", gpkg("insert into lieux (geom, nom, n) values (?, 'Été', 1.5)"));
    assertThat(outcome.columns()).containsExactly("nom", "n", "longitude", "latitude");
    assertThat(outcome.lines()).containsExactly("Été | 1.5 | 3 | 46.5");
    assertThat(outcome.reading().crs()).isEqualTo("EPSG:2154");
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::name, SheetSummary::rows, SheetSummary::columns)
        .containsExactly(tuple("lieux", 1L, 4), tuple("notes", 0L, 1));
  }

  @Test
  void readsTheLayerAskedFor() throws Exception {
    byte[] file = gpkg("insert into notes (texte) values (coalesce('a', ?))");
    ReadOptions options = ReadOptions.NONE.withSheet("notes");
    assertThat(Outcome.of("a.gpkg", file, options).lines()).containsExactly("a");
  }

  @Test
  void saysThatPicturesAreLeftOut() throws Exception {
    byte[] file = gpkg("insert into lieux (geom, nom) values (?, x'00ff')");
    Outcome outcome = Outcome.of("a.gpkg", file);
    assertThat(outcome.notes()).contains("binary-left-out");
    assertThat(outcome.columns()).containsExactly("n", "longitude", "latitude");
    assertThat(outcome.lines()).containsExactly(" | 3 | 46.5");
  }

  @Test
  void refusesADatabaseThatIsNoMap() throws Exception {
    byte[] file = gpkg("alter table gpkg_contents rename to autre");
    assertThat(Outcome.of("a.gpkg", file).refusal()).isEqualTo("gpkg-without-layers");
  }

  @Test
  void neverReadsAView() throws Exception {
    byte[] file =
        gpkg(
            "update gpkg_contents set table_name = 'sans_fin' where table_name in ('lieux', 'x') or"
                + " ? is null");
    assertThat(Outcome.of("a.gpkg", file).reading().sheet()).isEqualTo("notes");
  }

  @Test
  void neverFailsOnBrokenFiles() throws Exception {
    byte[] whole = gpkg("insert into lieux (geom, nom) values (?, 'x')");
    assertThat(Outcome.of("a.gpkg", Arrays.copyOf(whole, 4096)).refusal()).isNotEmpty();
    for (int i = 100; i < whole.length; i += 997) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x55;
      Outcome.of("a.gpkg", changed);
    }
  }

  private byte[] gpkg(String change) throws SQLException, IOException {
    Path file = Files.createTempFile(folder, "a", ".gpkg");
    Files.delete(file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          create table gpkg_spatial_ref_sys (srs_id integer primary key, organization text,
            organization_coordsys_id integer, definition text);
          insert into gpkg_spatial_ref_sys values (2154, 'EPSG', 2154, '');
          create table gpkg_contents (table_name text, data_type text);
          insert into gpkg_contents values ('lieux', 'features'), ('notes', 'attributes');
          create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);
          insert into gpkg_geometry_columns values ('lieux', 'geom', 2154);
          create table lieux (fid integer primary key, geom blob, nom text, n real);
          create table notes (texte text);
          create view sans_fin as with recursive a(n) as (select 1 union all select n + 1 from a)
            select n from a;
          """);
      try (PreparedStatement prepared = connection.prepareStatement(change)) {
        if (change.indexOf('?') >= 0) {
          prepared.setBytes(1, point(700000, 6600000));
        }
        prepared.executeUpdate();
      }
    }
    return Files.readAllBytes(file);
  }

  private static byte[] point(double x, double y) {
    ByteBuffer blob = ByteBuffer.allocate(8 + 21).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(2154);
    blob.put((byte) 1).putInt(1).putDouble(x).putDouble(y);
    return blob.array();
  }
}
