package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.RowPrints;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.table.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which rows chosen by hand are still what they were when they were chosen. */
public final class ChosenRows {
  private final List<Asked> asked = new ArrayList<>();

  private static final class Asked {
    private final Proposal proposal;
    private final List<Criterion.Chosen.Range> ranges;
    private final long[] prints;

    Asked(Proposal proposal, Criterion.Chosen rows) {
      this.proposal = proposal;
      this.ranges = rows.ranges();
      this.prints = new long[ranges.size()];
    }

    void look(Block block, long[] rows) {
      for (int range = 0; range < prints.length; range++) {
        for (int row = 0; row < rows.length; row++) {
          if (ranges.get(range).has(block.sourceRow(row))) {
            prints[range] = RowPrints.with(prints[range], rows[row]);
          }
        }
      }
    }

    boolean holds() {
      for (int range = 0; range < prints.length; range++) {
        if (prints[range] != ranges.get(range).print()) {
          return false;
        }
      }
      return true;
    }
  }

  ChosenRows(List<Proposal> proposals) {
    for (Proposal proposal : proposals) {
      Criterion.Chosen rows = rows(proposal.mend());
      if (rows != null) {
        asked.add(new Asked(proposal, rows));
      }
    }
  }

  /**
   * Orders the search.
   *
   * @param accepted any proposals; those of no chosen rows are left alone
   */
  public static ChosenRows look(List<Proposal> accepted, Search search) {
    ChosenRows chosen = new ChosenRows(accepted);
    if (!chosen.isEmpty()) {
      search.rows(null, (block, sought) -> chosen.look(block));
    }
    return chosen;
  }

  /** True for rows that a person chose by their numbers. */
  public static boolean is(Mend mend) {
    return rows(mend) != null;
  }

  private static Criterion.@Nullable Chosen rows(Mend mend) {
    return mend instanceof SetAsideRows aside && aside.rows() instanceof Criterion.Chosen rows
        ? rows
        : null;
  }

  boolean isEmpty() {
    return asked.isEmpty();
  }

  void look(Block block) {
    long[] rows = RowPrints.of(block);
    asked.forEach(one -> one.look(block, rows));
  }

  /** Those that still hold, once every block was looked at. */
  public List<Proposal> holding() {
    return told(true);
  }

  List<Proposal> changed() {
    return told(false);
  }

  private List<Proposal> told(boolean holds) {
    Stream<Asked> all = asked.stream().filter(one -> one.holds() == holds);
    return all.map(one -> one.proposal).toList();
  }
}
