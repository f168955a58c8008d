package fr.jalon.engine.repair;

import fr.jalon.engine.profile.Search;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Cells edited by hand on an earlier reading of the file: an edit still holds when the cell of the
 * same address holds what it held. A reading of other titles moves no cell; one of another sheet
 * moves them all.
 */
public final class CellEdits {
  private final Map<Long, List<Edit>> byRow = new HashMap<>();
  private final List<RepairStep> edits;
  private final Map<RepairStep, RepairStep> holding = new HashMap<>();

  private record Edit(RepairStep step, Column column, String before) {}

  private CellEdits(List<RepairStep> edits) {
    this.edits = edits;
  }

  /**
   * Orders the search.
   *
   * @param steps any steps; those that are no edits are left alone
   */
  public static CellEdits look(List<RepairStep> steps, List<Column> columns, Search search) {
    CellEdits edits =
        new CellEdits(steps.stream().filter(step -> step.repair().equals(EditCell.CODE)).toList());
    for (RepairStep step : edits.edits) {
      edits.add(step, columns);
    }
    if (!edits.byRow.isEmpty()) {
      search.rows(null, (block, sought) -> edits.look(block));
    }
    return edits;
  }

  /** The edits that still hold, in their order, once the search has run. */
  public List<RepairStep> steps() {
    return edits.stream().filter(holding::containsKey).map(holding::get).toList();
  }

  private void add(RepairStep step, List<Column> columns) {
    Matcher address = EditCell.address(step);
    if (!address.matches() || step.samples().isEmpty()) {
      return;
    }
    String before = step.samples().get(0).before();
    for (Column column : columns) {
      if (column.letters().equals(address.group(1))) {
        byRow
            .computeIfAbsent(Long.parseLong(address.group(2)), row -> new ArrayList<>())
            .add(new Edit(step, column, lines(before)));
      }
    }
  }

  private void look(Block block) {
    for (int row = 0; row < block.rows(); row++) {
      for (Edit edit : byRow.getOrDefault(block.sourceRow(row), List.of())) {
        String value = block.chunk(edit.column().index()).at(row).toString();
        if (lines(value).equals(edit.before())) {
          holding.put(edit.step(), edit.step().inColumn(edit.column().name()));
        }
      }
    }
  }

  /** Forms of the web end lines their own way. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
