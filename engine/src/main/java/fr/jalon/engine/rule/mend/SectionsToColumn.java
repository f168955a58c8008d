package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Titles of sections leave the table, and a new column says on each row under which one it stood.
 *
 * @param title the column in which the titles stand: a row that fills no other is one
 * @param name of the new column, blank on the rows above the first title
 */
public record SectionsToColumn(ColumnRef title, String name) implements Mend {
  public SectionsToColumn {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(name, "name");
  }

  @Override
  public List<ColumnRef> columns() {
    return List.of(title);
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    if (name.isBlank()) {
      return Misfit.CONTRADICTORY;
    }
    boolean taken = table.stream().anyMatch(column -> Column.isSameName(column.name(), name));
    return taken ? Misfit.NAME_TAKEN : Mend.super.misfit(table);
  }

  @Override
  public SectionsToColumn in(List<Column> table) {
    return new SectionsToColumn(title.in(table), name);
  }

  @Override
  public void plan(Plan plan) {
    plan.sections(title, name);
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    boolean sameName =
        other instanceof AddColumn add && Column.isSameName(add.name(), name)
            || other instanceof SectionsToColumn;
    return sameName ? Exclusion.TWO_VALUES : null;
  }

  /** The rows of a block, 0-based in it, that fill this column and no other. */
  public static BitSet titles(Block block, int column) {
    BitSet titles = filled(block.chunk(column));
    for (int other = 0; other < block.width() && !titles.isEmpty(); other++) {
      if (other != column) {
        titles.andNot(filled(block.chunk(other)));
      }
    }
    return titles;
  }

  private static BitSet filled(Chunk chunk) {
    boolean[] blank = new boolean[chunk.distinct()];
    for (int code = 0; code < blank.length; code++) {
      blank[code] = chunk.value(code).isBlank();
    }
    BitSet filled = new BitSet(chunk.rows());
    for (int row = 0; row < chunk.rows(); row++) {
      filled.set(row, !blank[chunk.code(row)]);
    }
    return filled;
  }
}
