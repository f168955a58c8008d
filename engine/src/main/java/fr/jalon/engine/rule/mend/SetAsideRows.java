package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows leave the table: those that the criterion tells. */
public record SetAsideRows(Criterion rows) implements Mend {
  public SetAsideRows {
    Objects.requireNonNull(rows, "rows");
  }

  @Override
  public List<ColumnRef> columns() {
    return rows.columns();
  }

  @Override
  public SetAsideRows in(List<Column> table) {
    return new SetAsideRows(rows.in(table));
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    return rows instanceof Criterion.Unknown ? Misfit.UNKNOWN : Mend.super.misfit(table);
  }

  @Override
  public @Nullable Mend accepted(Mend proposed) {
    return proposed instanceof SetAsideRows aside && rows.covers(aside.rows) ? aside : null;
  }

  @Override
  public void plan(Plan plan) {
    plan.setAside(rows);
  }
}
