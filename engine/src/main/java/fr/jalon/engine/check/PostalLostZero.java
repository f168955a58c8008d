package fr.jalon.engine.check;

/** A postal code that lost its first zero: 1000 for 01000. */
final class PostalLostZero implements Check {
  @Override
  public String code() {
    return "postal-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("postal")) {
      report.cells(this, Severity.WARNING, column, value -> LostZero.inPostal(value.toString()));
    }
  }
}
