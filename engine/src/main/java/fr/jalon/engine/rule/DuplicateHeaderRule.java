package fr.jalon.engine.rule;

import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Shape;
import fr.jalon.engine.table.SourceRow;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two columns bear the same name, so a reader cannot tell them apart. */
final class DuplicateHeaderRule implements Rule {
  @Override
  public String code() {
    return "duplicate-header";
  }

  @Override
  public Against against() {
    return Against.TABLE;
  }

  @Override
  public void look(Facts facts, Report report) {
    Set<String> seen = new HashSet<>();
    SourceRow titles = titles(facts.reading());
    for (ColumnFacts column : facts.columns()) {
      String title = title(column.column(), titles);
      if (!seen.add(title)) {
        report.add(this, Severity.WARNING, column, Map.of("title", title));
      }
    }
  }

  /** The only row of titles, null when there are none or several. */
  private static @Nullable SourceRow titles(Reading reading) {
    if (reading.headerRows().size() != 1 || reading.shape() != Shape.ROWS) {
      return null;
    }
    for (SourceRow row : reading.head()) {
      if (row.row() == reading.headerRows().get(0)) {
        return row;
      }
    }
    return null;
  }

  /** The title as it is in the file: readers add a number to a name they have met already. */
  private static String title(Column column, @Nullable SourceRow titles) {
    int place = column.sourceIndex();
    if (titles == null || place < 0 || place >= titles.cells().size()) {
      return column.name();
    }
    String title = titles.cells().get(place).strip();
    return title.isEmpty() ? column.name() : title;
  }
}
