package fr.jalon.engine.query;

import fr.jalon.engine.profile.kind.Kind;
import java.util.List;
import java.util.Map;

/**
 * What is known of columns when one looks for a key among them.
 *
 * @param primaryKey columns that answer the primary key of the table's model, empty when there is
 *     none
 * @param kinds what the columns hold, by their names; those that are missing are not known
 */
public record KeyHints(List<String> primaryKey, Map<String, Kind> kinds) {
  public static final KeyHints NONE = new KeyHints(List.of(), Map.of());

  public KeyHints {
    primaryKey = List.copyOf(primaryKey);
    kinds = Map.copyOf(kinds);
  }
}
