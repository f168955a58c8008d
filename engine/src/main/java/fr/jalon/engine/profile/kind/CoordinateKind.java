package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number between the ends of an axis, in a column that the header says to be of that axis. */
final class CoordinateKind implements Kind {
  /** An axis, its ends, and the words that announce it. */
  enum Axis {
    /** In degrees. */
    LATITUDE("latitude", -90, 90, "latitude", "lat", "ylat", "y", "coordy", "latitudey", "ywgs84"),
    /** In degrees. */
    LONGITUDE(
        "longitude",
        -180,
        180,
        "longitude",
        "lon",
        "long",
        "lng",
        "xlong",
        "xlon",
        "x",
        "coordx",
        "longitudex",
        "xwgs84"),
    /** An easting in Lambert-93 (EPSG:2154), in meters. */
    LAMBERT93_X(
        "lambert93-x", 90_000, 1_300_000, "x", "coordx", "xl93", "lambertx", "xlambert", "l93"),
    /** A northing in Lambert-93 (EPSG:2154), in meters. */
    LAMBERT93_Y(
        "lambert93-y", 6_000_000, 7_200_000, "y", "coordy", "yl93", "lamberty", "ylambert", "l93");

    private final String code;
    private final double least;
    private final double greatest;
    private final Set<String> names;

    Axis(String code, double least, double greatest, String... names) {
      this.code = code;
      this.least = least;
      this.greatest = greatest;
      this.names = Set.of(names);
    }
  }

  private final Axis axis;

  CoordinateKind(Axis axis) {
    this.axis = axis;
  }

  @Override
  public String code() {
    return axis.code;
  }

  @Override
  public ValueType type() {
    return ValueType.DECIMAL;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.digits() >= 1 && shape.letters() == 0 && shape.length() <= 24;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = Numbers.spacesMadePlain(value.toString()).strip().replace(',', '.');
    return Coordinates.within(text, axis.least, axis.greatest) ? text : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(axis.names);
  }

  @Override
  public boolean needsName() {
    return true;
  }
}
