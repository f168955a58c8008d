package fr.jalon.engine.repair;

import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.RowHashes;
import java.util.Map;

/** Of rows wholly equal, only the first is kept. */
final class SetAsideDuplicates implements Repair {
  @Override
  public String code() {
    return "set-aside-duplicates";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    if (facts.profiling().duplicateRows() > 0) {
      RowHashes hashes = new RowHashes();
      proposals.rows(this, () -> false, Map::of, hashes::add);
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    plan.setAside(
        () -> {
          RowHashes hashes = new RowHashes();
          return hashes::add;
        });
  }
}
