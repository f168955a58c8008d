package fr.jalon.engine.format;

import fr.jalon.engine.table.Shape;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Gives a table the shape a person asked for, whatever format it was read from. */
public final class Turning {
  private Turning() {}

  /** How the file is read before it is turned: no row of a table on its side names columns. */
  public static ReadOptions reading(ReadOptions options) {
    return options.shape() == Shape.TRANSPOSED ? options.withHeaderRows(List.of()) : options;
  }

  /**
   * The table in the shape asked for; closing it closes the one given.
   *
   * @param folder where a file may be made
   */
  public static Table turn(Table table, ReadOptions options, Path folder)
      throws IOException, UnreadableFile {
    Shape shape = options.shape();
    if (shape == null || shape == Shape.ROWS) {
      return table;
    }
    boolean done = false;
    try {
      Table turned =
          shape == Shape.UNPIVOTED ? UnpivotedTable.of(table) : TransposedTable.of(table, folder);
      done = true;
      return turned;
    } catch (RefusedException refused) {
      throw refused.unreadable();
    } finally {
      if (!done) {
        table.close();
      }
    }
  }
}
