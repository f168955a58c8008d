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
  private Departures() {}

  /** How many problems are left against the model: a cause in a column counts once. */
  public static int count(List<Cause> causes, SchemaMatch match) {
    Set<String> columns =
        match.mapping().stream()
            .map(SchemaMatch.FieldMatch::column)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return (int) causes.stream().filter(cause -> departs(cause, columns)).count();
  }

  private static boolean departs(Cause cause, Set<String> columns) {
    // a cause stored by a Jalon that knew another rule is taken as most are
    Rule.Against against = Rules.find(cause.code()).map(Rule::against).orElse(Rule.Against.COLUMNS);
    if (cause.severity() == Severity.ERROR || against == Rule.Against.TABLE) {
      return true;
    }
    return against == Rule.Against.COLUMNS
        && cause.severity() == Severity.WARNING
        && cause.column() != null
        && columns.contains(cause.column());
  }
}
