package fr.jalon.portal.explore;

import fr.jalon.engine.query.Bounds;

/**
 * The grid by which rows are gathered on a map. Its lines do not move with the frame: the same rows
 * stay together while one moves over the map.
 *
 * @param whole the frame, widened to whole cells, twice as many across as up
 * @param cells of the grid
 */
record MapGrid(Bounds whole, int cells) {
  /** Pixels across a cell: what a mark and the room around it take. */
  private static final double CELL = 64;

  /** Pixels of the world's width at zoom 0, by the custom of web maps. */
  private static final double TILE = 256;

  private static final int MOST_UP = 24;

  /** Degrees of longitude across a pixel. */
  static double pixel(double zoom) {
    return 360 / Math.pow(2, zoom) / TILE;
  }

  /** The zoom of so many degrees across a pixel. */
  static int zoom(double pixel) {
    return (int) Math.max(0, Math.round(Math.log(pixel(0) / pixel) / Math.log(2)));
  }

  static MapGrid of(Bounds frame, int zoom) {
    double width = pixel(zoom) * CELL;
    double middle = (frame.south() + frame.north()) / 2;
    double flat = Math.max(0.2, Math.cos(Math.toRadians(rounded(middle))));
    while (up(frame, width, width * flat) > MOST_UP) {
      width *= 2;
    }
    double height = width * flat;
    int up = up(frame, width, height);
    double west = Math.floor(frame.west() / width) * width;
    double south = Math.floor(frame.south() / height) * height;
    return new MapGrid(
        new Bounds(west, south, west + 2 * up * width, south + up * height), 2 * up * up);
  }

  /** Cells up so that the frame is covered, whatever its shape. */
  private static int up(Bounds frame, double width, double height) {
    double across = Math.ceil((frame.east() - frame.west()) / width) + 1;
    double up = Math.ceil((frame.north() - frame.south()) / height) + 1;
    return (int) Math.min(Integer.MAX_VALUE / 4, Math.max(Math.ceil(across / 2), up));
  }

  /** So that the height of cells does not change at each step to the north. */
  private static double rounded(double latitude) {
    return Math.round(latitude / 5) * 5;
  }
}
