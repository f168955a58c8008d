package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.Search;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells edited by hand on an earlier reading of the file: an edit still holds when the cell of the
 * same address holds what it held. A reading of other titles moves no cell; one of another sheet
 * moves them all.
 */
public final class CellEdits {
  private final Map<Long, List<Asked>> byRow = new HashMap<>();
  private final List<Proposal> edits;
  private final Map<Proposal, Proposal> holding = new HashMap<>();

  private record Asked(Proposal proposal, Column column, EditCells.Edit edit) {}

  private CellEdits(List<Proposal> edits) {
    this.edits = edits;
  }

  /**
   * Orders the search.
   *
   * @param accepted any proposals; those that are no edits are left alone
   */
  public static CellEdits look(List<Proposal> accepted, List<Column> columns, Search search) {
    CellEdits edits =
        new CellEdits(accepted.stream().filter(one -> one.mend() instanceof EditCells).toList());
    for (Proposal proposal : edits.edits) {
      edits.add(proposal, columns);
    }
    if (!edits.byRow.isEmpty()) {
      search.rows(null, (block, sought) -> edits.look(block));
    }
    return edits;
  }

  /** The edits that still hold, in their order, once the search has run. */
  public List<Proposal> proposals() {
    return edits.stream().filter(holding::containsKey).map(holding::get).toList();
  }

  private void add(Proposal proposal, List<Column> columns) {
    if (!(proposal.mend() instanceof EditCells cells) || cells.edits().size() != 1) {
      return;
    }
    EditCells.Edit edit = cells.edits().get(0);
    for (Column column : columns) {
      if (column.letters().equals(edit.column().letters())) {
        byRow
            .computeIfAbsent(edit.row(), row -> new ArrayList<>())
            .add(new Asked(proposal, column, edit));
      }
    }
  }

  private void look(Block block) {
    for (int row = 0; row < block.rows(); row++) {
      for (Asked asked : byRow.getOrDefault(block.sourceRow(row), List.of())) {
        EditCells.Edit edit = asked.edit();
        if (EditCells.holds(edit, block.chunk(asked.column().index()).at(row).toString())) {
          ColumnRef here = ColumnRef.of(asked.column());
          EditCells moved =
              new EditCells(
                  List.of(new EditCells.Edit(here, edit.row(), edit.before(), edit.after())));
          holding.put(asked.proposal(), asked.proposal().with(here.name(), moved));
        }
      }
    }
  }
}
