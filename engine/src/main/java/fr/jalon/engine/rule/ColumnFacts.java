package fr.jalon.engine.rule;

import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.Fit;
import fr.jalon.engine.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a column.
 *
 * @param header the words of its name
 * @param values its distinct values
 * @param field the field of the schema it answers, null when none
 * @param fit whether its values are those of the field; unknown when it answers none
 * @param kind what its values are or should be: the field's kind, else the kind seen, else the one
 *     its header announces, else any text
 */
public record ColumnFacts(
    Column column,
    Words header,
    ColumnProfile profile,
    Distinct values,
    @Nullable Field field,
    Fit fit,
    Kind kind,
    ShapeFaults shapes) {

  public int index() {
    return column.index();
  }

  public String name() {
    return column.name();
  }
}
