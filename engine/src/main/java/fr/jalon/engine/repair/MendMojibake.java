package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.Mojibake;
import java.util.Map;

/** Accents read in the wrong alphabet come back: "Ã©" becomes "é". The way back is exact. */
final class MendMojibake implements Repair {
  @Override
  public String code() {
    return "mend-mojibake";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      proposals.cells(this, column, true, Map.of(), Mojibake::mend);
    }
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    plan.change(step, Mojibake::mend);
  }
}
