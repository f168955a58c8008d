package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.profile.Found;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.repair.RepairStep.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers the steps proposed; those that change cells are counted by the search. */
public final class Proposals {
  private final Search search;
  private final List<Supplier<@Nullable RepairStep>> steps = new ArrayList<>();

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
    steps.add(() -> step(repair, column, certain, parameters, found, change));
  }

  /** A step that sets rows aside; parameters are asked once the rows are found. */
  void rows(
      Repair repair, boolean certain, Supplier<Map<String, String>> parameters, RowTest sought) {
    Found found = search.rows(null, sought);
    steps.add(() -> step(repair, null, certain, parameters.get(), found, before -> null));
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
    steps.add(() -> step(repair, column, false, parameters, found, after::apply));
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
    steps.add(() -> step);
  }

  List<RepairStep> steps() {
    List<RepairStep> proposed = new ArrayList<>();
    for (Supplier<@Nullable RepairStep> each : steps) {
      RepairStep step = each.get();
      if (step != null) {
        proposed.add(step);
      }
    }
    return proposed;
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
