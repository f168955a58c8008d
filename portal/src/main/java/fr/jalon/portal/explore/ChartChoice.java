package fr.jalon.portal.explore;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Folding;
import fr.jalon.portal.catalog.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset can honestly be drawn by: columns with few values, each borne by several rows; and
 * what can be added up: numbers that are amounts, not names nor places.
 */
final class ChartChoice {
  private static final int MOST_GROUPS = 60;

  /** Groups read best between three and a dozen. */
  private static final int BEST_GROUPS = 6;

  private static final Pattern AMOUNT =
      Pattern.compile("montant|cout|prix|depense|recette|subvention|budget|euros|consommation");
  private static final Pattern NOT_ADDED =
      Pattern.compile(
          "taux|pourcent|moyen|annee|year|code|(^|_)id(_|$)|numero|altitude|latitude|longitude|siret|siren|insee|postal|telephone");

  private ChartChoice() {}

  /** The columns rows can be gathered by, the most telling first. */
  static List<ColumnDescription> groupings(Version version) {
    return version.columns().stream()
        .filter(column -> isGrouping(column, version.rows()))
        .sorted(
            Comparator.comparingDouble(
                (ColumnDescription column) -> -score(column, version.rows())))
        .toList();
  }

  /** The columns whose numbers can be added up. */
  static List<ColumnDescription> measures(Version version) {
    return version.columns().stream().filter(ChartChoice::isMeasure).toList();
  }

  /** The measure to begin with: an amount of money or energy when there is one, else none. */
  static Optional<ColumnDescription> firstMeasure(Version version) {
    return measures(version).stream()
        .filter(column -> AMOUNT.matcher(plain(column)).find())
        .findFirst();
  }

  /** The column of that name among some, or the first of them. */
  static Optional<ColumnDescription> chosen(
      List<ColumnDescription> columns, @Nullable String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .or(() -> columns.stream().findFirst());
  }

  private static boolean isGrouping(ColumnDescription column, long rows) {
    boolean fewValues =
        column.distinct() >= 2
            && column.distinct() <= MOST_GROUPS
            && column.distinct() * 2 <= Math.max(4, column.filled());
    return column.role() == null
        && fewValues
        && column.filled() * 2 >= rows
        && column.type() != ValueType.DECIMAL;
  }

  private static double score(ColumnDescription column, long rows) {
    double filled = rows == 0 ? 0 : (double) column.filled() / rows;
    double closeness = 1 / (1 + Math.abs(Math.log((double) column.distinct() / BEST_GROUPS)));
    double words = wordiness(column.type());
    double code = NOT_ADDED.matcher(plain(column)).find() ? 0.6 : 1;
    return filled * closeness * words * code;
  }

  /** Words name groups better than numbers and dates do, and those better than yes and no. */
  private static double wordiness(ValueType type) {
    return switch (type) {
      case TEXT -> 1;
      case BOOLEAN -> 0.6;
      case INTEGER, DECIMAL, DATE, DATETIME -> 0.8;
    };
  }

  private static boolean isMeasure(ColumnDescription column) {
    return column.numeric()
        && column.role() == null
        && column.kind().summable()
        && column.distinct() > 2
        && !NOT_ADDED.matcher(plain(column)).find();
  }

  private static String plain(ColumnDescription column) {
    return Folding.fold(column.name() + " " + column.title()).toLowerCase(Locale.ROOT);
  }
}
