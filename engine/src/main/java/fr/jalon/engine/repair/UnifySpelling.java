package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.Spaces;
import fr.jalon.engine.check.Spellings;
import java.util.HashMap;
import java.util.Map;

/** The same thing written in several ways is written as most cells write it. */
final class UnifySpelling implements Repair {
  private static final String ARROW = " → ";

  @Override
  public String code() {
    return "unify-case";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.expecting("text")) {
      Map<String, String> preferred = Spellings.preferred(column.values());
      if (!preferred.isEmpty()) {
        proposals.cells(
            this, column, false, parameters(preferred), text -> preferred.getOrDefault(text, text));
      }
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    Map<String, String> preferred = new HashMap<>();
    for (String line : step.parameters().getOrDefault("spellings", "").split("\n")) {
      int arrow = line.indexOf(ARROW);
      if (arrow > 0) {
        String from = line.substring(0, arrow);
        String to = line.substring(arrow + ARROW.length());
        preferred.put(from, to);
        preferred.putIfAbsent(Spaces.trimmed(from), to);
      }
    }
    plan.change(step, text -> preferred.getOrDefault(text, text));
  }

  private static Map<String, String> parameters(Map<String, String> preferred) {
    StringBuilder lines = new StringBuilder();
    preferred.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each -> lines.append(each.getKey()).append(ARROW).append(each.getValue()).append('\n'));
    return Map.of("spellings", lines.toString().strip());
  }
}
