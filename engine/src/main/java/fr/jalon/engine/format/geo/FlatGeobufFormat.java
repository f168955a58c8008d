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
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * FlatGeobuf (version 3): features in FlatBuffers one after another. Its spatial index is skipped.
 */
public final class FlatGeobufFormat implements Format {
  private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b'};
  private static final int MAGIC_LENGTH = 8;
  private static final int MOST_HEADER = 4 << 20;
  private static final int INDEX_NODE_BYTES = 40;
  private static final int DEFAULT_NODE_SIZE = 16;

  /** Type of columns of bytes that are no text. */
  private static final int BINARY = 14;

  private static final int HEADER_TYPE = 2;
  private static final int HEADER_COLUMNS = 7;
  private static final int HEADER_COUNT = 8;
  private static final int HEADER_NODE_SIZE = 9;
  private static final int HEADER_CRS = 10;

  private static final int FEATURE_GEOMETRY = 0;
  private static final int FEATURE_PROPERTIES = 1;
  private static final int FEATURE_COLUMNS = 2;

  @Override
  public String code() {
    return "flatgeobuf";
  }

  @Override
  public Family family() {
    return Family.MAP;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("fgb"));
  }

  @Override
  public boolean mayBePacked() {
    return true;
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    try (InputStream in = Files.newInputStream(source.path())) {
      byte[] start = in.readNBytes(MAGIC.length);
      return Arrays.equals(start, MAGIC);
    }
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Features features = new Features(source.work());
    boolean done = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source.path()), 1 << 16)) {
      in.skipNBytes(MAGIC_LENGTH);
      new Reader(in, features).read();
      Table table = features.table(code(), null, false, null, List.of());
      done = true;
      return table;
    } catch (IndexOutOfBoundsException | BufferUnderflowException | EOFException e) {
      throw new UnreadableFile("corrupt-fgb");
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      if (!done) {
        features.close();
      }
    }
  }

  /** A column: how its values are written, and where they go. */
  private record Field(String name, int type, int place) {}

  /** Reads one file from after its mark. */
  private static final class Reader {
    private final InputStream in;
    private final Features features;
    private final FlatGeometry geometry;
    private final Set<String> leftOut = new TreeSet<>();

    Reader(InputStream in, Features features) {
      this.in = in;
      this.features = features;
      this.geometry = new FlatGeometry(features);
    }

    void read() throws IOException {
      ByteBuffer bytes = message(MOST_HEADER);
      if (bytes == null) {
        throw broken();
      }
      FlatTable header = FlatTable.root(bytes);
      features.expectGeometry();
      features.declare(crs(header.table(HEADER_CRS)));
      Field[] fields = fields(header, HEADER_COLUMNS);
      long count = header.longInteger(HEADER_COUNT);
      int nodeSize = header.unsignedShort(HEADER_NODE_SIZE, DEFAULT_NODE_SIZE);
      if (count < 0 || count > Limits.ROWS) {
        throw new RefusedException("too-many-rows", "rows", Limits.ROWS);
      }
      if (nodeSize > 0 && count > 0) {
        in.skipNBytes(indexBytes(count, nodeSize));
      }
      int type = header.unsignedByte(HEADER_TYPE);
      long number = 0;
      for (ByteBuffer feature = message(2 * Limits.VALUE_BYTES);
          feature != null;
          feature = message(2 * Limits.VALUE_BYTES)) {
        feature(FlatTable.root(feature), fields, type);
        features.endRecord(++number);
      }
      if (count > number) {
        throw broken();
      }
      if (!leftOut.isEmpty()) {
        features.note(new Note("binary-left-out", Map.of("columns", String.join(", ", leftOut))));
      }
    }

    /** The next message after its length, null at the end of the file. */
    private @Nullable ByteBuffer message(int most) throws IOException {
      byte[] length = in.readNBytes(4);
      if (length.length == 0) {
        return null;
      }
      long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xffffffffL;
      if (size > most) {
        throw new RefusedException("too-large");
      }
      // grows as bytes come, so that a length that lies costs nothing
      byte[] content = in.readNBytes((int) size);
      if (content.length < size || size < 8) {
        throw broken();
      }
      return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Field[] fields(FlatTable table, int index) throws IOException {
      int count = table.count(index, 4);
      if (count > Limits.COLUMNS) {
        throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
      }
      Field[] fields = new Field[count];
      for (int i = 0; i < count; i++) {
        FlatTable column = table.table(index, i);
        String name = column.text(0);
        String named = name == null ? "colonne_" + (i + 1) : name;
        int type = column.unsignedByte(1);
        int place = type == BINARY ? -1 : features.place(named);
        fields[i] = new Field(named, type, place);
      }
      return fields;
    }

    private void feature(FlatTable feature, Field[] ofHeader, int type) throws IOException {
      geometry.give(feature.table(FEATURE_GEOMETRY), type);
      int length = feature.count(FEATURE_PROPERTIES, 1);
      if (length == 0) {
        return;
      }
      boolean own = feature.count(FEATURE_COLUMNS, 4) > 0;
      Field[] fields = own ? fields(feature, FEATURE_COLUMNS) : ofHeader;
      int start = feature.elements(FEATURE_PROPERTIES);
      ByteBuffer values =
          feature
              .bytes()
              .duplicate()
              .position(start)
              .limit(start + length)
              .slice()
              .order(ByteOrder.LITTLE_ENDIAN);
      while (values.remaining() >= 2) {
        int column = values.getShort() & 0xffff;
        if (column >= fields.length) {
          throw broken();
        }
        Field field = fields[column];
        String value = value(field, values);
        if (field.place() >= 0 && !value.isEmpty()) {
          features.value(field.place(), value);
        }
      }
    }

    private String value(Field field, ByteBuffer values) throws IOException {
      return switch (field.type()) {
        case 0 -> Integer.toString(values.get());
        case 1 -> Integer.toString(values.get() & 0xff);
        case 2 -> Boolean.toString(values.get() != 0);
        case 3 -> Integer.toString(values.getShort());
        case 4 -> Integer.toString(values.getShort() & 0xffff);
        case 5 -> Integer.toString(values.getInt());
        case 6 -> Integer.toUnsignedString(values.getInt());
        case 7 -> Long.toString(values.getLong());
        case 8 -> Long.toUnsignedString(values.getLong());
        case 9 -> {
          float value = values.getFloat();
          yield Float.isFinite(value) ? PlainNumber.plain(Float.toString(value)) : "";
        }
        case 10 -> {
          double value = values.getDouble();
          yield Double.isFinite(value) ? PlainNumber.text(value) : "";
        }
        case 11, 12, 13 -> text(values);
        case BINARY -> {
          text(values);
          leftOut.add(field.name());
          yield "";
        }
        default -> throw broken();
      };
    }

    private static String text(ByteBuffer values) throws RefusedException {
      long length = values.getInt() & 0xffffffffL;
      if (length > values.remaining()) {
        throw broken();
      }
      int at = values.arrayOffset() + values.position();
      values.position(values.position() + (int) length);
      return new String(values.array(), at, (int) length, StandardCharsets.UTF_8);
    }
  }

  private static @Nullable Crs crs(@Nullable FlatTable crs) {
    if (crs == null) {
      return null;
    }
    String organization = crs.text(0);
    int code = crs.integer(1);
    if (code > 0 && (organization == null || organization.equalsIgnoreCase("EPSG"))) {
      return Crs.of(code);
    }
    String definition = crs.text(4);
    int epsg = definition == null ? 0 : ProjectionText.epsg(definition);
    return epsg == 0 ? null : Crs.of(epsg);
  }

  /** Bytes of the tree of boxes: each level groups the nodes of the one below. */
  private static long indexBytes(long features, int nodeSize) {
    long size = Math.max(2, nodeSize);
    long nodes = features;
    long level = features;
    do {
      level = (level + size - 1) / size;
      nodes += level;
    } while (level > 1);
    return nodes * INDEX_NODE_BYTES;
  }

  private static RefusedException broken() {
    return new RefusedException("corrupt-fgb");
  }
}
