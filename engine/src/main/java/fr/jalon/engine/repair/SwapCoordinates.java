package fr.jalon.engine.repair;

import fr.jalon.engine.check.CoordinatePair;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.kind.Coordinates;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.ChunkBuilder;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Latitude and longitude change places on the rows where each is in the other's column. */
final class SwapCoordinates implements Repair {
  private static final String BETWEEN = " ; ";

  @Override
  public String code() {
    return "swap-coordinates";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    CoordinatePair pair = CoordinatePair.of(facts);
    if (pair != null) {
      Map<String, String> parameters =
          Map.of("longitude", pair.longitude().name(), "latitude", pair.latitude().name());
      proposals.rows(
          this,
          pair.longitude(),
          parameters,
          pair.rows(SwapCoordinates::areSwapped),
          (block, row) -> shown(block, row, pair),
          SwapCoordinates::turned);
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    Column longitude = plan.column(step.parameters().getOrDefault("longitude", ""));
    Column latitude = plan.column(step.parameters().getOrDefault("latitude", ""));
    if (longitude != null && latitude != null) {
      plan.changeRows(block -> swapped(block, longitude.index(), latitude.index()));
    }
  }

  private static String shown(Block block, int row, CoordinatePair pair) {
    Text longitude = block.chunk(pair.longitude().index()).at(row);
    return longitude + BETWEEN + block.chunk(pair.latitude().index()).at(row);
  }

  private static String turned(String shown) {
    int between = shown.indexOf(BETWEEN);
    return between < 0
        ? shown
        : shown.substring(between + BETWEEN.length()) + BETWEEN + shown.substring(0, between);
  }

  private static boolean areSwapped(double longitude, double latitude) {
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
