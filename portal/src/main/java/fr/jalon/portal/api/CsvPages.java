package fr.jalon.portal.api;

import fr.jalon.engine.query.Page;
import fr.jalon.engine.query.RowQuery;
import fr.jalon.portal.catalog.CatalogProblem;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.VersionRows;
import fr.jalon.portal.web.Rejected;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV, by RFC 4180 in UTF-8 as our files are, read page by page so that a million of them
 * take no more memory than ten thousand.
 */
final class CsvPages {
  private static final int PAGE = 10_000;

  private final VersionRows rows;
  private final Version version;
  private final RowQuery query;
  private final Page first;

  /** Rows asked at a time: fewer when they hold long texts. */
  private int size = PAGE;

  /** Asks the first page at once: a wrong question is refused before anything is written. */
  CsvPages(VersionRows rows, Version version, RowQuery query) throws IOException {
    this.rows = rows;
    this.version = version;
    this.query = query;
    this.first = page(0);
  }

  void writeTo(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    line(writer, first.columns().stream().map(Page.PageColumn::name).collect(Collectors.toList()));
    Page page = first;
    for (long offset = 0; ; page = page(offset)) {
      for (List<@Nullable Object> row : page.rows()) {
        line(writer, row);
      }
      if (page.rows().size() < size) {
        break;
      }
      offset += page.rows().size();
    }
    writer.flush();
  }

  private Page page(long offset) throws IOException {
    while (true) {
      try {
        return page(offset, size);
      } catch (Rejected rejected) {
        if (rejected.problem() != CatalogProblem.TOO_MUCH_ASKED || size == 1) {
          throw rejected;
        }
        size = Math.max(1, size / 8);
      }
    }
  }

  private Page page(long offset, int limit) throws IOException {
    return rows.page(
        version,
        new RowQuery(
            query.filters(),
            query.sorts(),
            query.columns(),
            query.groupBy(),
            query.measures(),
            offset,
            limit));
  }

  private static void line(Writer writer, List<? extends @Nullable Object> cells)
      throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        writer.write(',');
      }
      String text = text(cells.get(i));
      // a line with one empty cell would be no line
      writer.write(text.isEmpty() && cells.size() == 1 ? "\"\"" : quoted(text));
    }
    writer.write('\n');
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Double number && !number.isNaN() && !number.isInfinite()
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  private static String quoted(String text) {
    boolean needed =
        text.indexOf(',') >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
