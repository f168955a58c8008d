package fr.jalon.engine.check;

import java.util.Map;

/** A shape with the same point twice in a row. */
final class ShapeRepeatedPoints implements Check {
  @Override
  public String code() {
    return "shape-repeated-points";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("geometry")) {
      ShapeFaults faults = column.shapes();
      report.cells(
          this,
          Severity.ADVICE,
          column,
          Map.of(),
          value -> faults.has(value, ShapeFaults.REPEATED));
    }
  }
}
