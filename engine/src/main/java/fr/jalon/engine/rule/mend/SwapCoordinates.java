package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.kind.Coordinates;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.ChunkBuilder;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Latitude and longitude change places on the rows where each is in the other's column. */
public record SwapCoordinates(ColumnRef longitude, ColumnRef latitude) implements Mend {
  public SwapCoordinates {
    Objects.requireNonNull(longitude, "longitude");
    Objects.requireNonNull(latitude, "latitude");
  }

  @Override
  public List<ColumnRef> columns() {
    return List.of(longitude, latitude);
  }

  @Override
  public SwapCoordinates in(List<Column> table) {
    return new SwapCoordinates(longitude.in(table), latitude.in(table));
  }

  @Override
  public void plan(Plan plan) {
    int x = plan.get(longitude).index();
    int y = plan.get(latitude).index();
    plan.changeRows(block -> swapped(block, x, y));
  }

  /** True when the point falls in France only once its two figures are exchanged. */
  public static boolean areSwapped(double longitude, double latitude) {
    return !Coordinates.inFrance(longitude, latitude) && Coordinates.inFrance(latitude, longitude);
  }

  private static Block swapped(Block block, int longitude, int latitude) {
    ChunkBuilder xs = new ChunkBuilder();
    ChunkBuilder ys = new ChunkBuilder();
    for (int row = 0; row < block.rows(); row++) {
      Text x = block.chunk(longitude).at(row);
      Text y = block.chunk(latitude).at(row);
      boolean swap = areSwapped(Coordinates.parse(x.toString()), Coordinates.parse(y.toString()));
      add(xs, swap ? y : x);
      add(ys, swap ? x : y);
    }
    List<Chunk> chunks = new ArrayList<>(block.chunks());
    chunks.set(longitude, xs.build());
    chunks.set(latitude, ys.build());
    return new Block(block.firstRow(), block.sourceRows(), chunks);
  }

  private static void add(ChunkBuilder builder, Text value) {
    builder.add(value.array(), value.offset(), value.length());
  }
}
