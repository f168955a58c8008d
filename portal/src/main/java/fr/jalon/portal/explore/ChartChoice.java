package fr.jalon.portal.explore;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /** Numbers that name: neither added up nor averaged. */
  private static final Pattern NAMING =
      Pattern.compile(
          "annee|year|code|identifiant|(^|[^a-z])(id|gid|fid|objectid|num|no|ref|rang|ordre)([^a-z]|$)"
              + "|numero|latitude|longitude|siret|siren|insee|postal|telephone");

  /** Numbers that say how much and have no sum. */
  private static final Pattern NOT_ADDED =
      Pattern.compile("taux|pourcent|moyen|altitude|(^|[^a-z])(note|indice|part)([^a-z]|$)");

  /** Rows from which whole numbers that follow each other without a gap only count the rows. */
  private static final int SERIAL_ROWS = 20;

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
    double code = NAMING.matcher(plain(column)).find() ? 0.6 : 1;
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
    return isNumber(column) && !NOT_ADDED.matcher(plain(column)).find();
  }

  /** The columns whose numbers say how much: what can be spread over steps, and averaged. */
  static List<ColumnDescription> numbers(Version version) {
    return version.columns().stream().filter(ChartChoice::isNumber).toList();
  }

  /** The columns that say when: dates, then years. */
  static List<ColumnDescription> dates(Version version) {
    return version.columns().stream()
        .filter(column -> column.role() == null && column.distinct() >= 2)
        .filter(column -> column.type().isDate() || isYear(column))
        .sorted(Comparator.comparing(ChartChoice::isYear))
        .toList();
  }

  static boolean isYear(ColumnDescription column) {
    return column.type() == ValueType.INTEGER && column.kind() == Kinds.YEAR;
  }

  /** The ways of drawing a version, the most telling first. */
  static List<ChartKind> kinds(Version version) {
    List<ChartKind> kinds = new ArrayList<>();
    if (!groupings(version).isEmpty()) {
      kinds.add(ChartKind.BARS);
    }
    if (!dates(version).isEmpty()) {
      kinds.add(ChartKind.LINE);
    }
    int numbers = numbers(version).size();
    if (numbers > 0) {
      kinds.add(ChartKind.SPREAD);
    }
    if (numbers > 1) {
      kinds.add(ChartKind.PAIRS);
    }
    return kinds;
  }

  private static boolean isNumber(ColumnDescription column) {
    return column.numeric()
        && column.role() == null
        && column.kind().summable()
        && column.distinct() > 2
        && !isSerial(column)
        && !NAMING.matcher(plain(column)).find();
  }

  /** 1, 2, 3…: the number of the row under another name. */
  private static boolean isSerial(ColumnDescription column) {
    String minimum = column.minimum();
    String maximum = column.maximum();
    if (column.type() != ValueType.INTEGER
        || column.filled() < SERIAL_ROWS
        || column.distinct() != column.filled()
        || minimum == null
        || maximum == null
        || !minimum.matches("-?[0-9]{1,18}")
        || !maximum.matches("-?[0-9]{1,18}")) {
      return false;
    }
    return Long.parseLong(maximum) - Long.parseLong(minimum) + 1 == column.filled();
  }

  private static String plain(ColumnDescription column) {
    return Money.plain(column);
  }
}
