package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns in which no cell is filled leave the table; none leaves once one of them is filled. */
public record DropColumns(List<ColumnRef> columns) implements Mend {
  public DropColumns {
    columns = List.copyOf(columns);
  }

  @Override
  public DropColumns in(List<Column> table) {
    return new DropColumns(ColumnRef.in(columns, table));
  }

  @Override
  public @Nullable Mend accepted(Mend proposed) {
    if (!(proposed instanceof DropColumns drop)) {
      return null;
    }
    List<ColumnRef> both = drop.columns.stream().filter(columns::contains).toList();
    if (both.size() == drop.columns.size()) {
      return drop;
    }
    return both.isEmpty() ? null : new DropColumns(both);
  }

  @Override
  public void plan(Plan plan) {
    columns.forEach(plan::drop);
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    boolean fills = other instanceof EditCells || other instanceof FillBlanks;
    return fills && other.columns().stream().anyMatch(columns::contains)
        ? Exclusion.TWO_VALUES
        : null;
  }
}
