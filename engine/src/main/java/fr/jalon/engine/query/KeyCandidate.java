package fr.jalon.engine.query;

import java.util.List;

/**
 * Columns, one or two, that tell the rows of both tables apart: filled in every row, never twice
 * the same, as checked on all of them.
 *
 * @param matched keys that both tables have, at least one
 */
public record KeyCandidate(List<String> columns, Likeness likeness, long matched) {
  public KeyCandidate {
    columns = List.copyOf(columns);
  }

  /** What makes one think that the columns are a key, the best reason first. */
  public enum Likeness {
    /** The model of the table says so. */
    PRIMARY_KEY,
    /** They hold identifiers: SIRET, UUID… */
    IDENTIFIER_KIND,
    /** They are called like an identifier: "id", "référence"… */
    IDENTIFIER_NAME,
    /** Their values are short texts or whole numbers, which may be told apart by accident. */
    ORDINARY
  }
}
