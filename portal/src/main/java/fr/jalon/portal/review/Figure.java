package fr.jalon.portal.review;

/**
 * Something counted, and where what was counted is to be seen.
 *
 * @param of what it is a share of, 0 for what is no share
 * @param href address of a page of the portal
 */
public record Figure(Measure measure, long value, long of, String href) {
  public Figure {
    if (href.isEmpty()) {
      throw new IllegalArgumentException(measure + " shows nothing of what it counts");
    }
  }

  static Figure of(Measure measure, long value, String href) {
    return new Figure(measure, value, 0, href);
  }
}
