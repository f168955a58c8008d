package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.Export.WrittenColumn;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.web.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What columns mean: the words of the national model, else their name spelled properly, the unit it
 * tells and what their values are. Never a value: it would outlive a decision to remove it.
 */
final class ColumnMeanings {
  /** Kinds whose name adds nothing to that of the column. */
  private static final Set<Kind> PLAIN =
      Set.of(Kinds.TEXT, Kinds.EMPTY, Kinds.INTEGER, Kinds.DECIMAL);

  /** Words of the names of kinds that any of them may have. */
  private static final Set<String> GENERAL = Set.of("numero", "code", "de", "d", "et", "sur", "la");

  private static final int LONGEST = 200;

  /** Last words of names that are units, as people abbreviate them. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("eur", "euros"),
          Map.entry("euro", "euros"),
          Map.entry("euros", "euros"),
          Map.entry("ke", "milliers d’euros"),
          Map.entry("cm", "centimètres"),
          Map.entry("mm", "millimètres"),
          Map.entry("m", "mètres"),
          Map.entry("km", "kilomètres"),
          Map.entry("m2", "mètres carrés"),
          Map.entry("m3", "mètres cubes"),
          Map.entry("ha", "hectares"),
          Map.entry("kg", "kilogrammes"),
          Map.entry("kwh", "kilowattheures"),
          Map.entry("mwh", "mégawattheures"),
          Map.entry("kw", "kilowatts"),
          Map.entry("pct", "pour cent"),
          Map.entry("pourcent", "pour cent"));

  private final Spelling spelling;
  private final Sentences sentences = Sentences.in(Messages.FRENCH);

  ColumnMeanings(Spelling spelling) {
    this.spelling = spelling;
  }

  /** By name, for those of which something can be said. */
  Map<String, String> of(List<WrittenColumn> columns) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (WrittenColumn column : columns) {
      String meaning = of(column);
      if (!meaning.isEmpty()) {
        meanings.put(column.name(), meaning);
      }
    }
    return meanings;
  }

  private String of(WrittenColumn column) {
    if (!column.title().isBlank() && !column.title().equals(column.name())) {
      return column.title();
    }
    String name = cut(FileWords.ofColumn(column.name(), spelling));
    int space = name.lastIndexOf(' ');
    String last = name.substring(space + 1).toLowerCase(Locale.ROOT);
    String unit = space > 0 && column.kind().type().isNumber() ? UNITS.getOrDefault(last, "") : "";
    if (!unit.isEmpty()) {
      return joined(name.substring(0, space)) + ", en " + unit;
    }
    String kind = PLAIN.contains(column.kind()) ? "" : sentences.kind(column.kind());
    List<String> words = FileWords.folded(name);
    boolean said =
        kind.isEmpty()
            || FileWords.folded(kind).stream()
                .anyMatch(word -> !GENERAL.contains(word) && words.contains(word));
    return said ? name : name.isEmpty() ? FileWords.capital(kind) : name + " (" + kind + ")";
  }

  /** "montant en" before a unit: the word is ours to say. */
  private static String joined(String name) {
    return name.endsWith(" en") ? name.substring(0, name.length() - 3) : name;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
