package fr.jalon.engine.check;

import java.util.Map;

/** A surface whose outline crosses itself. */
final class ShapeCrossing implements Check {
  @Override
  public String code() {
    return "shape-crossing";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("geometry")) {
      ShapeFaults faults = column.shapes();
      report.cells(
          this,
          Severity.WARNING,
          column,
          Map.of(),
          value -> faults.has(value, ShapeFaults.CROSSING));
    }
  }
}
