package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.profile.Found;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.repair.RepairStep.Change;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers the steps proposed; those that change cells are counted by the search. */
public final class Proposals {
  private final Search search;
  private final Map<Repair, List<Supplier<@Nullable RepairStep>>> steps = new LinkedHashMap<>();

  Proposals(Search search) {
    this.search = search;
  }

  /**
   * A step that rewrites the non-blank cells of a column for which the change gives another text.
   */
  void cells(
      Repair repair,
      ColumnFacts column,
      boolean certain,
      Map<String, String> parameters,
      UnaryOperator<String> change) {
    Found found =
        search.values(
            column.index(),
            value -> {
              String before = value.toString();
              return !change.apply(before).equals(before);
            });
    add(repair, () -> step(repair, column, certain, parameters, found, change));
  }

  /**
   * A certain step that rewrites cells, for a change too slow to be tried on each: only values that
   * may need it are.
   */
  void cells(
      Repair repair,
      ColumnFacts column,
      Map<String, String> parameters,
      Predicate<Text> worthTrying,
      UnaryOperator<String> change) {
    Found found =
        search.values(
            column.index(),
            value ->
                worthTrying.test(value)
                    && !change.apply(value.toString()).equals(value.toString()));
    add(repair, () -> step(repair, column, true, parameters, found, change));
  }

  /** A step that sets rows aside; the rest is asked once the rows are found. */
  void rows(
      Repair repair,
      Supplier<Boolean> certain,
      Supplier<Map<String, String>> parameters,
      RowTest sought) {
    Found found = search.rows(null, sought);
    add(repair, () -> step(repair, null, certain.get(), parameters.get(), found, before -> null));
  }

  /** A step that changes rows; each is shown as {@code shown} says, then as {@code after} does. */
  void rows(
      Repair repair,
      ColumnFacts column,
      Map<String, String> parameters,
      RowTest sought,
      Search.RowText shown,
      UnaryOperator<String> after) {
    Found found = search.rows(column.column(), sought, shown);
    add(repair, () -> step(repair, column, false, parameters, found, after::apply));
  }

  /** A step whose effect is known from the facts alone. */
  void whole(
      Repair repair,
      @Nullable String column,
      boolean certain,
      Map<String, String> parameters,
      long count,
      List<Change> samples) {
    String id = column == null ? repair.code() : repair.code() + ":" + column;
    RepairStep step =
        new RepairStep(id, repair.code(), column, null, parameters, count, samples, certain);
    add(repair, () -> step);
  }

  private void add(Repair repair, Supplier<@Nullable RepairStep> step) {
    steps.computeIfAbsent(repair, each -> new ArrayList<>()).add(step);
  }

  List<RepairStep> steps() {
    List<RepairStep> proposed = new ArrayList<>();
    steps.forEach(
        (repair, suppliers) -> {
          List<RepairStep> own = new ArrayList<>();
          for (Supplier<@Nullable RepairStep> each : suppliers) {
            RepairStep step = each.get();
            if (step != null) {
              own.add(step);
            }
          }
          proposed.addAll(repair.together() ? joined(own) : own);
        });
    return proposed;
  }

  /** Steps that differ by their column only, as one. */
  private static List<RepairStep> joined(List<RepairStep> steps) {
    Map<List<Object>, List<RepairStep>> alike = new LinkedHashMap<>();
    for (RepairStep step : steps) {
      List<Object> key = List.of(step.parameters(), step.certain());
      alike.computeIfAbsent(key, each -> new ArrayList<>()).add(step);
    }
    return alike.values().stream().map(Proposals::join).toList();
  }

  private static RepairStep join(List<RepairStep> steps) {
    RepairStep first = steps.get(0);
    if (steps.size() == 1) {
      return first;
    }
    List<String> names = new ArrayList<>();
    List<String> letters = new ArrayList<>();
    long count = 0;
    for (RepairStep step : steps) {
      names.add(step.column() == null ? "" : step.column());
      letters.add(step.letters() == null ? "" : step.letters());
      count += step.count();
    }
    Map<String, String> parameters = new HashMap<>(first.parameters());
    parameters.put("columns", String.join("\n", names));
    parameters.put("letters", String.join(", ", letters));
    parameters.put("columnCount", Integer.toString(steps.size()));
    parameters.merge("variant", "several", (own, several) -> own + "-" + several);
    String id = first.parameters().isEmpty() ? first.repair() : first.id() + "+";
    boolean certain = first.certain();
    return new RepairStep(
        id, first.repair(), null, null, parameters, count, inTurn(steps), certain);
  }

  /** The first changes of each column, so that each is shown. */
  private static List<Change> inTurn(List<RepairStep> steps) {
    List<Change> samples = new ArrayList<>();
    for (int rank = 0; rank < Found.MAX_HITS; rank++) {
      for (RepairStep step : steps) {
        if (rank < step.samples().size() && samples.size() < Found.MAX_HITS) {
          samples.add(step.samples().get(rank));
        }
      }
    }
    return samples;
  }

  private static @Nullable RepairStep step(
      Repair repair,
      @Nullable ColumnFacts column,
      boolean certain,
      Map<String, String> parameters,
      Found found,
      java.util.function.Function<String, @Nullable String> change) {
    if (found.count() == 0) {
      return null;
    }
    String letters = column == null ? "" : column.column().letters();
    return new RepairStep(
        column == null ? repair.code() : repair.code() + ":" + column.name(),
        repair.code(),
        column == null ? null : column.name(),
        letters.isEmpty() ? null : letters,
        parameters,
        found.count(),
        found.hits().stream()
            .map(hit -> new Change(hit.address(), hit.value(), change.apply(hit.value())))
            .toList(),
        certain);
  }
}
