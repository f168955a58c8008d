package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose for a column that speaks of people. It is applied before everything else:
 * what comes after never sees what it hides.
 *
 * @param extent what of the column is concerned
 * @param year with which births and ages are told: ages are those of its first day, and years of
 *     two figures lie in the hundred years that end with it
 */
public record Protect(ColumnRef column, Choice choice, Extent extent, int year) implements Mend {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  public Protect {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(extent, "extent");
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("no year of ours: " + year);
    }
  }

  @Override
  public List<ColumnRef> columns() {
    return List.of(column);
  }

  @Override
  public Protect in(List<Column> table) {
    return new Protect(column.in(table), choice, extent, year);
  }

  @Override
  public boolean protects() {
    return true;
  }

  /** A choice stays what it is next year, when ages are told with another year. */
  @Override
  public @Nullable Mend accepted(Mend proposed) {
    boolean same =
        proposed instanceof Protect other
            && other.column.equals(column)
            && other.choice == choice
            && other.extent == extent;
    return same ? proposed : null;
  }

  @Override
  public void plan(Plan plan) {
    if (choice == Choice.REMOVE_COLUMN) {
      plan.drop(column);
    } else {
      plan.change(column, Stage.PROTECT, (original, current) -> hidden(original));
    }
  }

  /** What a filled cell becomes; nothing when its column leaves. */
  public String hidden(String text) {
    return switch (choice) {
      case REMOVE_COLUMN -> "";
      case REMOVE_CELLS -> extent.concerns(text) ? "" : text;
      case MASK -> extent.replaced(text, Masks.MASK);
      case GROUP_MONTH -> Masks.month(text, year);
      case GROUP_YEAR -> Masks.year(text, year);
      case GROUP_AGE_BAND -> Masks.ageBand(text, year);
      case GROUP_COMMUNE -> Masks.commune(text);
      case GROUP_INITIAL -> Masks.initials(text);
      case GROUP_UNDER_FIVE -> Masks.underFive(text);
    };
  }

  /** One thing is chosen for a column. */
  @Override
  public @Nullable Exclusion excludes(Mend other) {
    return other instanceof Protect protect && protect.column.equals(column)
        ? Exclusion.TWO_CHOICES
        : null;
  }
}
