package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.kind.Coordinates;
import fr.jalon.engine.profile.kind.Points;
import org.jspecify.annotations.Nullable;

/** Which of the two numbers of a point comes first. */
public enum PointOrder {
  LONGITUDE_FIRST,
  LATITUDE_FIRST;

  public PointOrder other() {
    return this == LONGITUDE_FIRST ? LATITUDE_FIRST : LONGITUDE_FIRST;
  }

  /** The only order in which the point lies in France; null when both do, or none. */
  public static @Nullable PointOrder of(Points.Pair pair) {
    boolean longitudeFirst = Coordinates.inFrance(pair.one(), pair.other());
    boolean latitudeFirst = Coordinates.inFrance(pair.other(), pair.one());
    if (longitudeFirst == latitudeFirst) {
      return null;
    }
    return longitudeFirst ? LONGITUDE_FIRST : LATITUDE_FIRST;
  }
}
