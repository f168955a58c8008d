package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies mends to a table, in an order of its own, each wholly or not at all. */
public final class Mending {
  private Mending() {}

  /**
   * What came of it.
   *
   * @param table the mended one; the table underneath is not touched
   * @param leftOut the proposals that were not applied, each with why
   */
  public record Mended(Table table, Map<Proposal, Misfit> leftOut) {}

  /**
   * The table as it becomes once these are applied: what hides people first, then the others on the
   * table that is left. A proposal met twice counts once. The table is scanned to know whether
   * edited cells, chosen rows and dropped columns are still as they were, when there are any.
   */
  public static Mended apply(Table table, List<Proposal> accepted)
      throws IOException, UnreadableFile {
    List<Proposal> protections = accepted.stream().filter(one -> one.mend().protects()).toList();
    if (protections.isEmpty()) {
      return applyAlike(table, accepted);
    }
    Mended hidden = applyAlike(table, protections);
    Table safe = ProtectedTable.of(hidden.table(), table.columns(), protections);
    Mended mended =
        applyAlike(safe, accepted.stream().filter(one -> !one.mend().protects()).toList());
    Map<Proposal, Misfit> leftOut = new LinkedHashMap<>(hidden.leftOut());
    leftOut.putAll(mended.leftOut());
    return new Mended(mended.table(), leftOut);
  }

  private static Mended applyAlike(Table table, List<Proposal> accepted)
      throws IOException, UnreadableFile {
    Map<Proposal, Misfit> leftOut = new LinkedHashMap<>();
    List<Proposal> fitting = new ArrayList<>();
    Map<Proposal, Mend> bound = new LinkedHashMap<>();
    for (Proposal proposal : inOrder(accepted)) {
      Mend mend = proposal.mend().in(table.columns());
      Misfit misfit = misfit(mend, table.columns(), bound.values());
      if (misfit == null) {
        fitting.add(proposal);
        bound.put(proposal, mend);
      } else {
        leftOut.put(proposal, misfit);
      }
    }
    Changed changed = new Changed(table.columns(), fitting);
    for (Proposal proposal : changed.look(table)) {
      bound.remove(proposal);
      leftOut.put(proposal, Misfit.CHANGED_SINCE);
    }
    Plan plan = new Plan(table.columns());
    bound.values().forEach(mend -> mend.plan(plan));
    return new Mended(new MendedTable(table, plan), leftOut);
  }

  private static @Nullable Misfit misfit(Mend mend, List<Column> columns, Collection<Mend> before) {
    Misfit misfit = mend.misfit(columns);
    if (misfit != null) {
      return misfit;
    }
    boolean excluded = before.stream().anyMatch(one -> exclusion(one, mend) != null);
    return excluded ? Misfit.EXCLUDED : null;
  }

  /** Why the two cannot both be accepted, null when they can. */
  public static @Nullable Exclusion exclusion(Mend one, Mend other) {
    Exclusion exclusion = one.equals(other) ? null : one.excludes(other);
    return exclusion != null || one.equals(other) ? exclusion : other.excludes(one);
  }

  /** By identifier, equal mends once: whoever accepted what first must not matter. */
  private static List<Proposal> inOrder(List<Proposal> accepted) {
    Map<Mend, Proposal> once = new LinkedHashMap<>();
    accepted.stream()
        .sorted(Comparator.comparing(Proposal::id))
        .forEach(proposal -> once.putIfAbsent(proposal.mend(), proposal));
    return new ArrayList<>(once.values());
  }

  /** Finds the proposals whose cells are no longer what they were. */
  private static final class Changed {
    private final Map<Long, Map<Integer, List<Asked>>> edits = new HashMap<>();
    private final Map<Integer, List<Proposal>> dropped = new HashMap<>();
    private final ChosenRows chosen;
    private final List<Proposal> unmet = new ArrayList<>();
    private final List<Proposal> changed = new ArrayList<>();

    private record Asked(Proposal proposal, EditCells.Edit edit) {}

    Changed(List<Column> columns, List<Proposal> proposals) {
      chosen = new ChosenRows(proposals);
      for (Proposal proposal : proposals) {
        if (proposal.mend() instanceof EditCells cells) {
          cells.edits().forEach(edit -> add(proposal, edit, columns));
        } else if (proposal.mend() instanceof DropColumns drop) {
          drop.columns().forEach(column -> add(proposal, column, columns));
        }
      }
    }

    private void add(Proposal proposal, EditCells.Edit edit, List<Column> columns) {
      Column column = edit.column().find(columns);
      if (column != null) {
        unmet.add(proposal);
        edits
            .computeIfAbsent(edit.row(), row -> new HashMap<>())
            .computeIfAbsent(column.index(), any -> new ArrayList<>())
            .add(new Asked(proposal, edit));
      }
    }

    private void add(Proposal proposal, ColumnRef reference, List<Column> columns) {
      Column column = reference.find(columns);
      if (column != null) {
        dropped.computeIfAbsent(column.index(), any -> new ArrayList<>()).add(proposal);
      }
    }

    List<Proposal> look(Table table) throws IOException, UnreadableFile {
      if (!edits.isEmpty() || !dropped.isEmpty() || !chosen.isEmpty()) {
        table.scan(this::look);
      }
      changed.addAll(unmet);
      changed.addAll(chosen.changed());
      return changed.stream().distinct().toList();
    }

    private void look(Block block) {
      if (!chosen.isEmpty()) {
        chosen.look(block);
      }
      dropped.forEach(
          (column, proposals) -> {
            if (isFilled(block.chunk(column))) {
              changed.addAll(proposals);
            }
          });
      for (int row = 0; row < block.rows() && !edits.isEmpty(); row++) {
        Map<Integer, List<Asked>> asked = edits.getOrDefault(block.sourceRow(row), Map.of());
        for (Map.Entry<Integer, List<Asked>> cell : asked.entrySet()) {
          String text = block.chunk(cell.getKey()).at(row).toString();
          cell.getValue().forEach(one -> meet(one, text));
        }
      }
    }

    /**
     * An edited cell is met once; what is left at the end was not found, or held something else.
     */
    private void meet(Asked asked, String text) {
      if (EditCells.holds(asked.edit(), text)) {
        unmet.remove(asked.proposal());
      }
    }

    private static boolean isFilled(Chunk chunk) {
      for (int code = 0; code < chunk.distinct(); code++) {
        if (!chunk.value(code).isBlank()) {
          return true;
        }
      }
      return false;
    }
  }
}
