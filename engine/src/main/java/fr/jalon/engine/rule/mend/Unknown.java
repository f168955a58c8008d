package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mend that this Jalon does not know: it changes nothing, and people are told. */
public record Unknown() implements Mend {
  @Override
  public List<ColumnRef> columns() {
    return List.of();
  }

  @Override
  public Misfit misfit(List<Column> table) {
    return Misfit.UNKNOWN;
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    return null;
  }

  @Override
  public Unknown in(List<Column> table) {
    return this;
  }

  @Override
  public void plan(Plan plan) {
    // nothing is known of what it should do
  }
}
