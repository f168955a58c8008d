package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some values of a column become others, each as it is in the file, to the letter.
 *
 * @param pairs no two of the same value; what a value becomes is itself no value to be changed, so
 *     that twice is as once
 */
public record MapValues(ColumnRef column, List<Pair> pairs) implements Mend {
  public MapValues {
    Objects.requireNonNull(column, "column");
    pairs = List.copyOf(pairs);
  }

  /** A value and what it becomes. */
  public record Pair(String from, String to) {
    public Pair {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** Pairs in the order of their values, so that the same mend is the same JSON. */
  public static MapValues of(ColumnRef column, Map<String, String> pairs) {
    return new MapValues(
        column,
        pairs.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(pair -> new Pair(pair.getKey(), pair.getValue()))
            .toList());
  }

  @Override
  public List<ColumnRef> columns() {
    return List.of(column);
  }

  private Map<String, String> map() {
    Map<String, String> map = new HashMap<>();
    pairs.forEach(pair -> map.put(pair.from(), pair.to()));
    return map;
  }

  @Override
  public MapValues in(List<Column> table) {
    return new MapValues(column.in(table), pairs);
  }

  @Override
  public @Nullable Mend accepted(Mend proposed) {
    if (!(proposed instanceof MapValues map) || !map.column.equals(column)) {
      return null;
    }
    List<Pair> both = map.pairs.stream().filter(pairs::contains).toList();
    if (both.size() == map.pairs.size()) {
      return map;
    }
    return both.isEmpty() ? null : new MapValues(column, both);
  }

  @Override
  public @Nullable Mend beyond(Mend other) {
    if (!(other instanceof MapValues map) || !map.column.equals(column)) {
      return null;
    }
    List<Pair> rest = pairs.stream().filter(pair -> !map.pairs.contains(pair)).toList();
    return rest.isEmpty() ? null : new MapValues(column, rest);
  }

  @Override
  public void plan(Plan plan) {
    Map<String, String> map = map();
    // a value known as it was read is answered first, whatever else was put right in it
    plan.change(
        column,
        Stage.VALUES,
        (original, current) -> {
          String answer = map.get(original);
          return answer != null ? answer : map.getOrDefault(current, current);
        });
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    Set<String> from = new HashSet<>();
    for (Pair pair : pairs) {
      if (!from.add(pair.from())) {
        return Misfit.CONTRADICTORY;
      }
    }
    return pairs.stream().anyMatch(pair -> from.contains(pair.to()))
        ? Misfit.CONTRADICTORY
        : Mend.super.misfit(table);
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    if (!(other instanceof MapValues map) || !map.column.equals(column)) {
      return null;
    }
    Map<String, String> mine = map();
    boolean differs =
        map.pairs.stream()
            .anyMatch(
                pair ->
                    !pair.to().equals(mine.getOrDefault(pair.from(), pair.to()))
                        || !pair.to().equals(mine.getOrDefault(pair.to(), pair.to())));
    boolean undone = pairs.stream().anyMatch(mineOne -> map.map().containsKey(mineOne.to()));
    return differs || undone ? Exclusion.TWO_VALUES : null;
  }
}
