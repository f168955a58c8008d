package fr.jalon.portal.explore;

import fr.jalon.engine.query.Page;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.VersionRows;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** One row of a version, in words, for the map's pop-up. */
@Component
class RowViews {
  /** A pop-up is not a page: the rest is one link away. */
  private static final int MOST_CELLS = 12;

  private final VersionRows rows;

  RowViews(VersionRows rows) {
    this.rows = rows;
  }

  /**
   * @param written the row's 1-based number
   * @param path of the dataset's page
   */
  RowView of(Version version, String written, String path, Messages messages) throws IOException {
    if (!written.matches("[1-9][0-9]{0,11}")) {
      throw new Rejected(ExploreProblem.NO_SUCH_ROW);
    }
    long number = Long.parseLong(written);
    Page page = rows.at(version, List.of(number - 1), List.of());
    if (page.rows().isEmpty()) {
      throw new Rejected(ExploreProblem.NO_SUCH_ROW);
    }
    ValueText text = new ValueText(messages);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < version.columns().size() && cells.size() < MOST_CELLS; i++) {
      ColumnDescription column = version.columns().get(i);
      String value = text.of(column, page.rows().get(0).get(i));
      if (!value.isEmpty() && column.role() == null) {
        cells.add(new Cell(column.title(), value));
      }
    }
    return new RowView(number, MapViews.href(path, number - 1), cells);
  }

  /**
   * @param href of the row in the table
   */
  record RowView(long number, String href, List<Cell> cells) {}

  /** A value and the title of its column. */
  record Cell(String name, String text) {}
}
