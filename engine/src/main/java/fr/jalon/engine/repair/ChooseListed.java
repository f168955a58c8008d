package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.schema.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value near one of the list becomes that one: "numéraire" becomes "aide en numéraire". */
final class ChooseListed implements Repair {
  @Override
  public String code() {
    return "choose-listed";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      if (field != null && !field.constraints().allowed().isEmpty()) {
        List<String> allowed = field.constraints().allowed();
        Map<String, String> parameters = Map.of("allowed", String.join("\n", allowed));
        proposals.cells(this, column, false, parameters, text -> listed(text, allowed));
      }
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    List<String> allowed = List.of(step.parameters().getOrDefault("allowed", "").split("\n"));
    plan.change(step, text -> listed(text, allowed));
  }

  private static String listed(String text, List<String> allowed) {
    if (text.isBlank() || allowed.contains(text)) {
      return text;
    }
    String near = nearest(text, allowed);
    return near == null ? text : near;
  }

  /** The value of the same words, else the shortest that has all of them, if it is the only one. */
  private static @Nullable String nearest(String text, List<String> allowed) {
    List<String> words = words(text);
    String nearest = null;
    boolean several = false;
    for (String value : allowed) {
      List<String> other = words(value);
      if (other.equals(words)) {
        return value;
      }
      if (new HashSet<>(other).containsAll(words)) {
        several = nearest != null && nearest.length() == value.length();
        nearest = nearest == null || value.length() < nearest.length() ? value : nearest;
      }
    }
    return words.isEmpty() || several ? null : nearest;
  }

  private static List<String> words(String text) {
    return Stream.of(Words.fold(text).split("[^a-z0-9]+")).filter(word -> !word.isEmpty()).toList();
  }
}
