package fr.jalon.engine.rule.mend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns in which no cell is filled leave the table; none leaves once one of them is filled. */
public record DropColumns(List<ColumnRef> columns) implements Mend {
  public DropColumns {
    columns = List.copyOf(columns);
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
