package fr.jalon.engine.check;

import fr.jalon.engine.profile.Found;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the findings: those known at once, and those whose cells the search has yet to find. */
public final class Report {
  private final Search search;
  private final List<Supplier<@Nullable Finding>> findings = new ArrayList<>();

  Report(Search search) {
    this.search = search;
  }

  /** A finding about the whole file or a whole column, known from the facts alone. */
  void add(Check check, Severity severity, @Nullable ColumnFacts column, Map<String, String> more) {
    add(check, severity, column, 1, more);
  }

  /** A finding about a column, known from the facts alone, with a count of its own. */
  void add(
      Check check,
      Severity severity,
      @Nullable ColumnFacts column,
      long count,
      Map<String, String> more) {
    Finding finding =
        new Finding(
            check.code(),
            severity,
            column == null ? null : column.name(),
            letters(column),
            count,
            List.of(),
            more);
    findings.add(() -> finding);
  }

  /** One finding for all the cells of a column whose value fails; none when no value does. */
  void cells(Check check, Severity severity, ColumnFacts column, Predicate<Text> fails) {
    cells(check, severity, column, Map.of(), fails);
  }

  void cells(
      Check check,
      Severity severity,
      ColumnFacts column,
      Map<String, String> parameters,
      Predicate<Text> fails) {
    Found found = search.values(column.index(), fails);
    findings.add(() -> finding(check, severity, column, parameters, found));
  }

  /** One finding for all the blank cells of a column, rows of totals left out. */
  void blanks(
      Check check,
      Severity severity,
      Facts facts,
      ColumnFacts column,
      Map<String, String> parameters) {
    TotalRows totals = TotalRows.of(facts);
    if (totals == null) {
      Found found = search.blanks(column.index());
      findings.add(() -> finding(check, severity, column, parameters, found));
    } else {
      rows(check, severity, column, parameters, totals.leftOut(Report.blanks(column)));
    }
  }

  private static RowTest blanks(ColumnFacts column) {
    return (block, sought) -> {
      for (int row = 0; row < block.rows(); row++) {
        if (block.chunk(column.index()).at(row).isBlank()) {
          sought.accept(row);
        }
      }
    };
  }

  /** One finding for all the rows sought; {@code column} is the cell shown, null for whole rows. */
  void rows(
      Check check,
      Severity severity,
      @Nullable ColumnFacts column,
      Map<String, String> parameters,
      RowTest sought) {
    rows(check, severity, column, () -> parameters, sought);
  }

  /** The same, with parameters only known once the rows are found. */
  void rows(
      Check check,
      Severity severity,
      @Nullable ColumnFacts column,
      Supplier<Map<String, String>> parameters,
      RowTest sought) {
    Found found = search.rows(column == null ? null : column.column(), sought);
    findings.add(() -> finding(check, severity, column, parameters.get(), found));
  }

  /** The findings, once the search has run. */
  List<Finding> findings() {
    List<Finding> told = new ArrayList<>();
    for (Supplier<@Nullable Finding> each : findings) {
      Finding finding = each.get();
      if (finding != null) {
        told.add(finding);
      }
    }
    return told;
  }

  private static @Nullable Finding finding(
      Check check,
      Severity severity,
      @Nullable ColumnFacts column,
      Map<String, String> parameters,
      Found found) {
    if (found.count() == 0) {
      return null;
    }
    return new Finding(
        check.code(),
        severity,
        column == null ? null : column.name(),
        letters(column),
        found.count(),
        found.hits().stream().map(hit -> new Finding.Sample(hit.address(), hit.value())).toList(),
        parameters);
  }

  private static @Nullable String letters(@Nullable ColumnFacts column) {
    return column == null || column.column().letters().isEmpty() ? null : column.column().letters();
  }
}
