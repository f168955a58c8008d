package fr.jalon.engine.export;

import fr.jalon.engine.table.Column;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that was looked at, and for each cause and each mend which of them it
 * concerns, in a file of our own: a page of it is read without the others, whatever the length of
 * the table.
 *
 * <p>Rows lie in groups of {@value RowMasks#GROUP}, each deflated alone; an index at the end says
 * where. What nobody is to see yet is covered in it. Not thread-safe.
 */
public final class SeenRows implements Closeable {
  /** Name of the file in the folder of a look. */
  public static final String FILE = "seen.rows";

  /** Letters of a cell that are kept: a page shows a few lines of each, not whole outlines. */
  public static final int LONGEST = 2000;

  /** Behind a cell that was cut. */
  public static final String CUT = "\u2026";

  static final int MAGIC = 0x4a524f57;
  private static final int END = Long.BYTES + Integer.BYTES;

  private final FileChannel file;
  private final long indexAt;
  private final long rows;
  private final long[] offsets;
  private final long[] firstRows;
  private final List<Column> columns = new ArrayList<>();
  private final List<Boolean> covered = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private int groupAtHand = -1;
  private List<Row> rowsAtHand = List.of();

  private SeenRows(FileChannel file) throws IOException {
    this.file = file;
    DataInputStream end = data(file.size() - END, END);
    this.indexAt = end.readLong();
    if (end.readInt() != MAGIC) {
      throw new IOException("no end in this file of rows");
    }
    DataInputStream index = inflated(indexAt, (int) (file.size() - END - indexAt));
    this.rows = index.readLong();
    int groups = index.readInt();
    this.offsets = new long[groups + 1];
    this.firstRows = new long[groups];
    for (int group = 0; group < groups; group++) {
      offsets[group] = index.readLong();
      firstRows[group] = index.readLong();
    }
    for (int left = index.readInt(); left > 0; left--) {
      int place = index.readInt();
      covered.add(index.readBoolean());
      String name = text(index);
      columns.add(new Column(columns.size(), place, name == null ? "" : name));
    }
    long endOfRows = indexAt;
    for (int left = index.readInt(); left > 0; left--) {
      Place place =
          new Place(
              text(index),
              text(index),
              text(index),
              index.readInt(),
              new Stored(index.readLong(), index.readInt()),
              new Stored(index.readLong(), index.readInt()));
      endOfRows = Math.min(endOfRows, place.hits.at);
      places.add(place);
    }
    offsets[groups] = endOfRows;
  }

  /** Opens what a {@link SeenRowsWriter} wrote. */
  public static SeenRows open(Path path) throws IOException {
    FileChannel file = FileChannel.open(path);
    try {
      return new SeenRows(file);
    } catch (IOException | RuntimeException unreadable) {
      file.close();
      throw unreadable;
    }
  }

  private record Stored(long at, int length) {}

  /**
   * Where a cause is found and what a mend changes, in one column or on whole rows.
   *
   * @param cause code of the cause, null for a mend told by another's
   * @param columnOfCause name of the column of the cause, null for the whole file or several
   * @param mend id of its proposal, null when nothing mends it
   * @param column index of the column found here, -1 for whole rows
   */
  public record Place(
      @Nullable String cause,
      @Nullable String columnOfCause,
      @Nullable String mend,
      int column,
      Stored hits,
      Stored changed) {}

  /**
   * @param rank from 0
   * @param sourceRow 1-based number in the file
   * @param print tells it from another row at the same place of a later file
   */
  public record Row(long rank, long sourceRow, long print, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public long rows() {
    return rows;
  }

  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** Whether what the column holds is not to be seen. */
  public boolean isCovered(int column) {
    return covered.get(column);
  }

  public List<Place> places() {
    return List.copyOf(places);
  }

  /** The rows found at a place. */
  public RowMasks hits(Place place) throws IOException {
    return masks(place.hits);
  }

  /** Those of them that the mend changes. */
  public RowMasks changed(Place place) throws IOException {
    return masks(place.changed);
  }

  private RowMasks masks(Stored stored) throws IOException {
    return RowMasks.read(inflated(stored.at, stored.length), firstRows.length);
  }

  /** All rows. */
  public RowMasks all() {
    RowMasks all = new RowMasks();
    for (long rank = 0; rank < rows; rank++) {
      all.set(rank);
    }
    return all;
  }

  /** The rows of these ranks, in order. */
  public List<Row> read(long... ranks) throws IOException {
    List<Row> read = new ArrayList<>();
    for (long rank : ranks) {
      if (rank >= 0 && rank < rows) {
        read.add(group((int) (rank / RowMasks.GROUP)).get((int) (rank % RowMasks.GROUP)));
      }
    }
    return read;
  }

  /** The rank of the first row whose number in the file is this one or more. */
  public long rankFrom(long sourceRow) throws IOException {
    int low = 0;
    int high = firstRows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firstRows[middle] <= sourceRow) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return 0;
    }
    for (Row row : group(low - 1)) {
      if (row.sourceRow() >= sourceRow) {
        return row.rank();
      }
    }
    return Math.min(rows, (long) low * RowMasks.GROUP);
  }

  private List<Row> group(int group) throws IOException {
    if (group == groupAtHand) {
      return rowsAtHand;
    }
    DataInputStream in = inflated(offsets[group], (int) (offsets[group + 1] - offsets[group]));
    long first = (long) group * RowMasks.GROUP;
    List<Row> read = new ArrayList<>();
    for (long rank = first; rank < Math.min(rows, first + RowMasks.GROUP); rank++) {
      long sourceRow = in.readLong();
      long print = in.readLong();
      List<String> cells = new ArrayList<>(columns.size());
      for (int column = 0; column < columns.size(); column++) {
        cells.add(new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8));
      }
      read.add(new Row(rank, sourceRow, print, cells));
    }
    groupAtHand = group;
    rowsAtHand = read;
    return read;
  }

  private DataInputStream inflated(long at, int length) throws IOException {
    return new DataInputStream(new InflaterInputStream(data(at, length)));
  }

  private DataInputStream data(long at, int length) throws IOException {
    if (at < 0 || length < 0) {
      throw new EOFException("nothing at " + at);
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException("file ends at " + (at + bytes.position()));
      }
    }
    return new DataInputStream(new ByteArrayInputStream(bytes.array()));
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
