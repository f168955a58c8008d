package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The blank cells of a column get one value. */
public record FillBlanks(ColumnRef column, String value) implements Mend {
  public FillBlanks {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public List<ColumnRef> columns() {
    return List.of(column);
  }

  @Override
  public FillBlanks in(List<Column> table) {
    return new FillBlanks(column.in(table), value);
  }

  @Override
  public void plan(Plan plan) {
    plan.fill(column, value);
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    return other instanceof FillBlanks fill
            && fill.column.equals(column)
            && !fill.value.equals(value)
        ? Exclusion.TWO_VALUES
        : null;
  }
}
