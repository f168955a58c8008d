package fr.jalon.engine.rule.mend;

import java.util.List;
import java.util.Objects;

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
  public void plan(Plan plan) {
    plan.setAside(rows);
  }
}
