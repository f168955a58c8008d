package fr.jalon.portal.explore;

import java.util.List;

/**
 * A map: a still picture drawn by the server, and what the browser needs to make it move.
 *
 * @param placed rows that have a place
 * @param partial what is not drawn of too large a file, "" when all is
 * @param source where the browser asks what to draw
 * @param bounds "west,south,east,north"
 * @param rowsHref address of a row, its number to be added
 * @param tiles address of a tile server, "" for our own ground
 */
public record MapView(
    long placed,
    long missing,
    String partial,
    String source,
    String bounds,
    String rowsHref,
    String tableHref,
    String tiles,
    String attribution,
    StillMap still,
    List<Line> list) {
  public MapView {
    list = List.copyOf(list);
  }

  /** A row named beside the map. */
  public record Line(long row, String text, String href) {}
}
