package fr.jalon.portal.catalog;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.query.Bounds;
import fr.jalon.engine.query.ColumnValues;
import fr.jalon.engine.query.Filter;
import fr.jalon.engine.query.Page;
import fr.jalon.engine.query.Pairs;
import fr.jalon.engine.query.Period;
import fr.jalon.engine.query.QueryProblem;
import fr.jalon.engine.query.RowQuery;
import fr.jalon.engine.query.Rows;
import fr.jalon.engine.query.Spots;
import fr.jalon.engine.query.Step;
import fr.jalon.engine.query.StepWidth;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of a version. Every question goes to the Parquet file we wrote, through the engine's
 * filters: no text of a request becomes a query.
 */
@Component
public class VersionRows {
  private static final int MOST_NAMES = 200;

  private final Rows rows;
  private final Storage storage;

  VersionRows(Rows rows, Storage storage) {
    this.rows = rows;
    this.storage = storage;
  }

  public Page page(Version version, RowQuery query) throws IOException {
    return answer(version, file -> rows.page(file, query));
  }

  /** The same to be looked at: long texts are cut. */
  public Page shown(Version version, RowQuery query) throws IOException {
    return answer(version, file -> rows.shown(file, query));
  }

  /** Some rows by their 0-based numbers, in the order of the file. */
  public Page at(Version version, List<Long> numbers, List<String> columns) throws IOException {
    return answer(version, file -> rows.at(file, numbers, columns));
  }

  /** The most frequent values of a column among the rows that meet the conditions. */
  public ColumnValues values(Version version, String column, List<Filter> filters, int most)
      throws IOException {
    return answer(version, file -> rows.values(file, column, filters, most));
  }

  /** Rows gathered by equal steps of a column of numbers. */
  public List<Step> steps(
      Version version, String column, StepWidth width, @Nullable String other, int most)
      throws IOException {
    return answer(version, file -> rows.steps(file, column, width, other, most));
  }

  /** Rows gathered by month or year. */
  public List<Period> periods(
      Version version, String column, Period.Length length, @Nullable String summed, int most)
      throws IOException {
    return answer(version, file -> rows.periods(file, column, length, summed, most));
  }

  /** Two columns of numbers, row by row, or of one row in so many. */
  public Pairs pairs(Version version, String x, String y, int most) throws IOException {
    return answer(version, file -> rows.pairs(file, x, y, most));
  }

  /** The rectangle the rows lie in, nothing when none has a place. */
  public Optional<Bounds> extent(Version version, String longitude, String latitude)
      throws IOException {
    return answer(version, file -> rows.extent(file, longitude, latitude, List.of()));
  }

  /** Rows of a rectangle, gathered when they are more than {@code most}. */
  public Spots spots(Version version, String longitude, String latitude, Bounds bounds, int most)
      throws IOException {
    return answer(version, file -> rows.spots(file, longitude, latitude, List.of(), bounds, most));
  }

  private <T> T answer(Version version, Question<T> question) throws IOException {
    Distribution parquet =
        version
            .findDistribution(WrittenFormat.PARQUET)
            .orElseThrow(() -> new IllegalStateException("no Parquet in version " + version.id()));
    try {
      return question.ask(storage.path(parquet.sha256()));
    } catch (QueryProblem problem) {
      throw rejected(problem, version);
    }
  }

  /** The same problem as the portal says it. */
  static Rejected rejected(QueryProblem problem, Version version) {
    var said = problem.parameters();
    String column = said.getOrDefault("column", "");
    return switch (problem.code()) {
      case UNKNOWN_COLUMN -> new Rejected(CatalogProblem.UNKNOWN_COLUMN, column, names(version));
      case UNKNOWN_OPERATOR ->
          new Rejected(
              CatalogProblem.UNKNOWN_OPERATOR, said.getOrDefault("operator", ""), RowAddress.WORDS);
      case BAD_VALUE ->
          new Rejected(
              CatalogProblem.BAD_VALUE,
              said.getOrDefault("value", ""),
              column,
              said.getOrDefault("type", ""));
      case BAD_PAGE -> new Rejected(CatalogProblem.BAD_PAGE, RowAddress.LARGEST_PAGE);
      case NOT_A_NUMBER -> new Rejected(CatalogProblem.NOT_A_NUMBER, column);
      case TOO_MUCH_ASKED ->
          new Rejected(CatalogProblem.TOO_MUCH_ASKED, said.getOrDefault("limit", ""));
      case TOO_SLOW -> new Rejected(CatalogProblem.TOO_SLOW);
      case BUSY -> new Rejected(CatalogProblem.BUSY);
    };
  }

  private static String names(Version version) {
    return version.columns().stream()
        .map(ColumnDescription::name)
        .limit(MOST_NAMES)
        .collect(Collectors.joining(", "));
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(Path parquet) throws IOException, QueryProblem;
  }
}
