package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that some mends do to a table, sorted by what they do it to. */
public final class Plan {
  private final List<Column> columns;
  private final Map<Integer, Map<Stage, List<BinaryOperator<String>>>> changes = new HashMap<>();
  private final Map<Integer, String> fills = new HashMap<>();
  private final Map<Long, Map<Integer, String>> edits = new HashMap<>();
  private final Set<Criterion> setAside = new HashSet<>();
  private final List<UnaryOperator<Block>> rowChanges = new ArrayList<>();

  /** By their names: columns added stand in one order, whichever mend comes first. */
  private final Map<String, String> added = new TreeMap<>();

  /** Names of the columns made of the titles of sections, by the index of the column of these. */
  private final Map<Integer, String> sections = new TreeMap<>();

  private final Map<Integer, String> names = new HashMap<>();
  private final Set<Integer> dropped = new HashSet<>();

  Plan(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  List<Column> columns() {
    return columns;
  }

  /** A column that was found to be there. */
  Column get(ColumnRef column) {
    Column found = column.find(columns);
    if (found == null) {
      throw new IllegalStateException("no column " + column + " in " + columns);
    }
    return found;
  }

  /**
   * Each filled cell of the column becomes what the change gives for the value as read and the
   * value as other mends of earlier stages made it.
   */
  void change(ColumnRef column, Stage stage, BinaryOperator<String> change) {
    changes
        .computeIfAbsent(get(column).index(), index -> new EnumMap<>(Stage.class))
        .computeIfAbsent(stage, any -> new ArrayList<>())
        .add(change);
  }

  /** The blank cells of the column get this value. */
  void fill(ColumnRef column, String value) {
    fills.put(get(column).index(), value);
  }

  /** One cell gets a new text. */
  void edit(ColumnRef column, long sourceRow, String text) {
    edits.computeIfAbsent(sourceRow, row -> new HashMap<>()).put(get(column).index(), text);
  }

  void setAside(Criterion rows) {
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

  /** A new column with the last title met in that one. */
  void sections(ColumnRef title, String name) {
    sections.putIfAbsent(get(title).index(), name);
  }

  void rename(ColumnRef column, String name) {
    names.put(get(column).index(), name);
  }

  void drop(ColumnRef column) {
    dropped.add(get(column).index());
  }

  Map<Long, Map<Integer, String>> edits() {
    return edits;
  }

  Set<Criterion> setAside() {
    return setAside;
  }

  List<UnaryOperator<Block>> rowChanges() {
    return rowChanges;
  }

  Map<String, String> added() {
    return added;
  }

  Map<Integer, String> sections() {
    return sections;
  }

  Map<Integer, String> names() {
    return names;
  }

  boolean drops(int column) {
    return dropped.contains(column);
  }

  /** All the changes of a column's values in one, null when there is none. */
  @Nullable UnaryOperator<String> change(int column) {
    List<BinaryOperator<String>> each = new ArrayList<>();
    changes.getOrDefault(column, Map.of()).values().forEach(each::addAll);
    String fill = fills.get(column);
    if (each.isEmpty() && fill == null) {
      return null;
    }
    return value -> {
      if (isBlank(value)) {
        return fill == null ? value : fill;
      }
      String changed = value;
      for (BinaryOperator<String> change : each) {
        changed = change.apply(value, changed);
      }
      return fill != null && isBlank(changed) ? fill : changed;
    };
  }

  /** As {@link fr.jalon.engine.table.Text#isBlank}: what is counted as blank is not changed. */
  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return false;
      }
    }
    return true;
  }
}
