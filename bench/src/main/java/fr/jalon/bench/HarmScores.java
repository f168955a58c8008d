package fr.jalon.bench;

import fr.jalon.bench.MendedFile.Cells;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of right cells and of spoiled ones, rule by rule and fault by fault. */
final class HarmScores {
  private static final String TOGETHER = "several together";

  private final Map<String, Counts> byRule = new TreeMap<>();
  private final Map<String, Counts> byFault = new TreeMap<>();
  private final Map<String, Integer> harmed = new LinkedHashMap<>();

  /** Cells, or rows that leave. */
  private static final class Counts {
    long harmed;
    long right;
    long partly;
    long wrong;
    long left;
  }

  /**
   * A cell, a title (row 0) or a row that mends change.
   *
   * @param after null when the row is set aside or the column dropped
   */
  record Change(long row, String letters, String name, String before, @Nullable String after) {
    String address() {
      return letters + row;
    }

    String told() {
      return after == null ? "gone" : "«" + after + "»";
    }
  }

  /** All that these mends change, once applied together. */
  static List<Change> changes(MendedFile file, List<Proposal> accepted)
      throws IOException, UnreadableFile {
    Cells before = file.before();
    Cells after = file.after(accepted);
    List<Change> changes = new ArrayList<>();
    before
        .names()
        .forEach(
            (letters, name) -> {
              String now = after.names().get(letters);
              if (!name.equals(now)) {
                changes.add(new Change(0, letters, name, name, now));
              }
            });
    before
        .rows()
        .forEach(
            (number, cells) -> {
              Map<String, String> now = after.rows().get(number);
              if (now == null) {
                changes.add(new Change(number, "", "", String.join(" | ", cells.values()), null));
                return;
              }
              cells.forEach(
                  (letters, text) -> {
                    String changed = now.get(letters);
                    if (changed != null && !changed.equals(text)) {
                      String name = before.names().getOrDefault(letters, "");
                      changes.add(new Change(number, letters, name, text, changed));
                    }
                  });
            });
    return changes;
  }

  void add(Spoiled spoiled, MendedFile file, List<Proposal> accepted)
      throws IOException, UnreadableFile {
    Map<String, String> rules = new HashMap<>();
    for (Proposal proposal : accepted) {
      for (Change change : changes(file, List.of(proposal))) {
        rules.merge(change.address(), proposal.rule(), (one, other) -> one + " + " + other);
      }
    }
    Map<String, Change> changed = new HashMap<>();
    changes(file, accepted).forEach(change -> changed.put(change.address(), change));
    List<String> letters = List.copyOf(file.before().names().keySet());
    String fault = spoiled.faults().size() > 1 ? TOGETHER : String.join("", spoiled.faults());
    String kind = fault.isEmpty() ? "nothing" : fault.replaceFirst(" in .*", "");
    for (int row = 0; row < spoiled.history().size(); row++) {
      Change gone = changed.get(Long.toString(row + 2L));
      for (int column = 0; column < letters.size(); column++) {
        String address = letters.get(column) + (row + 2L);
        Change change = gone == null ? changed.get(address) : gone;
        String rule = rules.getOrDefault(gone == null ? address : gone.address(), "?");
        cell(spoiled, row, column, change, rule, kind);
      }
    }
    for (int row = 0; row < spoiled.extra().size(); row++) {
      String number = Long.toString(spoiled.history().size() + row + 2L);
      boolean gone = changed.containsKey(number);
      byFault(kind, gone ? "right" : "left");
      if (gone) {
        byRule(rules.getOrDefault(number, "?"), "right");
      }
    }
  }

  private void cell(
      Spoiled spoiled, int row, int column, @Nullable Change change, String rule, String kind) {
    List<String> history = spoiled.history().get(row).get(column);
    if (spoiled.isRight(row, column)) {
      if (change != null) {
        told(rule, spoiled, change, "");
        byRule(rule, "harmed");
        byFault(kind, "harmed");
      }
      return;
    }
    String now = change == null ? history.get(history.size() - 1) : change.after();
    String became =
        now != null && isSame(history.get(0), now)
            ? "right"
            : change == null ? "left" : now != null && history.contains(now) ? "partly" : "wrong";
    if (became.equals("wrong") && isBetween(history, now)) {
      became = "partly";
    }
    byFault(kind, became);
    if (change != null) {
      byRule(rule, became);
      if (became.equals("wrong")) {
        told("wrong: " + rule, spoiled, change, ", was «" + history.get(0) + "»");
      }
    }
  }

  private void told(String rule, Spoiled spoiled, Change change, String was) {
    String line =
        rule
            + " "
            + spoiled.clean().subject()
            + " "
            + change.address()
            + " «"
            + change.before()
            + "» → "
            + change.told()
            + was;
    harmed.merge(line, 1, Integer::sum);
  }

  /** Two ways of a national model to answer say the same. */
  private static boolean isSame(String right, String now) {
    return right.equals(now)
        || right.equals("oui") && now.equals("true")
        || right.equals("non") && now.equals("false");
  }

  /** The same letters and figures as something the cell was: only marks still differ. */
  private static boolean isBetween(List<String> history, @Nullable String now) {
    return now != null
        && history.size() > 2
        && history.stream().anyMatch(text -> bare(text).equals(bare(now)));
  }

  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private void byRule(String rule, String became) {
    count(byRule.computeIfAbsent(rule, any -> new Counts()), became);
  }

  private void byFault(String fault, String became) {
    count(byFault.computeIfAbsent(fault, any -> new Counts()), became);
  }

  private static void count(Counts counts, String became) {
    switch (became) {
      case "harmed" -> counts.harmed++;
      case "right" -> counts.right++;
      case "partly" -> counts.partly++;
      case "wrong" -> counts.wrong++;
      default -> counts.left++;
    }
  }

  long harmedCells() {
    return byRule.values().stream().mapToLong(counts -> counts.harmed).sum();
  }

  /**
   * How many right cells each rule changed, alone or with others; those that changed none left out.
   */
  Map<String, Long> harmedByRule() {
    Map<String, Long> harmed = new TreeMap<>();
    byRule.forEach(
        (rule, counts) -> {
          if (counts.harmed > 0) {
            harmed.put(rule, counts.harmed);
          }
        });
    return harmed;
  }

  /** How many spoiled cells, and rows too many, were put right. */
  long putRight() {
    return byRule.values().stream().mapToLong(counts -> counts.right).sum();
  }

  String table() {
    return part("rule", byRule) + "\n" + part("fault", byFault);
  }

  private static String part(String title, Map<String, Counts> all) {
    StringBuilder table = new StringBuilder();
    String form = "%-58s %12s %10s %8s %8s %10s%n";
    table.append(
        String.format(
            Locale.ROOT, form, title, "right harmed", "put right", "partly", "wrong", "left"));
    all.forEach(
        (name, counts) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    form,
                    name,
                    counts.harmed,
                    counts.right,
                    counts.partly,
                    counts.wrong,
                    counts.left)));
    return table.toString();
  }

  /** The first right cells that were changed, and the spoiled ones that became something else. */
  String harmed(int most) {
    StringBuilder lines = new StringBuilder();
    harmed.entrySet().stream()
        .limit(most)
        .forEach(
            line ->
                lines
                    .append("  ")
                    .append(line.getKey())
                    .append(" × ")
                    .append(line.getValue())
                    .append('\n'));
    if (harmed.size() > most) {
      lines.append("  … and ").append(harmed.size() - most).append(" more\n");
    }
    return lines.toString();
  }
}
