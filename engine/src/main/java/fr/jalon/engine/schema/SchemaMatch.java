package fr.jalon.engine.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a table answers a schema.
 *
 * @param schema its stable code ("scdl/subventions")
 * @param title for people ("Subventions")
 * @param score 0 to 1; from a half, the table follows the schema
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
   * @param reason "name", "synonym", "abbreviation", "near-name", "values", "older-version", or
   *     "none"
   * @param fit whether the column's values are those of the field; unknown when there is no column,
   *     and in what was stored before it was told
   */
  public record FieldMatch(
      String field,
      String title,
      boolean required,
      @Nullable String column,
      double confidence,
      String reason,
      Fit fit) {
    // What was stored before is read with null there.
    public FieldMatch {
      fit = fit == null ? Fit.UNKNOWN : fit;
    }

    public FieldMatch(
        String field,
        String title,
        boolean required,
        @Nullable String column,
        double confidence,
        String reason) {
      this(field, title, required, column, confidence, reason, Fit.UNKNOWN);
    }
  }
}
