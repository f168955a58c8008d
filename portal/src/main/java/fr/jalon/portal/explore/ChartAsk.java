package fr.jalon.portal.explore;

import fr.jalon.engine.query.Period;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.web.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which chart is asked of a version, as the address says it; what it does not say, or says and
 * cannot be, is chosen.
 *
 * @param by the column that gathers, lies along the axis or spreads
 * @param measure what is added up, or the other number; null to count rows
 * @param length of the periods of a line, null for the one that reads best
 */
record ChartAsk(
    ChartKind kind,
    ColumnDescription by,
    @Nullable ColumnDescription measure,
    Period.@Nullable Length length) {
  static final String KIND = "dessin";
  static final String BY = "par";
  static final String MEASURE = "mesure";
  static final String LENGTH = "pas";
  static final String ROWS = "lignes";
  static final String MONTH = "mois";
  static final String YEAR = "annee";

  /**
   * @throws Rejected with {@link ExploreProblem#NO_CHART} when nothing can be drawn
   */
  static ChartAsk of(Version version, Map<String, String[]> parameters) {
    List<ChartKind> kinds = ChartChoice.kinds(version);
    if (kinds.isEmpty()) {
      throw new Rejected(ExploreProblem.NO_CHART);
    }
    String word = first(parameters, KIND);
    ChartKind kind =
        kinds.stream().filter(one -> one.word().equals(word)).findFirst().orElse(kinds.get(0));
    ColumnDescription by = by(kind, version, first(parameters, BY));
    String measure = first(parameters, MEASURE);
    Period.Length length =
        switch (first(parameters, LENGTH)) {
          case MONTH -> Period.Length.MONTH;
          case YEAR -> Period.Length.YEAR;
          default -> null;
        };
    return new ChartAsk(kind, by, measure(kind, version, by, measure), length);
  }

  /** The columns that can take that place, the most telling first. */
  static List<ColumnDescription> choices(ChartKind kind, Version version) {
    return switch (kind) {
      case BARS -> ChartChoice.groupings(version);
      case LINE -> ChartChoice.dates(version);
      case SPREAD, PAIRS -> ChartChoice.numbers(version);
    };
  }

  private static ColumnDescription by(ChartKind kind, Version version, String name) {
    return ChartChoice.chosen(choices(kind, version), name).orElseThrow();
  }

  private static @Nullable ColumnDescription measure(
      ChartKind kind, Version version, ColumnDescription by, String name) {
    return switch (kind) {
      case SPREAD -> null;
      case PAIRS -> {
        List<ColumnDescription> others = new ArrayList<>(ChartChoice.numbers(version));
        others.remove(by);
        yield ChartChoice.chosen(others, name).orElseThrow();
      }
      case BARS, LINE -> {
        Optional<ColumnDescription> asked =
            ChartChoice.measures(version).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        yield name.equals(ROWS)
            ? null
            : asked.or(() -> ChartChoice.firstMeasure(version)).orElse(null);
      }
    };
  }

  /** The same, for another way of drawing, with what that one chooses. */
  static String href(String path, ChartKind kind) {
    return path + "?vue=graphique&" + RowAddress.pair(KIND, kind.word());
  }

  /** The address of this very chart as a file. */
  String fileHref(String path, String extension) {
    StringBuilder href = new StringBuilder(path + "/graphique." + extension + "?");
    href.append(RowAddress.pair(KIND, kind.word()));
    href.append('&').append(RowAddress.pair(BY, by.name()));
    href.append('&').append(RowAddress.pair(MEASURE, measure == null ? ROWS : measure.name()));
    if (length != null) {
      href.append('&')
          .append(RowAddress.pair(LENGTH, length == Period.Length.MONTH ? MONTH : YEAR));
    }
    return href.toString();
  }

  private static String first(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 ? "" : values[0];
  }
}
