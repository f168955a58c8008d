package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.repair.RepairStep.Change;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Titles of columns whose accents were read in the wrong alphabet get them back. */
final class MendTitles implements Repair {
  @Override
  public String code() {
    return "mend-titles";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    List<Change> changes = new ArrayList<>();
    for (ColumnFacts column : facts.columns()) {
      String mended = Mojibake.mend(column.name());
      if (!mended.equals(column.name())) {
        changes.add(new Change(column.column().letters(), column.name(), mended));
      }
    }
    if (!changes.isEmpty()) {
      List<Change> shown = changes.subList(0, Math.min(20, changes.size()));
      proposals.whole(this, null, true, Map.of(), changes.size(), shown);
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    for (Column column : plan.columns()) {
      String mended = Mojibake.mend(column.name());
      if (!mended.equals(column.name())) {
        plan.rename(column, mended);
      }
    }
  }
}
