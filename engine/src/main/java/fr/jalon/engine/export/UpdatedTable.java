package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.ChunkBuilder;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What is published, updated by a new file: the rows published, in their order and with their very
 * texts, then those that the file adds.
 *
 * <ul>
 *   <li>The file's columns go under the published ones of the same name (case does not tell names
 *       apart here, as it could not in one table); those that are not published come last, empty in
 *       the rows that were there. A row added is empty where the file has no such column.
 *   <li>{@link Update#APPEND}: a row that is already published just as it is, all columns the same,
 *       is not repeated. A row that the file holds more times than it is published is added until
 *       it is there as often.
 *   <li>{@link Update#BY_KEY}: a row of the same key takes the place of the one published, which
 *       keeps its cells only in the columns that the file does not have. The key must be filled and
 *       different in every row of the file, and tell no two rows published apart only by what it
 *       leaves out; otherwise the file is refused, in words.
 * </ul>
 *
 * <p>Rows are numbered as in the CSV that is written of them, the names being row 1. What is kept
 * in memory grows with the rows of the file, some thirty bytes each, not with their texts nor with
 * what is published. The table underneath stays its owner's to close.
 */
public final class UpdatedTable implements Table {
  private static final byte[] NOTHING = {};

  private final Table file;
  private final PublishedCsv published;
  private final Update how;
  private final List<Column> columns = new ArrayList<>();
  private final int publishedWidth;

  /** For each column of the file, where it goes. */
  private final int[] places;

  /** For each column of the result, the file's column that goes there, -1 when it has none. */
  private final int[] sources;

  private final int[] key;
  private final RowHashes hashes = new RowHashes();
  private final CellSpool replacing;

  /** Rows of the file, in its order, that are not added behind. */
  private final BitSet notAdded = new BitSet();

  private long publishedRows;
  private int fileRows;

  private UpdatedTable(
      Table file, PublishedCsv published, Update how, List<String> key, CellSpool replacing)
      throws UnreadableFile {
    this.file = file;
    this.published = published;
    this.how = how;
    this.replacing = replacing;
    this.publishedWidth = published.columns().size();
    this.places = new int[file.columns().size()];
    align();
    this.sources = new int[columns.size()];
    Arrays.fill(sources, -1);
    for (int column = 0; column < places.length; column++) {
      sources[places[column]] = column;
    }
    this.key = key.stream().mapToInt(this::place).toArray();
    for (int i = 0; i < this.key.length; i++) {
      if (this.key[i] < 0) {
        throw new UnreadableFile(new Refusal("update-key-missing", Map.of("column", key.get(i))));
      }
    }
  }

  /**
   * Scans both tables to know what goes where.
   *
   * @param file the new file, put right
   * @param publishedCsv as {@link Exports} wrote it
   * @param how to append or to update by key: to replace needs nothing of what was published
   * @param key columns that tell rows apart, as published; for {@link Update#BY_KEY}
   * @param work where a temporary file may be made; it goes when this is closed
   * @throws UnreadableFile when the file's key cannot tell which rows to replace
   */
  public static UpdatedTable of(
      Table file, Path publishedCsv, Update how, List<String> key, Path work)
      throws IOException, UnreadableFile {
    if (how == Update.REPLACE || (how == Update.BY_KEY) == key.isEmpty()) {
      throw new IllegalArgumentException(
          "wanted rows to append without a key or to update by one, got " + how + " " + key);
    }
    PublishedCsv published = PublishedCsv.open(publishedCsv);
    CellSpool replacing = new CellSpool(work);
    try {
      UpdatedTable table = new UpdatedTable(file, published, how, key, replacing);
      if (how == Update.APPEND) {
        table.lookForSameRows();
      } else {
        table.lookForSameKeys();
      }
      return table;
    } catch (IOException | UnreadableFile | RuntimeException failed) {
      replacing.close();
      throw failed;
    }
  }

  /** What was done to how many rows. */
  public Updated updated() {
    long met = notAdded.cardinality();
    long replaced = how == Update.BY_KEY ? met : 0;
    return new Updated(how, publishedRows - replaced, replaced, fileRows - met, met - replaced);
  }

  @Override
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  @Override
  public Reading reading() {
    Reading reading = file.reading();
    long rows = publishedRows + fileRows - notAdded.cardinality();
    return reading
        .withColumns(columns.stream().map(Column::name).toList())
        .withRows(rows, reading.skipped(), reading.notes());
  }

  @Override
  public void scan(BlockSink sink) throws IOException, UnreadableFile {
    Scan scan = new Scan(sink);
    published.scan(scan::published);
    file.scan(scan::added);
  }

  @Override
  public void close() throws IOException {
    replacing.close();
  }

  private void align() {
    columns.addAll(published.columns());
    List<String> names = Exports.uniqueNames(file.columns().stream().map(Column::name).toList());
    Arrays.fill(places, -1);
    BitSet taken = new BitSet();
    for (boolean exactly : new boolean[] {true, false}) {
      for (int column = 0; column < places.length; column++) {
        int place = places[column] < 0 ? find(names.get(column), exactly) : -1;
        if (place >= 0 && !taken.get(place)) {
          taken.set(place);
          places[column] = place;
        }
      }
    }
    for (int column = 0; column < places.length; column++) {
      if (places[column] < 0) {
        places[column] = columns.size();
        columns.add(new Column(columns.size(), columns.size(), names.get(column)));
      }
    }
  }

  private int find(String name, boolean exactly) {
    for (Column column : published.columns()) {
      if (exactly ? column.name().equals(name) : Column.isSameName(column.name(), name)) {
        return column.index();
      }
    }
    return -1;
  }

  /** Where a column is that both have, -1 when it is not one. */
  private int place(String name) {
    int place = find(name, true);
    return place >= 0 && sources[place] >= 0 ? place : -1;
  }

  /** Counts for each row of the file how often it is published, and leaves out as many. */
  private void lookForSameRows() throws IOException, UnreadableFile {
    int[] all = new int[columns.size()];
    Arrays.setAll(all, i -> i);
    boolean[] met = {false};
    file.scan(
        given -> {
          List<Chunk> chunks = sound(given);
          for (int row = 0; row < given.rows(); row++) {
            hash(chunks, true, all, row);
            hashes.put(0);
          }
          fileRows += given.rows();
        });
    published.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            hash(block.chunks(), false, all, row);
            int count = hashes.find();
            if (count >= 0) {
              hashes.put(count + 1);
              met[0] = true;
            }
          }
          publishedRows += block.rows();
        });
    if (met[0]) {
      int[] number = {0};
      file.scan(
          given -> {
            List<Chunk> chunks = sound(given);
            for (int row = 0; row < given.rows(); row++) {
              hash(chunks, true, all, row);
              int count = hashes.find();
              if (count > 0) {
                hashes.put(count - 1);
                notAdded.set(number[0]);
              }
              number[0]++;
            }
          });
    }
    hashes.clear();
  }

  /** Sets the rows of the file down, and finds those whose key is published. */
  private void lookForSameKeys() throws IOException, UnreadableFile {
    KeyFaults faults = new KeyFaults();
    file.scan(
        given -> {
          List<Chunk> chunks = sound(given);
          for (int row = 0; row < given.rows(); row++) {
            if (!hash(chunks, true, key, row)) {
              faults.blank++;
            } else if (hashes.find() >= 0) {
              faults.repeated(values(chunks, true, row));
            } else {
              hashes.put(fileRows);
            }
            for (Chunk chunk : chunks) {
              replacing.cell(chunk, row);
            }
            replacing.endRow();
            fileRows++;
          }
        });
    replacing.flush();
    faults.refuse("update-key-blank", "update-key-repeated");
    published.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            int same = hash(block.chunks(), false, key, row) ? hashes.find() : -1;
            if (same >= 0 && notAdded.get(same)) {
              faults.repeated(values(block.chunks(), false, row));
            } else if (same >= 0) {
              notAdded.set(same);
            }
          }
          publishedRows += block.rows();
        });
    faults.refuse("update-key-blank", "update-key-published-repeated");
  }

  private static final class KeyFaults {
    private long blank;
    private long repeated;
    private String value = "";

    void repeated(String values) {
      value = repeated == 0 ? values : value;
      repeated++;
    }

    void refuse(String whenBlank, String whenRepeated) throws UnreadableFile {
      if (blank > 0) {
        throw new UnreadableFile(new Refusal(whenBlank, Map.of("count", Long.toString(blank))));
      }
      if (repeated > 0) {
        throw new UnreadableFile(
            new Refusal(whenRepeated, Map.of("count", Long.toString(repeated), "value", value)));
      }
    }
  }

  /** The key of a row as people read it. */
  private String values(List<Chunk> chunks, boolean fromFile, int row) {
    List<String> values = new ArrayList<>();
    for (int place : key) {
      values.add(chunks.get(fromFile ? sources[place] : place).at(row).toString());
    }
    return String.join(", ", values);
  }

  /** Takes the hash of some cells of a row; false when one of them is empty. */
  private boolean hash(List<Chunk> chunks, boolean fromFile, int[] wanted, int row) {
    boolean filled = true;
    hashes.begin();
    for (int place : wanted) {
      int column = fromFile ? sources[place] : place < publishedWidth ? place : -1;
      if (column < 0) {
        hashes.nothing();
        filled = false;
      } else {
        Chunk chunk = chunks.get(column);
        hashes.cell(chunk, row);
        filled &= chunk.length(chunk.code(row)) > 0;
      }
    }
    hashes.end();
    return filled;
  }

  /** As they will be published. */
  private static List<Chunk> sound(Block block) {
    return block.chunks().stream().map(Utf8::sound).toList();
  }

  /** One scan of the result. */
  private final class Scan {
    private final BlockSink sink;
    private long rows;
    private int fileRow;

    Scan(BlockSink sink) {
      this.sink = sink;
    }

    void published(Block block) throws IOException {
      int[] same = new int[block.rows()];
      Arrays.fill(same, -1);
      boolean any = false;
      for (int row = 0; how == Update.BY_KEY && row < same.length; row++) {
        same[row] = hash(block.chunks(), false, key, row) ? hashes.find() : -1;
        any |= same[row] >= 0;
      }
      List<Chunk> chunks = any ? replaced(block, same) : new ArrayList<>(block.chunks());
      while (chunks.size() < columns.size()) {
        chunks.add(Chunk.constant("", block.rows()));
      }
      give(chunks, block.rows());
    }

    /** The block, in which rows of the file stand where one has the same key. */
    private List<Chunk> replaced(Block block, int[] same) throws IOException {
      List<ChunkBuilder> builders = new ArrayList<>();
      for (int place = 0; place < columns.size(); place++) {
        builders.add(new ChunkBuilder());
      }
      for (int row = 0; row < same.length; row++) {
        boolean replace = same[row] >= 0;
        for (int place = 0; place < columns.size(); place++) {
          if (!replace || sources[place] < 0) {
            put(builders.get(place), block, place, row);
          }
        }
        if (replace) {
          replacing.go(same[row]);
          for (int place : places) {
            replacing.next(builders.get(place));
          }
        }
      }
      List<Chunk> chunks = new ArrayList<>(builders.size());
      builders.forEach(builder -> chunks.add(builder.build()));
      return chunks;
    }

    private void put(ChunkBuilder builder, Block block, int place, int row) {
      if (place < publishedWidth) {
        Chunk chunk = block.chunk(place);
        int code = chunk.code(row);
        builder.add(chunk.array(), chunk.offset(code), chunk.length(code));
      } else {
        builder.add(NOTHING, 0, 0);
      }
    }

    void added(Block block) throws IOException {
      boolean[] kept = new boolean[block.rows()];
      int count = 0;
      for (int row = 0; row < kept.length; row++) {
        kept[row] = !notAdded.get(fileRow++);
        count += kept[row] ? 1 : 0;
      }
      if (count == 0) {
        return;
      }
      List<Chunk> chunks = new ArrayList<>(columns.size());
      for (int source : sources) {
        if (source < 0) {
          chunks.add(Chunk.constant("", count));
        } else {
          Chunk chunk = block.chunk(source);
          chunks.add(count == kept.length ? chunk : chunk.keep(kept));
        }
      }
      give(chunks, count);
    }

    private void give(List<Chunk> chunks, int count) throws IOException {
      long[] numbers = new long[count];
      for (int row = 0; row < count; row++) {
        numbers[row] = rows + row + 2;
      }
      sink.accept(new Block(rows, numbers, chunks));
      rows += count;
    }
  }
}
