package fr.jalon.engine.repair;

import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that the accepted steps do to a table, sorted by what it does it to. */
final class Plan {
  private final List<Column> columns;
  private final Map<Integer, List<UnaryOperator<String>>> changes = new HashMap<>();
  private final Map<Long, Map<Integer, String>> edits = new HashMap<>();
  private final List<Supplier<RowTest>> setAside = new ArrayList<>();
  private final List<UnaryOperator<Block>> rowChanges = new ArrayList<>();
  private final Map<String, String> added = new LinkedHashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final Set<Integer> dropped = new HashSet<>();

  Plan(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  List<Column> columns() {
    return columns;
  }

  /** The column of a name: the one at these letters when several bear it. */
  private @Nullable Column column(String name, @Nullable String letters) {
    Column first = null;
    for (Column column : columns) {
      if (column.name().equals(name)) {
        if (column.letters().equals(letters)) {
          return column;
        }
        first = first == null ? column : first;
      }
    }
    return first;
  }

  @Nullable Column column(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  /** Each value of the step's column, or of each of its columns, becomes what the change gives. */
  void change(RepairStep step, UnaryOperator<String> change) {
    for (Column column : columns(step)) {
      changes.computeIfAbsent(column.index(), index -> new ArrayList<>()).add(change);
    }
  }

  private List<Column> columns(RepairStep step) {
    if (step.column() != null) {
      Column column = column(step.column(), step.letters());
      return column == null ? List.of() : List.of(column);
    }
    String[] names = step.parameters().getOrDefault("columns", "").split("\n");
    String[] letters = step.parameters().getOrDefault("letters", "").split(", ");
    List<Column> found = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      Column column = column(names[i], i < letters.length ? letters[i] : null);
      if (column != null && !found.contains(column)) {
        found.add(column);
      }
    }
    return found;
  }

  /** One cell gets a new text, whatever it holds. */
  void edit(long sourceRow, Column column, String text) {
    edits.computeIfAbsent(sourceRow, row -> new HashMap<>()).put(column.index(), text);
  }

  /** Rows found by a fresh test at each scan are left out. */
  void setAside(Supplier<RowTest> rows) {
    setAside.add(rows);
  }

  /** A change to whole blocks, once values are changed. */
  void changeRows(UnaryOperator<Block> change) {
    rowChanges.add(change);
  }

  /** A new column with one value on every row. */
  void add(String name, String value) {
    added.putIfAbsent(name, value);
  }

  void rename(Column column, String name) {
    names.put(column.index(), name);
  }

  /** The column is left out, unless it holds something. */
  void drop(Column column) {
    dropped.add(column.index());
  }

  /** Takes back the drop of every column in which the table holds something. */
  void keepFilledColumns(Table table) throws IOException, UnreadableFile {
    if (!dropped.isEmpty()) {
      table.scan(block -> dropped.removeIf(column -> isFilled(block.chunk(column))));
    }
  }

  private static boolean isFilled(Chunk chunk) {
    for (int code = 0; code < chunk.distinct(); code++) {
      if (!chunk.value(code).isBlank()) {
        return true;
      }
    }
    return false;
  }

  Map<Long, Map<Integer, String>> edits() {
    return edits;
  }

  List<Supplier<RowTest>> setAside() {
    return setAside;
  }

  List<UnaryOperator<Block>> rowChanges() {
    return rowChanges;
  }

  Map<String, String> added() {
    return added;
  }

  Map<Integer, String> names() {
    return names;
  }

  boolean drops(int column) {
    return dropped.contains(column);
  }

  /** All the changes of a column's values in one, null when there is none. */
  @Nullable UnaryOperator<String> change(int column) {
    List<UnaryOperator<String>> each = changes.get(column);
    if (each == null) {
      return null;
    }
    return value -> {
      String changed = value;
      for (UnaryOperator<String> change : each) {
        changed = change.apply(changed);
      }
      return changed;
    };
  }
}
