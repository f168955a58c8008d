package fr.jalon.engine.profile.kind;

/**
 * The years for which two figures may stand: "91" is 1991 within 1970 to 2026, and nothing within
 * 1927 to 1990.
 *
 * @param first the earliest one
 * @param last the latest one, less than a hundred years later
 */
public record YearWindow(int first, int last) {
  public YearWindow {
    if (last < first || last - first >= 100) {
      throw new IllegalArgumentException(
          "two figures cannot tell years from " + first + " to " + last);
    }
  }

  /** The year of the window that ends by these two figures, -1 when none does. */
  public int year(int figures) {
    int year = first - Math.floorMod(first, 100) + figures;
    int inside = year < first ? year + 100 : year;
    return inside <= last ? inside : -1;
  }
}
