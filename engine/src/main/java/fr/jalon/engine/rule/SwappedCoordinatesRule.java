package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.profile.kind.Points;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.PointOrder;
import fr.jalon.engine.rule.mend.SwapCoordinates;
import fr.jalon.engine.table.Block;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Latitude stands where longitude should be: the point falls in the sea, or abroad. Where both are
 * in one cell, they should stand in the order of most cells of the column.
 */
final class SwappedCoordinatesRule implements Rule {
  @Override
  public String code() {
    return "swapped-coordinates";
  }

  @Override
  public void look(Facts facts, Report report) {
    CoordinatePair pair = CoordinatePair.of(facts);
    if (pair != null) {
      ColumnFacts longitude = pair.longitude();
      ColumnFacts latitude = pair.latitude();
      report.changedRows(
          this,
          Severity.WARNING,
          longitude,
          Map.of("latitude", latitude.name(), "longitude", longitude.name()),
          pair.rows(SwapCoordinates::areSwapped),
          (block, row) -> shown(block, row, longitude, latitude),
          (block, row) -> shown(block, row, latitude, longitude),
          new SwapCoordinates(ColumnRef.of(longitude.column()), ColumnRef.of(latitude.column())));
    }
    for (ColumnFacts column : facts.expecting(Kinds.POINT)) {
      PointOrder order = order(column.values());
      if (order != null) {
        Map<String, String> words =
            Map.of(
                "variant",
                order == PointOrder.LONGITUDE_FIRST ? "longitude-first" : "latitude-first");
        report.cells(
            this,
            Severity.WARNING,
            column,
            words,
            Remedy.convertOne(false, new Conversion.TurnPoints(order), words));
      }
    }
  }

  /**
   * The order of most points of a column, longitude first, as GeoJSON does, when none has most;
   * null when all those that tell have the same.
   */
  private static @Nullable PointOrder order(Distinct values) {
    long[] counts = new long[PointOrder.values().length];
    for (int index = 0; index < values.size(); index++) {
      Points.Pair point = Points.read(values.value(index).toString());
      PointOrder order = point == null ? null : PointOrder.of(point);
      if (order != null) {
        counts[order.ordinal()] += values.count(index);
      }
    }
    long longitudeFirst = counts[PointOrder.LONGITUDE_FIRST.ordinal()];
    long latitudeFirst = counts[PointOrder.LATITUDE_FIRST.ordinal()];
    if (longitudeFirst == 0 || latitudeFirst == 0) {
      return null;
    }
    return longitudeFirst >= latitudeFirst ? PointOrder.LONGITUDE_FIRST : PointOrder.LATITUDE_FIRST;
  }

  private static String shown(Block block, int row, ColumnFacts one, ColumnFacts other) {
    return block.chunk(one.index()).at(row) + " ; " + block.chunk(other.index()).at(row);
  }
}
