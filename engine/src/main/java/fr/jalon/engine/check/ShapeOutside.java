package fr.jalon.engine.check;

import java.util.Map;

/** A shape whose coordinates are no longitude and latitude. */
final class ShapeOutside implements Check {
  @Override
  public String code() {
    return "shape-outside";
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
          value -> faults.has(value, ShapeFaults.OUTSIDE));
    }
  }
}
