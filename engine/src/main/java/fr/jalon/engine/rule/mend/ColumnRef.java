package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column as a mend remembers it.
 *
 * @param name as read in the file
 * @param letters of the column in the file ("C"), "" when the file does not have it; they only tell
 *     apart columns that bear one name
 */
public record ColumnRef(String name, String letters) {
  public ColumnRef {
    Objects.requireNonNull(name, "name");
    letters = letters == null ? "" : letters;
  }

  public static ColumnRef of(Column column) {
    return new ColumnRef(column.name(), column.letters());
  }

  /** The same column as this table bears it; itself when it is not there. */
  ColumnRef in(List<Column> table) {
    Column found = find(table);
    return found == null ? this : of(found);
  }

  static List<ColumnRef> in(List<ColumnRef> columns, List<Column> table) {
    return columns.stream().map(column -> column.in(table)).toList();
  }

  /** The column of that name, at these letters when several bear it; null when none can be told. */
  public @Nullable Column find(List<Column> columns) {
    Column found = null;
    int bearing = 0;
    for (Column column : columns) {
      if (column.name().equals(name)) {
        if (column.letters().equals(letters)) {
          return column;
        }
        found = column;
        bearing++;
      }
    }
    return bearing == 1 ? found : null;
  }
}
