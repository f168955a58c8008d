package fr.jalon.engine.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A national schema: the columns a table of some subject should have. Read from a Table Schema
 * file.
 *
 * @param code its stable name ("scdl/subventions")
 * @param frequency how often such data are published, in SCDL's words; null when it does not say
 * @param primaryKey fields that name a row, empty when none does
 * @param rules checks across columns, Validata's custom checks
 */
public record Schema(
    String code,
    String version,
    String title,
    String description,
    String homepage,
    @Nullable String frequency,
    List<Field> fields,
    List<String> primaryKey,
    List<Rule> rules) {
  public Schema {
    fields = List.copyOf(fields);
    primaryKey = List.copyOf(primaryKey);
    rules = List.copyOf(rules);
  }

  /** The field of this name, null when the schema has none. */
  public @Nullable Field find(String name) {
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /**
   * A check across columns.
   *
   * @param name of Validata ("compare-columns-value")
   * @param parameters each with its values: one, or several for a list of columns
   */
  public record Rule(String name, Map<String, List<String>> parameters) {
    public Rule {
      parameters = Map.copyOf(parameters);
    }

    /** The first value of a parameter, "" when it is missing. */
    public String get(String parameter) {
      List<String> values = list(parameter);
      return values.isEmpty() ? "" : values.get(0);
    }

    public List<String> list(String parameter) {
      return parameters.getOrDefault(parameter, List.of());
    }
  }
}
