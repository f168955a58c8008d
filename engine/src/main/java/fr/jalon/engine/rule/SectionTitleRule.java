package fr.jalon.engine.rule;

import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.SectionsToColumn;
import fr.jalon.engine.rule.mend.TotalWords;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Text;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Rows that hold a title alone, each in front of the rows it speaks of: what they say is lost for
 * whoever sorts or filters the table.
 */
final class SectionTitleRule implements Rule {
  /** A lone title may be a row that somebody did not finish. */
  private static final int FEWEST = 2;

  /** Columns beside that of the titles: in a table of two, a row of one text lacks one cell. */
  private static final int FEWEST_OTHERS = 2;

  /** Columns looked at for titles; they stand in the first ones. */
  private static final int MOST_COLUMNS = 3;

  @Override
  public String code() {
    return "section-title";
  }

  @Override
  public void look(Facts facts, Report report) {
    if (facts.columns().size() <= FEWEST_OTHERS) {
      return;
    }
    for (ColumnFacts column : facts.columns()) {
      if (column.index() < MOST_COLUMNS && mayHoldTitles(facts, column)) {
        Titles titles = new Titles(column.index());
        String name = name(facts);
        report.setAside(
            this,
            Severity.WARNING,
            () -> Map.of("name", name),
            List::of,
            titles,
            titles::announceRows,
            () -> false,
            new SectionsToColumn(ColumnRef.of(column.column()), name));
      }
    }
  }

  /** A title leaves every other column blank. */
  private static boolean mayHoldTitles(Facts facts, ColumnFacts column) {
    return !Set.of(Kinds.INTEGER, Kinds.DECIMAL, Kinds.DATE).contains(column.kind())
        && facts.columns().stream()
            .allMatch(other -> other == column || other.profile().empty() >= FEWEST);
  }

  private static String name(Facts facts) {
    String name = "section";
    for (int more = 2; facts.names().containsKey(name); more++) {
      name = "section_" + more;
    }
    return name;
  }

  /** Finds the titles, and learns whether each has rows of its own. */
  private static final class Titles implements RowTest {
    private final int column;
    private long titles;
    private long others;
    private boolean lastWasTitle;
    private boolean alone;
    private boolean saysTotal;

    Titles(int column) {
      this.column = column;
    }

    @Override
    public void look(Block block, IntConsumer sought) {
      BitSet found = SectionsToColumn.titles(block, column);
      for (int row = 0; row < block.rows(); row++) {
        if (found.get(row)) {
          Text title = block.chunk(column).at(row);
          saysTotal |= TotalWords.isTotal(title);
          alone |= lastWasTitle;
          titles++;
          sought.accept(row);
        } else {
          others++;
        }
        lastWasTitle = found.get(row);
      }
    }

    /** Two titles in a row are a hierarchy, and one at the end is a note: neither is guessed at. */
    boolean announceRows() {
      return titles >= FEWEST && others > titles && !alone && !lastWasTitle && !saysTotal;
    }
  }
}
