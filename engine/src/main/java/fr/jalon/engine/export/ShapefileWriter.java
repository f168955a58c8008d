package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A shapefile in one archive, for programs that read nothing else: a file a kind of shape, in WGS
 * 84 (".prj"), texts in UTF-8 (".cpg"), and a page that says what the format made of the table
 * (names cut, texts cut, shapes left out).
 */
final class ShapefileWriter implements TableWriter {
  static final String FILE = "data.shp.zip";
  private static final int FLUSH_AT = 1 << 16;
  private static final int MAGIC = 9994;
  private static final int VERSION = 1000;
  private static final long RECORD_IN_INDEX = 8;

  private static final String WGS_84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private final HashedFile file;
  private final Path folder;
  private final String name;
  private final List<ExportColumn> columns;
  private final ShapefilePlan plan;
  private final Map<ShapeKind, Layer> layers = new EnumMap<>(ShapeKind.class);
  private final ByteBuffer point =
      ByteBuffer.allocate(ShapeRecord.POINT)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(ShapeKind.POINTS.code());
  private long rows;

  /**
   * @param name of the files in the archive, without their ends
   */
  ShapefileWriter(Path folder, List<ExportColumn> columns, String name, ShapefilePlan plan)
      throws IOException {
    this.folder = folder;
    this.name = name;
    this.columns = columns;
    this.plan = plan;
    this.file = new HashedFile(folder, FILE);
    for (ShapeKind kind : plan.kinds()) {
      layers.put(kind, new Layer(kind));
    }
  }

  @Override
  public void write(Block block, List<TypedChunk> typed) throws IOException {
    List<JsonCells> cells = new ArrayList<>();
    for (DbfField field : plan.fields()) {
      cells.add(JsonCells.of(typed.get(field.column()), field::put));
    }
    RowPlaces<ShapeRecord> shapes = RowPlaces.of(typed, plan.places(), ShapeRecord::of);
    for (int row = 0; row < block.rows(); row++) {
      if (shapes.arePoints()) {
        layer(null).write(point(shapes, row), cells, row);
      } else {
        ShapeRecord shape = shapes.shape(row);
        layer(shape)
            .write(shape == null || shape.kind() == null ? null : shape.bytes(), cells, row);
      }
    }
    for (Layer layer : layers.values()) {
      layer.flush();
    }
    rows += block.rows();
  }

  private Layer layer(@Nullable ShapeRecord shape) {
    Layer layer = layers.get(plan.kindOf(shape));
    if (layer == null) {
      throw new IllegalStateException("the table is not the one that was looked at");
    }
    return layer;
  }

  private byte @Nullable [] point(RowPlaces<ShapeRecord> shapes, int row) {
    double x = shapes.x(row);
    if (Double.isNaN(x)) {
      return null;
    }
    return point.putDouble(4, x).putDouble(12, shapes.y(row)).array();
  }

  @Override
  public WrittenFile finish() throws IOException {
    ZipOutputStream zip = new ZipOutputStream(file);
    zip.setLevel(Deflater.BEST_SPEED);
    for (Layer layer : layers.values()) {
      layer.end();
      for (Part part : Part.values()) {
        begin(zip, layer.name + part.ending);
        Files.copy(layer.path(part), zip);
        zip.closeEntry();
      }
      text(zip, layer.name + ".prj", WGS_84);
      text(zip, layer.name + ".cpg", "UTF-8");
    }
    text(zip, "LISEZ-MOI.txt", ShapefileNotes.of(columns, plan));
    zip.finish();
    return file.finish(WrittenFormat.SHAPEFILE, rows);
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    begin(zip, name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Always the same moment: the same table gives the same file. */
  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
  }

  @Override
  public void close() throws IOException {
    for (Layer layer : layers.values()) {
      layer.close();
    }
    file.close();
  }

  /** The files of a layer that grow with its rows. */
  private enum Part {
    SHAPES(".shp"),
    INDEX(".shx"),
    TABLE(".dbf");

    private final String ending;

    Part(String ending) {
      this.ending = ending;
    }
  }

  /** The files of one kind of shape, beside the archive until it is made. */
  private final class Layer implements Closeable {
    private final String name;
    private final Bytes shapes = new Bytes(FLUSH_AT * 2);
    private final Bytes index = new Bytes(FLUSH_AT);
    private final Bytes table = new Bytes(FLUSH_AT * 2);
    private final Map<Part, OutputStream> files = new EnumMap<>(Part.class);
    private long at = ShapefilePlan.HEADER;
    private int record;

    Layer(ShapeKind kind) throws IOException {
      boolean alone = plan.kinds().size() == 1;
      this.name = ShapefileWriter.this.name + (alone ? "" : "-" + kind.word());
      ShapefilePlan.Layer planned = plan.get(kind);
      for (Part part : Part.values()) {
        files.put(part, new BufferedOutputStream(Files.newOutputStream(path(part)), FLUSH_AT));
      }
      long indexBytes = ShapefilePlan.HEADER + RECORD_IN_INDEX * planned.rows();
      putHeader(shapes, kind, planned.shapeBytes(), planned.bounds());
      putHeader(index, kind, indexBytes, planned.bounds());
      putTableHeader(planned.rows());
    }

    Path path(Part part) {
      return folder.resolve("." + name + part.ending + ".part");
    }

    /** Null for a row that is nowhere. */
    void write(byte @Nullable [] shape, List<JsonCells> cells, int row) throws IOException {
      record++;
      int length = shape == null ? ShapefilePlan.NULL_SHAPE : shape.length;
      putBigEndian(shapes, record);
      putBigEndian(shapes, length / 2);
      if (shape == null) {
        shapes.putInt(0);
      } else {
        shapes.put(shape, 0, length);
      }
      putBigEndian(index, (int) (at / 2));
      putBigEndian(index, length / 2);
      at += ShapefilePlan.RECORD_HEADER + length;
      table.put(' ');
      for (JsonCells cell : cells) {
        cell.put(table, row);
      }
      if (shapes.size() > FLUSH_AT || table.size() > FLUSH_AT) {
        flush();
      }
    }

    void flush() throws IOException {
      flush(shapes, Part.SHAPES);
      flush(index, Part.INDEX);
      flush(table, Part.TABLE);
    }

    private void flush(Bytes bytes, Part part) throws IOException {
      OutputStream out = files.get(part);
      if (out != null) {
        out.write(bytes.array(), 0, bytes.size());
      }
      bytes.clear();
    }

    void end() throws IOException {
      table.put(0x1a);
      flush();
      for (OutputStream out : files.values()) {
        out.close();
      }
    }

    private void putHeader(Bytes out, ShapeKind kind, long size, Envelope bounds) {
      putBigEndian(out, MAGIC);
      for (int i = 0; i < 5; i++) {
        putBigEndian(out, 0);
      }
      putBigEndian(out, (int) (size / 2));
      out.putInt(VERSION);
      out.putInt(kind.code());
      boolean none = bounds.isNull();
      putDouble(out, none ? 0 : bounds.getMinX());
      putDouble(out, none ? 0 : bounds.getMinY());
      putDouble(out, none ? 0 : bounds.getMaxX());
      putDouble(out, none ? 0 : bounds.getMaxY());
      for (int i = 0; i < 4; i++) {
        putDouble(out, 0);
      }
    }

    /** dBASE III without notes; its day is always the same, as the table's file is. */
    private void putTableHeader(long count) {
      table.put(3);
      table.put(80);
      table.put(1);
      table.put(1);
      table.putInt((int) count);
      putShort(plan.tableHeader());
      putShort(plan.rowBytes());
      table.put(new byte[20]);
      for (DbfField field : plan.fields()) {
        byte[] title = field.name().getBytes(StandardCharsets.UTF_8);
        table.put(title);
        table.put(new byte[DbfField.LONGEST_NAME + 1 - title.length]);
        table.put(field.kind());
        table.putInt(0);
        table.put(field.width());
        table.put(field.decimals());
        table.put(new byte[14]);
      }
      table.put(0x0d);
    }

    private void putShort(int value) {
      table.put(value & 0xff);
      table.put(value >> 8 & 0xff);
    }

    @Override
    public void close() throws IOException {
      for (Map.Entry<Part, OutputStream> one : files.entrySet()) {
        one.getValue().close();
        Files.deleteIfExists(path(one.getKey()));
      }
    }
  }

  private static void putDouble(Bytes out, double value) {
    out.putLong(Double.doubleToRawLongBits(value));
  }

  private static void putBigEndian(Bytes out, int value) {
    out.putInt(Integer.reverseBytes(value));
  }
}
