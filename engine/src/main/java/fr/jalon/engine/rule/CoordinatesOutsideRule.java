package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Coordinates;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.profile.kind.Points;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A point that lies outside France, whichever way its coordinates are read. Zeros stand for a place
 * that nobody entered, and are told apart.
 */
final class CoordinatesOutsideRule implements Rule {
  /** Programs write them with fewer decimals than any place has: "0,0", "[0.0, 0.0]". */
  private static final Pattern ZEROS =
      Pattern.compile("\\s*\\[?\\s*-?0(?:\\.0*)?\\s*[,; ]\\s*-?0(?:\\.0*)?\\s*\\]?\\s*");

  @Override
  public String code() {
    return "coordinates-outside";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    CoordinatePair pair = CoordinatePair.of(facts);
    if (pair != null) {
      ColumnFacts longitude = pair.longitude();
      Map<String, String> names =
          Map.of("latitude", pair.latitude().name(), "longitude", longitude.name());
      Map<String, String> zeros = new HashMap<>(names);
      zeros.put("variant", "zero");
      report.rows(this, Severity.WARNING, longitude, names, pair.rows((x, y) -> isOutside(x, y)));
      report.rows(
          this, Severity.WARNING, longitude, zeros, pair.rows(CoordinatesOutsideRule::isZero));
    }
    for (ColumnFacts column : facts.expecting(Kinds.POINT)) {
      tell(report, column, "point", CoordinatesOutsideRule::isOutside);
      tell(report, column, "point-zero", text -> ZEROS.matcher(text).matches());
    }
  }

  private void tell(Report report, ColumnFacts column, String variant, Predicate<String> fails) {
    report.cells(
        this,
        Severity.WARNING,
        column,
        Map.of("variant", variant),
        value -> fails.test(value.toString()));
  }

  private static boolean isOutside(String text) {
    Points.Pair point = Points.read(text);
    return point != null && isOutside(point.one(), point.other());
  }

  private static boolean isOutside(double x, double y) {
    return !isZero(x, y) && !Coordinates.inFrance(x, y) && !Coordinates.inFrance(y, x);
  }

  private static boolean isZero(double x, double y) {
    return x == 0 && y == 0;
  }
}
