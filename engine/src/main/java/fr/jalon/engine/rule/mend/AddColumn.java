package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column is added behind the others, with one value on every row. */
public record AddColumn(String name, String value) implements Mend {
  public AddColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public List<ColumnRef> columns() {
    return List.of();
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    if (name.isBlank()) {
      return Misfit.CONTRADICTORY;
    }
    return table.stream().anyMatch(column -> Column.isSameName(column.name(), name))
        ? Misfit.NAME_TAKEN
        : null;
  }

  @Override
  public AddColumn in(List<Column> table) {
    return this;
  }

  @Override
  public void plan(Plan plan) {
    plan.add(name, value);
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    return other instanceof AddColumn add && Column.isSameName(add.name, name) && !add.equals(this)
        ? Exclusion.TWO_VALUES
        : null;
  }
}
