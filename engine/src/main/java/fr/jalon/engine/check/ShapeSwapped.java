package fr.jalon.engine.check;

import java.util.Map;

/** A shape whose latitude stands before its longitude, which puts it far from France. */
final class ShapeSwapped implements Check {
  @Override
  public String code() {
    return "shape-swapped";
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
          value -> faults.has(value, ShapeFaults.SWAPPED));
    }
  }
}
