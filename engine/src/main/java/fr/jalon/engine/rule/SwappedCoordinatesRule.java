package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.SwapCoordinates;
import fr.jalon.engine.table.Block;
import java.util.Map;

/** Latitude stands where longitude should be: the point falls in the sea, or abroad. */
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
  }

  private static String shown(Block block, int row, ColumnFacts one, ColumnFacts other) {
    return block.chunk(one.index()).at(row) + " ; " + block.chunk(other.index()).at(row);
  }
}
