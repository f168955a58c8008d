package fr.jalon.engine;

import fr.jalon.engine.export.RowMasks;
import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.rule.mend.ChosenRows;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.DropColumns;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.SectionsToColumn;
import fr.jalon.engine.rule.mend.SetAsideRows;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.ChunkBuilder;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table as they become once mends are applied, for a page that shows them beside
 * what they are: the same mending as for the whole file, of these rows alone.
 *
 * @param columns those of the mended table
 * @param places for each column of the table as it is, its place in the mended one, -1 when gone
 * @param rows the cells of each row that stays, by its number in the file
 */
public record MendedRows(List<Column> columns, List<Integer> places, Map<Long, List<String>> rows) {
  private static final System.Logger LOG = System.getLogger("fr.jalon.engine");

  public MendedRows {
    columns = List.copyOf(columns);
    places = List.copyOf(places);
    rows = Map.copyOf(rows);
  }

  /** What the row becomes, null when it leaves the table. */
  public @Nullable List<String> find(long sourceRow) {
    return rows.get(sourceRow);
  }

  /**
   * @param asked the rows to be shown
   * @return null when a mend fails on them, which is told where the whole is mended
   */
  public static @Nullable MendedRows of(
      SeenRows table, Reading reading, List<SeenRows.Row> asked, List<Proposal> mends)
      throws IOException {
    try {
      return mended(table, reading, asked, mends);
    } catch (UnreadableFile | RuntimeException | StackOverflowError fault) {
      LOG.log(System.Logger.Level.WARNING, "some rows could not be shown mended", Unsaid.of(fault));
      return null;
    }
  }

  private static MendedRows mended(
      SeenRows table, Reading reading, List<SeenRows.Row> asked, List<Proposal> mends)
      throws IOException, UnreadableFile {
    Set<Long> numbers = new HashSet<>();
    Set<Long> ranks = new TreeSet<>();
    for (SeenRows.Row row : asked) {
      numbers.add(row.sourceRow());
      ranks.add(row.rank());
    }
    for (RowMasks titles : titles(table, mends)) {
      asked.forEach(row -> ranks.add(titles.lastBefore(row.rank())));
    }
    List<SeenRows.Row> all = table.read(ranks.stream().mapToLong(Long::longValue).toArray());
    List<Proposal> local = new ArrayList<>();
    for (Proposal proposal : mends) {
      Mend mend = ofThese(proposal.mend(), numbers);
      if (mend != null) {
        local.add(proposal.mend() == mend ? proposal : proposal.doing(mend));
      }
    }
    Mending.Mended mended = Mending.apply(new Some(table.columns(), reading, all), local);
    Map<Long, List<String>> rows = new HashMap<>();
    mended.table().scan(block -> read(block, numbers, rows));
    aside(table, mends, asked).forEach(rows::remove);
    return new MendedRows(
        mended.table().columns(), places(table.columns(), local, mended.leftOut().keySet()), rows);
  }

  /** The rows that a section of the page may be announced by, further up. */
  private static List<RowMasks> titles(SeenRows table, List<Proposal> mends) throws IOException {
    List<RowMasks> titles = new ArrayList<>();
    for (Proposal proposal : mends) {
      if (proposal.mend() instanceof SectionsToColumn) {
        titles.add(changed(table, proposal.id()));
      }
    }
    return titles;
  }

  private static RowMasks changed(SeenRows table, String mend) throws IOException {
    RowMasks changed = RowMasks.none();
    for (SeenRows.Place place : table.places()) {
      if (mend.equals(place.mend())) {
        changed = changed.or(table.changed(place));
      }
    }
    return changed;
  }

  /** What the mend does to these rows, null for what only the whole table tells. */
  private static @Nullable Mend ofThese(Mend mend, Set<Long> rows) {
    if (mend instanceof EditCells cells) {
      List<EditCells.Edit> edits =
          cells.edits().stream().filter(edit -> rows.contains(edit.row())).toList();
      return edits.isEmpty() ? null : new EditCells(edits);
    }
    boolean ofAll =
        mend instanceof SetAsideRows aside && aside.rows() instanceof Criterion.Repeated;
    return ofAll || ChosenRows.is(mend) ? null : mend;
  }

  /** Numbers of the rows that leave for what the whole table tells of them. */
  private static List<Long> aside(SeenRows table, List<Proposal> mends, List<SeenRows.Row> asked)
      throws IOException {
    List<Long> aside = new ArrayList<>();
    for (Proposal proposal : mends) {
      if (proposal.mend() instanceof SetAsideRows rows
          && rows.rows() instanceof Criterion.Chosen chosen) {
        asked.stream().map(SeenRows.Row::sourceRow).filter(chosen::has).forEach(aside::add);
      } else if (proposal.mend() instanceof SetAsideRows rows
          && rows.rows() instanceof Criterion.Repeated) {
        RowMasks changed = changed(table, proposal.id());
        asked.stream()
            .filter(row -> changed.has(row.rank()))
            .forEach(row -> aside.add(row.sourceRow()));
      }
    }
    return aside;
  }

  private static void read(Block block, Set<Long> numbers, Map<Long, List<String>> rows) {
    for (int row = 0; row < block.rows(); row++) {
      if (numbers.contains(block.sourceRow(row))) {
        List<String> cells = new ArrayList<>();
        for (Chunk chunk : block.chunks()) {
          cells.add(chunk.at(row).toString());
        }
        rows.put(block.sourceRow(row), cells);
      }
    }
  }

  private static List<Integer> places(
      List<Column> columns, List<Proposal> mends, Set<Proposal> leftOut) {
    Set<Integer> dropped = new HashSet<>();
    for (Proposal proposal : mends) {
      if (proposal.mend() instanceof DropColumns drop && !leftOut.contains(proposal)) {
        for (ColumnRef reference : drop.columns()) {
          Column column = reference.find(columns);
          if (column != null) {
            dropped.add(column.index());
          }
        }
      }
    }
    List<Integer> places = new ArrayList<>();
    int place = 0;
    for (Column column : columns) {
      places.add(dropped.contains(column.index()) ? -1 : place++);
    }
    return places;
  }

  /** The rows of a page, as a table of one block. */
  private record Some(List<Column> columns, Reading reading, List<SeenRows.Row> rows)
      implements Table {
    @Override
    public void scan(BlockSink sink) throws IOException, UnreadableFile {
      List<Chunk> chunks = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        ChunkBuilder chunk = new ChunkBuilder();
        for (SeenRows.Row row : rows) {
          chunk.add(row.cells().get(column));
        }
        chunks.add(chunk.build());
      }
      sink.accept(new Block(0, rows.stream().mapToLong(SeenRows.Row::sourceRow).toArray(), chunks));
    }
  }
}
