package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several mends that make sense together only: units leave the cells and the title takes them.
 * Either all are applied or none.
 *
 * @param mends that change values, fill blanks or name columns; none that depends on single cells
 */
public record Together(List<Mend> mends) implements Mend {
  public Together {
    mends = List.copyOf(mends);
  }

  @Override
  public List<ColumnRef> columns() {
    return mends.stream().flatMap(mend -> mend.columns().stream()).distinct().toList();
  }

  @Override
  public Together in(List<Column> table) {
    return new Together(mends.stream().map(mend -> mend.in(table)).toList());
  }

  @Override
  public @Nullable Mend accepted(Mend proposed) {
    boolean all =
        proposed instanceof Together together
            && together.mends.stream()
                .allMatch(one -> mends.stream().anyMatch(mine -> one.equals(mine.accepted(one))));
    return all ? proposed : null;
  }

  @Override
  public void plan(Plan plan) {
    mends.forEach(mend -> mend.plan(plan));
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    for (Mend mend : mends) {
      if (!mayBeOneOfSeveral(mend)) {
        return mend instanceof Unknown ? Misfit.UNKNOWN : Misfit.CONTRADICTORY;
      }
      Misfit misfit = mend.misfit(table);
      if (misfit != null) {
        return misfit;
      }
      if (mends.stream().anyMatch(other -> Mending.exclusion(mend, other) != null)) {
        return Misfit.CONTRADICTORY;
      }
    }
    return mends.isEmpty() ? Misfit.CONTRADICTORY : null;
  }

  /** What is looked at in the cells before it is applied is looked at one mend at a time. */
  private static boolean mayBeOneOfSeveral(Mend mend) {
    return mend instanceof Convert
        || mend instanceof MapValues
        || mend instanceof FillBlanks
        || mend instanceof Rename
        || mend instanceof ConvertUnit;
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    for (Mend mend : mends) {
      Exclusion exclusion = Mending.exclusion(mend, other);
      if (exclusion != null) {
        return exclusion;
      }
    }
    return null;
  }
}
