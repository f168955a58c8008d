package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Coordinates;
import java.util.Map;

/** A point that lies outside France, whichever way its coordinates are read. */
final class CoordinatesOutsideRule implements Rule {
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
      report.rows(
          this,
          Severity.WARNING,
          pair.longitude(),
          Map.of("latitude", pair.latitude().name(), "longitude", pair.longitude().name()),
          pair.rows((x, y) -> !Coordinates.inFrance(x, y) && !Coordinates.inFrance(y, x)));
    }
  }
}
