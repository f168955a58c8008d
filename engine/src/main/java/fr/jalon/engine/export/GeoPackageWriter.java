package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Block;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * A GeoPackage 1.3 (OGC 12-128r17) of one table of features in WGS 84, its shapes of any kind; a
 * row whose place is missing or impossible has no shape but is there.
 *
 * <p>Text stays text; whole and decimal numbers, booleans and dates are such; a date and time is
 * text, for the format has those of UTC only.
 */
final class GeoPackageWriter implements TableWriter {
  static final String FILE = "data.gpkg";

  /** What SQLite gives a table unless it is compiled otherwise (SQLITE_MAX_COLUMN). */
  static final int MAX_COLUMNS = 2000 - 2;

  private static final int SRID = 4326;

  /** Kilobytes of pages that SQLite keeps in memory. */
  private static final int CACHE = 8192;

  private static final String WGS_84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

  private final Path folder;
  private final Path database;
  private final Connection connection;
  private final PreparedStatement insert;
  private final RowPlaces.Columns places;
  private final List<Integer> kept = new ArrayList<>();
  private final String layer;
  private final String shape;
  private final String kind;
  private final ByteBuffer point = header(ByteBuffer.allocate(29), 0).put((byte) 1).putInt(1);
  private final Envelope bounds = new Envelope();
  private long rows;

  GeoPackageWriter(Path folder, List<ExportColumn> columns, String layer) throws IOException {
    this.folder = folder;
    this.layer = layer;
    this.shape = free("geom", columns);
    this.database = folder.resolve("." + FILE + ".sqlite");
    this.places = RowPlaces.Columns.of(columns);
    this.kind = places.geometry() < 0 ? "POINT" : "GEOMETRY";
    for (int i = 0; i < columns.size(); i++) {
      if (i != places.geometry()) {
        kept.add(i);
      }
    }
    Files.deleteIfExists(database);
    Connection opened = null;
    try {
      opened = DriverManager.getConnection("jdbc:sqlite:" + database);
      this.connection = opened;
      this.insert = prepare(columns);
    } catch (SQLException fault) {
      close(opened);
      throw new IOException(fault);
    }
  }

  private PreparedStatement prepare(List<ExportColumn> columns) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      // nobody reads it before it is whole, and what is not whole is thrown away
      sql.execute("pragma journal_mode = off");
      sql.execute("pragma synchronous = off");
      sql.execute("pragma cache_size = -" + CACHE);
      sql.execute("pragma application_id = 0x47504B47");
      sql.execute("pragma user_version = 10300");
      connection.setAutoCommit(false);
      createMetadata(sql);
      sql.execute(createTable(columns));
    }
    String marks = ",?".repeat(kept.size() + 1).substring(1);
    return connection.prepareStatement(
        "insert into " + quoted(layer) + " (" + names(columns, ",") + ") values (" + marks + ")");
  }

  /** The tables that make a database a GeoPackage: sections 1.1.2, 1.1.3 and 2.1.5. */
  private static void createMetadata(Statement sql) throws SQLException {
    sql.execute(
        """
        create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer primary key,
          organization text not null, organization_coordsys_id integer not null,
          definition text not null, description text)
        """);
    sql.execute(
        """
        create table gpkg_contents (table_name text not null primary key, data_type text not null,
          identifier text unique, description text default '',
          last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x double, min_y double, max_x double, max_y double, srs_id integer,
          constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))
        """);
    sql.execute(
        """
        create table gpkg_geometry_columns (table_name text not null, column_name text not null,
          geometry_type_name text not null, srs_id integer not null, z tinyint not null, m tinyint not null,
          constraint pk_geom_cols primary key (table_name, column_name),
          constraint fk_gc_tn foreign key (table_name) references gpkg_contents (table_name),
          constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))
        """);
    sql.execute(
        """
        insert into gpkg_spatial_ref_sys values
          ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
          ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system')
        """);
  }

  private String createTable(List<ExportColumn> columns) {
    StringBuilder sql = new StringBuilder("create table ").append(quoted(layer)).append(" (");
    sql.append(quoted(free("fid", columns))).append(" integer primary key autoincrement not null,");
    sql.append(quoted(shape)).append(' ').append(kind);
    for (int i : kept) {
      ExportColumn column = columns.get(i);
      sql.append(',').append(quoted(column.name())).append(' ').append(type(column.type()));
    }
    return sql.append(')').toString();
  }

  private static String type(ValueType type) {
    return switch (type) {
      case TEXT, DATETIME -> "text";
      case INTEGER -> "integer";
      case DECIMAL -> "double";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
    };
  }

  private String names(List<ExportColumn> columns, String between) {
    List<String> names = new ArrayList<>();
    names.add(quoted(shape));
    kept.forEach(i -> names.add(quoted(columns.get(i).name())));
    return String.join(between, names);
  }

  /** A name that no column of the table has. */
  private static String free(String asked, List<ExportColumn> columns) {
    Set<String> taken = new HashSet<>();
    columns.forEach(column -> taken.add(column.name().toLowerCase(Locale.ROOT)));
    String name = asked;
    for (int i = 2; taken.contains(name); i++) {
      name = asked + "_" + i;
    }
    return name;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void write(Block block, List<TypedChunk> columns) throws IOException {
    Values[] values = new Values[kept.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Values.of(columns.get(kept.get(i)));
    }
    RowPlaces<byte[]> shapes = RowPlaces.of(columns, places, this::blob);
    try {
      for (int row = 0; row < block.rows(); row++) {
        insert.setBytes(1, shapes.arePoints() ? point(shapes, row) : shapes.shape(row));
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 2, values[i].at(row));
        }
        insert.executeUpdate();
      }
    } catch (SQLException fault) {
      throw new IOException(fault);
    }
    rows += block.rows();
  }

  /** The same bytes each time: they are taken before the next row. */
  private byte @Nullable [] point(RowPlaces<byte[]> shapes, int row) {
    double x = shapes.x(row);
    double y = shapes.y(row);
    if (Double.isNaN(x)) {
      return null;
    }
    bounds.expandToInclude(x, y);
    point.putDouble(13, x).putDouble(21, y);
    return point.array();
  }

  private byte[] blob(Geometry geometry) {
    Envelope around = geometry.getEnvelopeInternal();
    bounds.expandToInclude(around);
    byte[] shape = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    return header(ByteBuffer.allocate(40 + shape.length), 1)
        .putDouble(around.getMinX())
        .putDouble(around.getMaxX())
        .putDouble(around.getMinY())
        .putDouble(around.getMaxY())
        .put(shape)
        .array();
  }

  /** What stands before a shape: section 2.1.3, the smallest numbers first. */
  private static ByteBuffer header(ByteBuffer blob, int envelope) {
    blob.order(ByteOrder.LITTLE_ENDIAN);
    return blob.put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put((byte) (envelope << 1 | 1))
        .putInt(SRID);
  }

  @Override
  public WrittenFile finish() throws IOException {
    try {
      describe();
      connection.commit();
      connection.close();
    } catch (SQLException fault) {
      throw new IOException(fault);
    }
    try (HashedFile file = new HashedFile(folder, FILE)) {
      Files.copy(database, file);
      return file.finish(WrittenFormat.GPKG, rows);
    }
  }

  private void describe() throws SQLException {
    insert.close();
    try (PreparedStatement sql =
        connection.prepareStatement(
            "insert into gpkg_spatial_ref_sys values ('WGS 84 geodetic', ?, 'EPSG', ?, ?, '')")) {
      sql.setInt(1, SRID);
      sql.setInt(2, SRID);
      sql.setString(3, WGS_84);
      sql.executeUpdate();
    }
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            insert into gpkg_contents
              (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)
            values (?, 'features', ?, '1980-01-01T00:00:00.000Z', ?, ?, ?, ?, ?)
            """)) {
      sql.setString(1, layer);
      sql.setString(2, layer);
      double[] corners = {bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()};
      for (int i = 0; i < corners.length; i++) {
        sql.setObject(i + 3, bounds.isNull() ? null : corners[i]);
      }
      sql.setInt(7, SRID);
      sql.executeUpdate();
    }
    try (PreparedStatement sql =
        connection.prepareStatement(
            "insert into gpkg_geometry_columns values (?, ?, ?, ?, 0, 0)")) {
      sql.setString(1, layer);
      sql.setString(2, shape);
      sql.setString(3, kind);
      sql.setInt(4, SRID);
      sql.executeUpdate();
    }
  }

  @Override
  public void close() throws IOException {
    close(connection);
    Files.deleteIfExists(database);
  }

  private static void close(@Nullable Connection connection) throws IOException {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException fault) {
      throw new IOException(fault);
    }
  }

  /** The distinct values of a column of a block as SQLite takes them. */
  private record Values(TypedChunk column, @Nullable Object[] values) {
    static Values of(TypedChunk column) {
      @Nullable Object[] values = new Object[column.chunk().distinct()];
      for (int code = 0; code < values.length; code++) {
        values[code] = column.isEmpty(code) ? null : value(column, code);
      }
      return new Values(column, values);
    }

    private static Object value(TypedChunk column, int code) {
      return switch (column.type()) {
        case TEXT, DATE, DATETIME -> column.chunk().value(code).toString();
        case INTEGER, BOOLEAN -> column.bits(code);
        case DECIMAL -> column.decimal(code);
      };
    }

    @Nullable Object at(int row) {
      return values[column.chunk().code(row)];
    }
  }
}
