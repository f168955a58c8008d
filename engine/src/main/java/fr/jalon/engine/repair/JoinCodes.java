package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.Judging;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.Map;
import java.util.Set;

/** Spaces and points go from SIRET and SIREN numbers whose key is right. */
final class JoinCodes implements Repair {
  private static final Set<String> CODES = Set.of("siret", "siren");

  @Override
  public String code() {
    return "siret-spaces";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      if (CODES.contains(column.kind())) {
        Kind kind = Kinds.get(column.kind());
        Map<String, String> parameters = Map.of("kind", column.kind());
        proposals.cells(this, column, true, parameters, text -> joined(kind, text));
      }
    }
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    String code = step.parameters().getOrDefault("kind", "siret");
    if (CODES.contains(code)) {
      Kind kind = Kinds.get(code);
      plan.change(step, text -> joined(kind, text));
    }
  }

  private static String joined(Kind kind, String text) {
    String written = Judging.canonical(kind, text);
    return written == null || written.equals(text.strip()) ? text : written;
  }
}
