package fr.jalon.engine.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a table answers a schema.
 *
 * @param schema its stable code ("scdl/subventions")
 * @param title for people ("Subventions")
 * @param score 0 to 1
 * @param matched fields found among the columns, {@code fields} being all the schema has
 */
public record SchemaMatch(
    String schema,
    String version,
    String title,
    double score,
    int matched,
    int fields,
    List<FieldMatch> mapping) {
  public SchemaMatch {
    mapping = List.copyOf(mapping);
  }

  /**
   * A field of the schema and the column that answers it.
   *
   * @param column name of the column, null when none does
   * @param confidence 0 to 1
   * @param reason "name", "synonym", "values", "older-version", or "none"
   */
  public record FieldMatch(
      String field,
      String title,
      boolean required,
      @Nullable String column,
      double confidence,
      String reason) {}
}
