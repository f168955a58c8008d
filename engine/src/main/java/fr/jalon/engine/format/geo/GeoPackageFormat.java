package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * GeoPackage (OGC 12-128). The database is opened read-only and immutable, its schema untrusted:
 * only real tables are read, never views.
 */
public final class GeoPackageFormat implements Format {
  private static final String MAGIC = "SQLite format 3\u0000";

  /** Names of primary keys that programs make by themselves. */
  private static final Set<String> MADE_KEYS = Set.of("fid", "ogc_fid");

  private record Layer(String table, @Nullable String geometry, int srs) {}

  @Override
  public String code() {
    return "gpkg";
  }

  @Override
  public Family family() {
    return Family.MAP;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("gpkg", "application/geopackage+sqlite3"));
  }

  @Override
  public boolean mayBePacked() {
    return true;
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    try (InputStream in = Files.newInputStream(source.path())) {
      byte[] start = in.readNBytes(MAGIC.length());
      return new String(start, StandardCharsets.ISO_8859_1).equals(MAGIC);
    }
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Features features = new Features(source.work());
    boolean done = false;
    try (Connection connection = open(source.path())) {
      List<Layer> layers = layers(connection);
      if (layers.isEmpty()) {
        throw new RefusedException("gpkg-without-layers");
      }
      Layer chosen = layers.get(0);
      List<SheetSummary> summaries = new ArrayList<>();
      for (Layer layer : layers) {
        chosen = layer.table().equals(options.sheet()) ? layer : chosen;
      }
      for (Layer layer : layers) {
        summaries.add(
            layer.equals(chosen)
                ? Features.current(layer.table())
                : sketch(connection, layer, source.work()));
      }
      readLayer(connection, chosen, features);
      Table table = features.table(code(), null, false, chosen.table(), summaries);
      done = true;
      return table;
    } catch (SQLException e) {
      throw new UnreadableFile("corrupt-gpkg");
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      if (!done) {
        features.close();
      }
    }
  }

  private static SheetSummary sketch(Connection connection, Layer layer, Path work)
      throws IOException {
    Features sketch = Features.sketch(work);
    boolean done = false;
    try {
      readLayer(connection, layer, sketch);
      SheetSummary summary = sketch.summary(layer.table(), count(connection, layer));
      done = true;
      return summary;
    } catch (SQLException | RefusedException e) {
      // a layer too damaged to show takes nothing from the one that is read
      return new SheetSummary(layer.table(), false, 0, 0, "empty", List.of());
    } finally {
      if (!done) {
        sketch.close();
      }
    }
  }

  private static Connection open(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    String url = "jdbc:sqlite:" + path.toAbsolutePath().toUri() + "?immutable=1";
    Connection connection = config.createConnection(url.replace("file:///", "file:/"));
    try {
      if (connection instanceof SQLiteConnection sqlite) {
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, Limits.VALUE_BYTES);
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma trusted_schema = off");
        statement.execute("pragma cell_size_check = on");
        statement.execute("pragma mmap_size = 0");
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static List<Layer> layers(Connection connection) throws SQLException {
    List<Layer> layers = new ArrayList<>();
    if (!hasContents(connection)) {
      return layers;
    }
    String sql =
        """
        select c.table_name, g.column_name, coalesce(g.srs_id, 0)
        from gpkg_contents c
        join sqlite_master m on m.name = c.table_name and m.type = 'table'
        left join gpkg_geometry_columns g on g.table_name = c.table_name
        where c.data_type in ('features', 'attributes', 'aspatial')
          and m.sql like 'create table%'
        order by c.data_type <> 'features', c.rowid
        limit 1000
        """;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        String table = rows.getString(1);
        if (table != null) {
          layers.add(new Layer(table, rows.getString(2), rows.getInt(3)));
        }
      }
    }
    return layers;
  }

  /** False for a database that is no GeoPackage. */
  private static boolean hasContents(Connection connection) throws SQLException {
    String sql =
        "select 1 from sqlite_master where name in ('gpkg_contents', 'gpkg_geometry_columns')"
            + " and type = 'table'";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() && rows.next();
    }
  }

  private static long count(Connection connection, Layer layer) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + quote(layer.table()))) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static @Nullable Crs crs(Connection connection, int srs) throws SQLException {
    String sql =
        """
        select organization, organization_coordsys_id, definition
        from gpkg_spatial_ref_sys where srs_id = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, srs);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return null;
        }
        String organization = rows.getString(1);
        if ("EPSG".equalsIgnoreCase(organization)) {
          return Crs.of(rows.getInt(2));
        }
        String definition = rows.getString(3);
        int epsg = definition == null ? 0 : ProjectionText.epsg(definition);
        return epsg == 0 ? null : Crs.of(epsg);
      }
    }
  }

  private static void readLayer(Connection connection, Layer layer, Features features)
      throws SQLException, IOException {
    List<String> columns = new ArrayList<>();
    String geometry = layer.geometry();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("pragma table_info(" + quote(layer.table()) + ")")) {
      while (rows.next()) {
        String name = rows.getString("name");
        boolean made = rows.getInt("pk") > 0 && MADE_KEYS.contains(name.toLowerCase(Locale.ROOT));
        if (!made && !name.equals(geometry)) {
          columns.add(name);
        }
      }
    }
    if (columns.size() > Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
    for (String column : columns) {
      features.column(column);
    }
    if (geometry != null) {
      features.expectGeometry();
      features.declare(crs(connection, layer.srs()));
    }
    StringBuilder sql = new StringBuilder("select ");
    sql.append(geometry == null ? "null" : quote(geometry));
    columns.forEach(column -> sql.append(", ").append(quote(column)));
    sql.append(" from ").append(quote(layer.table()));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.toString())) {
      Set<String> binary = new LinkedHashSet<>();
      for (long number = 1; features.wantsMore() && rows.next(); number++) {
        readRecord(rows, columns, geometry != null, features, binary);
        features.endRecord(number);
      }
      features.leaveOut(binary);
      if (!binary.isEmpty()) {
        features.note(new Note("binary-left-out", Map.of("columns", String.join(", ", binary))));
      }
    }
  }

  private static void readRecord(
      ResultSet rows, List<String> columns, boolean placed, Features features, Set<String> binary)
      throws SQLException, IOException {
    if (placed) {
      Object blob = rows.getObject(1);
      if (blob instanceof byte[] bytes) {
        Wkb.give(bytes, features);
      } else if (blob == null) {
        features.noGeometry();
      } else {
        features.invalidGeometry();
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      Object value = rows.getObject(i + 2);
      if (value instanceof Double number) {
        features.property(columns.get(i), PlainNumber.text(number));
      } else if (value instanceof byte[] bytes) {
        if (bytes.length > 0) {
          binary.add(columns.get(i));
        }
      } else if (value != null) {
        features.property(columns.get(i), value.toString());
      }
    }
  }

  private static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
