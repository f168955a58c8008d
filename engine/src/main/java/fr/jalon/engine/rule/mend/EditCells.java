package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cells typed anew by a person. Never proposed: it is made on the page. */
public record EditCells(List<Edit> edits) implements Mend {
  public EditCells {
    edits = List.copyOf(edits);
  }

  /**
   * One cell.
   *
   * @param row 1-based number of the row in the file
   * @param before what the cell held when it was edited: one that holds something else is left
   *     alone
   */
  public record Edit(ColumnRef column, long row, String before, String after) {
    public Edit {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      if (row < 1) {
        throw new IllegalArgumentException("no row " + row);
      }
    }
  }

  @Override
  public List<ColumnRef> columns() {
    return edits.stream().map(Edit::column).distinct().toList();
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    Set<Cell> cells = new HashSet<>();
    boolean once = edits.stream().allMatch(edit -> cells.add(new Cell(edit.column(), edit.row())));
    return once ? Mend.super.misfit(table) : Misfit.CONTRADICTORY;
  }

  private record Cell(ColumnRef column, long row) {}

  @Override
  public EditCells in(List<Column> table) {
    return new EditCells(
        edits.stream()
            .map(edit -> new Edit(edit.column().in(table), edit.row(), edit.before(), edit.after()))
            .toList());
  }

  @Override
  public void plan(Plan plan) {
    for (Edit edit : edits) {
      plan.edit(edit.column(), edit.row(), edit.after());
    }
  }

  /** Whether the cell still holds what it held; forms of the web end lines their own way. */
  static boolean holds(Edit edit, String text) {
    return lines(text).equals(lines(edit.before()));
  }

  /** The text with the line ends of a form of the web made plain. */
  static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    if (other instanceof EditCells cells) {
      for (Edit mine : edits) {
        for (Edit theirs : cells.edits) {
          boolean same = mine.row() == theirs.row() && mine.column().equals(theirs.column());
          if (same && !mine.after().equals(theirs.after())) {
            return Exclusion.TWO_VALUES;
          }
        }
      }
    }
    return null;
  }
}
