package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.AddColumn;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.FillBlanks;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.schema.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column that says who publishes, absent or blank, may be filled with what the lines above the
 * table say, or with the depositor. A question, never certain.
 */
final class Giver {
  /** What is mended, by its stable code: it is proposed beside several causes. */
  static final String CODE = "fill-constant";

  private Giver() {}

  /** The column added, null when we do not know what it should say. */
  static Report.@Nullable Whole added(Facts facts, Field field) {
    Above.Said said = said(facts, field);
    return said == null
        ? null
        : whole(
            new AddColumn(field.name(), said.value()),
            "missing",
            field.name(),
            field.title(),
            said,
            facts.rows());
  }

  /** Its blank cells filled, null when we do not know what they should say. */
  static Report.@Nullable Whole filled(Facts facts, ColumnFacts column, Field field) {
    Above.Said said = said(facts, field);
    return said == null
        ? null
        : whole(
            new FillBlanks(ColumnRef.of(column.column()), said.value()),
            "blank",
            column.name(),
            field.title(),
            said,
            column.profile().empty());
  }

  /** What the file says of itself comes before what we know of who deposits it: row 0. */
  private static Above.@Nullable Said said(Facts facts, Field field) {
    if (field.giver() == null) {
      return null;
    }
    return switch (field.giver()) {
      case SIRET -> Above.siret(facts.reading());
      case NAME -> {
        Above.Said name = Above.name(facts.reading());
        Facts.Owner owner = facts.owner();
        yield name != null || owner == null ? name : new Above.Said(owner.name(), 0);
      }
    };
  }

  private static Report.Whole whole(
      Mend mend, String variant, String name, String title, Above.Said said, long count) {
    Map<String, String> words = new HashMap<>();
    words.put("name", name);
    words.put("title", title);
    words.put("value", said.value());
    words.put("variant", said.row() == 0 ? variant : variant + "-above");
    words.put("row", Long.toString(said.row()));
    return new Report.Whole(CODE, mend, false, words, count, List.of());
  }
}
