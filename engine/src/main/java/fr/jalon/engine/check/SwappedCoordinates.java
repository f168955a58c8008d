package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Coordinates;
import java.util.Map;

/** Latitude stands where longitude should be: the point falls in the sea, or abroad. */
final class SwappedCoordinates implements Check {
  @Override
  public String code() {
    return "swapped-coordinates";
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
          pair.rows((x, y) -> !Coordinates.inFrance(x, y) && Coordinates.inFrance(y, x)));
    }
  }
}
