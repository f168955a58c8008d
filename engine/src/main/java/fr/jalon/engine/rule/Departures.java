package fr.jalon.engine.rule;

import fr.jalon.engine.schema.SchemaMatch;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What in a table departs from the national model it follows: columns that are absent or bear
 * another name, values it does not admit. Only a table without any follows it without error.
 */
public final class Departures {
  /** About the whole table, and asked by the model. */
  private static final Set<String> OF_TABLE =
      Set.of("missing-field", "one-of-required", "other-name", "duplicate-header");

  /** About columns of the model, but nothing that the model asks. */
  private static final Set<String> OF_NO_MODEL =
      Set.of(
          "personal-data",
          "personal-in-text",
          "other-authority",
          "date-future",
          "date-ancient",
          "coordinates-outside",
          "shape-outside",
          "formula-injection");

  private Departures() {}

  /** How many problems are left against the model: a cause in a column counts once. */
  public static int count(List<Cause> findings, SchemaMatch match) {
    Set<String> columns =
        match.mapping().stream()
            .map(SchemaMatch.FieldMatch::column)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return (int) findings.stream().filter(finding -> departs(finding, columns)).count();
  }

  private static boolean departs(Cause finding, Set<String> columns) {
    if (finding.severity() == Severity.ERROR || OF_TABLE.contains(finding.code())) {
      return true;
    }
    String column = finding.column();
    return finding.severity() == Severity.WARNING
        && column != null
        && columns.contains(column)
        && !OF_NO_MODEL.contains(finding.code());
  }
}
