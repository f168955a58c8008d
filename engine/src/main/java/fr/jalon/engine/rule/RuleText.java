package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of a table, in the words of the files of its examples: the tests and the bench
 * hold rules to the same text.
 */
public final class RuleText {
  private static final int LONGEST = 60;

  private RuleText() {}

  /**
   * Each cause: column, count, cells; how grave it is and what its sentence is told with; then its
   * mend, with what it would change. A mend told with the cause of another rule comes last.
   */
  public static String said(Report.Told told, String code) {
    StringBuilder text = new StringBuilder();
    Set<String> said = new HashSet<>();
    for (Cause cause : told.causes()) {
      if (cause.code().equals(code)) {
        text.append(line(cause));
        for (Proposal mend : told.proposals()) {
          if (mend.id().equals(cause.mend())) {
            text.append(line(mend, cause));
            said.add(mend.id());
          }
        }
      }
    }
    for (Proposal mend : told.proposals()) {
      if (mend.rule().equals(code) && !said.contains(mend.id())) {
        text.append(line(mend, null));
      }
    }
    return text.toString();
  }

  /** The mends that a rule proposes, and those of others that are proposed with its causes. */
  public static List<Proposal> mends(Report.Told told, String code) {
    Set<String> linked = new HashSet<>();
    for (Cause cause : told.causes()) {
      if (cause.code().equals(code) && cause.mend() != null) {
        linked.add(cause.mend());
      }
    }
    return told.proposals().stream()
        .filter(mend -> mend.rule().equals(code) || linked.contains(mend.id()))
        .toList();
  }

  /** A table as the examples are written: cells apart by semicolons, the names first. */
  public static String of(Table table) throws IOException, UnreadableFile {
    StringBuilder text = new StringBuilder();
    text.append(String.join(";", table.columns().stream().map(Column::name).toList()));
    text.append('\n');
    table.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            int at = row;
            text.append(
                block.chunks().stream()
                    .map(chunk -> chunk.at(at).toString())
                    .collect(Collectors.joining(";", "", "\n")));
          }
        });
    return text.toString();
  }

  private static String line(Cause cause) {
    String cells =
        cause.samples().stream()
            .map(sample -> cut(sample.address() + " " + sample.value()))
            .collect(Collectors.joining(" / "));
    StringBuilder text = new StringBuilder();
    text.append(cause.column()).append(" × ").append(cause.count()).append(" : ").append(cells);
    text.append("\n  ").append(cause.severity());
    words(cause.parameters())
        .forEach(
            (name, value) -> text.append((", " + name).stripTrailing()).append(' ').append(value));
    text.append('\n');
    for (CheckedTotal total : cause.totals()) {
      text.append("  %s %s : %s".formatted(total.address(), total.label(), total.total()));
      text.append(total.right() ? " = " : " ≠ ").append(total.sum());
      text.append(total.partial() ? " depuis le précédent\n" : " en tout\n");
    }
    return text.toString();
  }

  /** The values for a sentence, in the order of their names; the variant first. */
  private static Map<String, String> words(Map<String, String> parameters) {
    Map<String, String> words = new TreeMap<>();
    parameters.forEach((name, value) -> words.put(name.equals("variant") ? "" : name, cut(value)));
    return words;
  }

  private static String line(Proposal mend, @Nullable Cause cause) {
    String variant = mend.parameters().getOrDefault("variant", "");
    return "  %s : %s × %d%s%s\n"
        .formatted(
            mend.certain() ? "sans risque" : "à demander",
            mend.id(),
            mend.count(),
            variant.isEmpty() ? "" : " (" + variant + ")",
            cause == null || cause.left() == 0 ? "" : ", reste " + cause.left());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
