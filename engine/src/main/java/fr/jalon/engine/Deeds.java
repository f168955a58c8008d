package fr.jalon.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import fr.jalon.engine.rule.mend.AddColumn;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.ConvertUnit;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.FillBlanks;
import fr.jalon.engine.rule.mend.MapValues;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Protect;
import fr.jalon.engine.rule.mend.Rename;
import fr.jalon.engine.rule.mend.SectionsToColumn;
import fr.jalon.engine.rule.mend.SetAsideRows;
import fr.jalon.engine.rule.mend.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what mends are, each by its type and its settings: {@code deed.<type>}. */
final class Deeds {
  private static final int NAMED = 6;

  private final Sentences words;

  Deeds(Sentences words) {
    this.words = words;
  }

  String of(Mend mend) {
    Map<String, String> values = new HashMap<>();
    List<String> columns = new ArrayList<>();
    for (ColumnRef column : mend.columns()) {
      columns.add(words.quoted(column.name()));
    }
    values.put("columns", words.list(shortened(columns)));
    values.put("columnCount", Integer.toString(columns.size()));
    String key = "deed." + type(Mend.class, mend);
    if (mend instanceof Convert convert) {
      String own = key + "." + type(Conversion.class, convert.conversion());
      return words.say(words.has(own) ? own : key, values);
    }
    if (mend instanceof Protect protect) {
      return words.say(key + "." + protect.choice().code(), values);
    }
    if (mend instanceof SetAsideRows rows) {
      String own = key + "." + type(Criterion.class, rows.rows());
      if (rows.rows() instanceof Criterion.Chosen chosen) {
        values.put("rows", rows(chosen));
      }
      return words.say(words.has(own) ? own : key, values);
    }
    if (mend instanceof MapValues map) {
      values.put("count", Integer.toString(map.pairs().size()));
    } else if (mend instanceof EditCells cells) {
      values.put("count", Integer.toString(cells.edits().size()));
    } else if (mend instanceof FillBlanks fill) {
      values.put("value", fill.value());
    } else if (mend instanceof AddColumn add) {
      values.put("name", add.name());
      values.put("value", add.value());
    } else if (mend instanceof SectionsToColumn sections) {
      values.put("name", sections.name());
    } else if (mend instanceof ConvertUnit unit) {
      values.put("factor", unit.factor().toPlainString());
      values.put("name", unit.name());
    } else if (mend instanceof Together together) {
      values.put("deeds", String.join(" ", together.mends().stream().map(this::of).toList()));
    } else if (mend instanceof Rename rename) {
      List<String> names = new ArrayList<>();
      rename
          .names()
          .forEach(
              name ->
                  names.add(words.quoted(name.column().name()) + " → " + words.quoted(name.to())));
      values.put("names", String.join(", ", shortened(names)));
    }
    return words.say(key, values);
  }

  /** "12, 15 à 18". */
  private String rows(Criterion.Chosen chosen) {
    List<String> ranges = new ArrayList<>();
    for (Criterion.Chosen.Range range : chosen.ranges()) {
      Map<String, String> ends =
          Map.of("first", words.number(range.first()), "last", words.number(range.last()));
      boolean one = range.first() == range.last();
      ranges.add(one ? words.number(range.first()) : words.say("deed.rows", ends));
    }
    return String.join(", ", shortened(ranges));
  }

  private static List<String> shortened(List<String> items) {
    if (items.size() <= NAMED) {
      return items;
    }
    List<String> first = new ArrayList<>(items.subList(0, NAMED - 1));
    first.add("… (+ " + (items.size() - NAMED + 1) + ")");
    return first;
  }

  /** The name that JSON gives to a member of a sealed family. */
  static String type(Class<?> family, Object member) {
    for (JsonSubTypes.Type type : family.getAnnotation(JsonSubTypes.class).value()) {
      if (type.value() == member.getClass()) {
        return type.name();
      }
    }
    throw new IllegalStateException(
        family.getSimpleName() + " has no @JsonSubTypes.Type for " + member.getClass());
  }
}
