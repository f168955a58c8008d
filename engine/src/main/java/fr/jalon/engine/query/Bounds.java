package fr.jalon.engine.query;

/** A rectangle in degrees of WGS 84; west is never east of east. */
public record Bounds(double west, double south, double east, double north) {
  public static final Bounds WORLD = new Bounds(-180, -90, 180, 90);

  public Bounds {
    if (!(west <= east && south <= north)) {
      throw new IllegalArgumentException(
          "wanted west ≤ east and south ≤ north, got "
              + west
              + " "
              + south
              + " "
              + east
              + " "
              + north);
    }
  }
}
