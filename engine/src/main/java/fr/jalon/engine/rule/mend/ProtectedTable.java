package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.ReadingCover;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A table in which people are hidden, whose reading hides them too: what is hidden in the cells
 * must not be read in the rows of the file that the reading shows.
 */
final class ProtectedTable implements Table {
  private final Table hidden;
  private final ReadingCover cover;

  private ProtectedTable(Table hidden, ReadingCover cover) {
    this.hidden = hidden;
    this.cover = cover;
  }

  /**
   * @param hidden the table once the protections are applied
   * @param columns of the table before
   */
  static Table of(Table hidden, List<Column> columns, List<Proposal> protections) {
    Map<Integer, UnaryOperator<String>> places = new HashMap<>();
    for (Proposal proposal : protections) {
      for (ColumnRef reference : proposal.mend().columns()) {
        Column column = reference.find(columns);
        if (column != null && proposal.mend() instanceof Protect protect) {
          places.putIfAbsent(column.sourceIndex(), protect::hidden);
        }
      }
    }
    return new ProtectedTable(hidden, new ReadingCover(places, UnaryOperator.identity()));
  }

  @Override
  public Reading reading() {
    return cover.of(hidden.reading());
  }

  @Override
  public List<Column> columns() {
    return hidden.columns();
  }

  @Override
  public void scan(BlockSink sink) throws IOException, UnreadableFile {
    hidden.scan(sink);
  }

  @Override
  public void close() throws IOException {
    hidden.close();
  }
}
