package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.AddColumn;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.FillBlanks;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.SchemaMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column that says who publishes, absent or blank, may be filled with the depositor. A question,
 * never certain.
 */
final class Giver {
  /** What is mended, by its stable code: it is proposed beside several causes. */
  static final String CODE = "fill-constant";

  /** Fields that bear the name of the authority itself. */
  private static final Set<String> NAMES = Set.of("nomAttribuant", "COLL_NOM");

  private Giver() {}

  /** The column added, null when we do not know what it should say. */
  static Report.@Nullable Whole added(Facts facts, SchemaMatch.FieldMatch field) {
    Facts.Owner owner = facts.owner();
    if (owner == null || !NAMES.contains(field.field())) {
      return null;
    }
    return whole(
        new AddColumn(field.field(), owner.name()),
        "missing",
        field.field(),
        field.title(),
        owner.name(),
        facts.rows());
  }

  /** Its blank cells filled, null when we do not know what they should say. */
  static Report.@Nullable Whole filled(Facts facts, ColumnFacts column, Field field) {
    Facts.Owner owner = facts.owner();
    if (owner == null || !NAMES.contains(field.name())) {
      return null;
    }
    return whole(
        new FillBlanks(ColumnRef.of(column.column()), owner.name()),
        "blank",
        column.name(),
        field.title(),
        owner.name(),
        column.profile().empty());
  }

  private static Report.Whole whole(
      Mend mend, String variant, String name, String title, String value, long count) {
    Map<String, String> words =
        Map.of("name", name, "title", title, "value", value, "variant", variant);
    return new Report.Whole(CODE, mend, false, words, count, List.of());
  }
}
