package fr.jalon.engine;

import fr.jalon.engine.export.Updated;
import fr.jalon.engine.query.Difference;
import fr.jalon.engine.query.Difference.RetypedColumn;
import fr.jalon.engine.query.KeyProblem;
import fr.jalon.engine.query.Page.PageColumn;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what differs from one state of a table to the next, and what is to be asked of it. */
final class UpdateSentences {
  /** Names of columns told one by one; more are only counted. */
  private static final int MOST_NAMES = 5;

  private final Sentences sentences;

  UpdateSentences(Sentences sentences) {
    this.sentences = sentences;
  }

  String of(Alarm alarm) {
    if (alarm instanceof Alarm.OtherAuthority other) {
      return sentences.of(other.cause()) + " " + sentences.say("alarm.other-authority", Map.of());
    }
    Map<String, String> words = new LinkedHashMap<>();
    String variant = "";
    if (alarm instanceof Alarm.Emptied emptied) {
      words.put("count", Long.toString(emptied.before()));
    } else if (alarm instanceof Alarm.FewRowsLeft few) {
      words.put("count", Long.toString(few.before()));
      words.put("after", Long.toString(few.after()));
      words.put("percent", Integer.toString(few.percentGone()));
    } else if (alarm instanceof Alarm.RowsGone gone) {
      words.put("count", Long.toString(gone.before()));
      words.put("gone", Long.toString(gone.gone()));
      words.put("percent", Integer.toString(gone.percentGone()));
      variant = gone.byKey() ? "" : ".whole";
    } else if (alarm instanceof Alarm.OtherSchema schema) {
      words.put("before", title(schema.before()));
      words.put("after", title(schema.after()));
      variant = schema.after() == null ? ".none" : "";
    }
    return sentences.say("alarm." + alarm.code() + variant, words);
  }

  private static String title(@Nullable String schema) {
    return schema == null ? "" : Schemas.find(schema).map(Schema::title).orElse(schema);
  }

  String of(Difference difference) {
    List<String> parts = new ArrayList<>();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("added", difference.added());
    counts.put("changed", difference.changed());
    counts.put("gone", difference.gone());
    addRows("difference", counts, parts);
    addColumns("added", names(difference.columnsAdded()), parts);
    addColumns("gone", names(difference.columnsGone()), parts);
    addColumns(
        "retyped", difference.columnsRetyped().stream().map(RetypedColumn::name).toList(), parts);
    return parts.isEmpty() ? sentences.say("difference.none", Map.of()) : String.join(", ", parts);
  }

  String of(Updated updated) {
    List<String> parts = new ArrayList<>();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("added", updated.added());
    counts.put("replaced", updated.replaced());
    counts.put("kept", updated.kept());
    counts.put("already-there", updated.alreadyThere());
    addRows("updated", counts, parts);
    return parts.isEmpty() ? sentences.say("difference.none", Map.of()) : String.join(", ", parts);
  }

  String of(KeyProblem problem) {
    List<String> parts = new ArrayList<>();
    if (!problem.missing().isEmpty()) {
      parts.add(
          sentences.say(
              "key-problem.missing",
              Map.of(
                  "count",
                  Integer.toString(problem.missing().size()),
                  "names",
                  quoted(problem.missing()))));
    }
    add("before", problem.before(), parts);
    add("after", problem.after(), parts);
    return String.join(" ", parts);
  }

  private void add(String where, KeyProblem.Side side, List<String> parts) {
    if (side.blank() > 0) {
      parts.add(
          sentences.say(
              "key-problem.blank." + where, Map.of("count", Long.toString(side.blank()))));
    }
    if (side.repeated() > 0) {
      String value =
          side.samples().isEmpty()
              ? ""
              : side.samples().get(0).key().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "));
      parts.add(
          sentences.say(
              "key-problem.repeated." + where,
              Map.of(
                  "count",
                  Long.toString(side.repeated()),
                  "rows",
                  Long.toString(side.rows()),
                  "value",
                  value)));
    }
  }

  /** The first part names the rows, those behind it need not. */
  private void addRows(String family, Map<String, Long> counts, List<String> parts) {
    counts.forEach(
        (what, count) -> {
          if (count > 0) {
            String key = family + "." + what + (parts.isEmpty() ? ".first" : "");
            parts.add(sentences.say(key, Map.of("count", Long.toString(count))));
          }
        });
  }

  private void addColumns(String what, List<String> names, List<String> parts) {
    if (!names.isEmpty()) {
      parts.add(
          sentences.say(
              "difference.columns." + what,
              Map.of("count", Integer.toString(names.size()), "names", quoted(names))));
    }
  }

  private String quoted(List<String> names) {
    List<String> told =
        new ArrayList<>(names.stream().limit(MOST_NAMES).map(sentences::quoted).toList());
    if (names.size() > MOST_NAMES) {
      told.add("…");
      return String.join(", ", told);
    }
    return sentences.list(told);
  }

  private static List<String> names(List<PageColumn> columns) {
    return columns.stream().map(PageColumn::name).toList();
  }
}
