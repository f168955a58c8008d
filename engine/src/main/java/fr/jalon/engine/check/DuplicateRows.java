package fr.jalon.engine.check;

import fr.jalon.engine.profile.RowHashes;
import java.util.Map;

/** Rows wholly equal to one before them. */
final class DuplicateRows implements Check {
  @Override
  public String code() {
    return "duplicate-rows";
  }

  @Override
  public void look(Facts facts, Report report) {
    if (facts.profiling().duplicateRows() > 0) {
      RowHashes hashes = new RowHashes();
      report.rows(this, Severity.WARNING, null, Map.of(), hashes::add);
    }
  }
}
