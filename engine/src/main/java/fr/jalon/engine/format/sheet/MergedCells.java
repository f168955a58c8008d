package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.RowSpool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives each row covered by a cell merged downwards the value that the file keeps in the first row
 * only. A cell merged to the right keeps its value where it is: another column is another thing.
 */
final class MergedCells {
  private final List<Merge> merges;
  private final Map<Integer, Value> values = new TreeMap<>();
  private long filled;

  /** What a merged cell holds, until its last row. */
  private static final class Value {
    private final byte[] bytes;
    private final long lastRow;
    private boolean used;

    Value(byte[] bytes, long lastRow) {
      this.bytes = bytes;
      this.lastRow = lastRow;
    }
  }

  /**
   * @param merges among the data; those of titles and names are not to be filled
   */
  MergedCells(List<Merge> merges) {
    this.merges =
        merges.stream()
            .filter(merge -> merge.lastRow() > merge.firstRow())
            .sorted(Comparator.comparingLong(Merge::firstRow))
            .toList();
  }

  /** The rows with the values filled down; those given are closed, or given back as they are. */
  RowSpool fillDown(RowSpool rows, Path folder) throws IOException {
    if (merges.isEmpty()) {
      return rows;
    }
    RowSpool whole = new RowSpool(folder);
    boolean done = false;
    try {
      RowSpool.Cursor cursor = rows.read();
      Iterator<Merge> next = merges.iterator();
      Merge merge = next.next();
      while (cursor.next()) {
        long row = cursor.row();
        values.values().removeIf(value -> value.lastRow < row);
        copy(cursor, whole);
        while (merge != null && merge.firstRow() <= row) {
          if (merge.firstRow() == row) {
            take(cursor, merge);
          }
          merge = next.hasNext() ? next.next() : null;
        }
      }
      done = true;
      rows.close();
      return whole;
    } finally {
      if (!done) {
        whole.close();
      }
    }
  }

  /** Merged cells whose value was given to a row at least. */
  long filled() {
    return filled;
  }

  private void take(RowSpool.Cursor cursor, Merge merge) {
    for (int i = 0; i < cursor.cells(); i++) {
      if (cursor.column(i) == merge.firstColumn()) {
        byte[] bytes = new byte[cursor.end(i) - cursor.start(i)];
        System.arraycopy(cursor.bytes(), cursor.start(i), bytes, 0, bytes.length);
        values.put(merge.firstColumn(), new Value(bytes, merge.lastRow()));
      }
    }
  }

  private void copy(RowSpool.Cursor from, RowSpool to) throws IOException {
    Iterator<Map.Entry<Integer, Value>> above = values.entrySet().iterator();
    Map.@Nullable Entry<Integer, Value> value = above.hasNext() ? above.next() : null;
    for (int i = 0; i < from.cells(); i++) {
      int column = from.column(i);
      while (value != null && value.getKey() <= column) {
        if (value.getKey() < column) {
          put(value, to);
        }
        value = above.hasNext() ? above.next() : null;
      }
      to.wellFormed(column, from.bytes(), from.start(i), from.end(i) - from.start(i));
    }
    while (value != null) {
      put(value, to);
      value = above.hasNext() ? above.next() : null;
    }
    to.endRow(from.row());
  }

  private void put(Map.Entry<Integer, Value> place, RowSpool to) throws IOException {
    Value value = place.getValue();
    to.wellFormed(place.getKey(), value.bytes, 0, value.bytes.length);
    filled += value.used ? 0 : 1;
    value.used = true;
  }
}
