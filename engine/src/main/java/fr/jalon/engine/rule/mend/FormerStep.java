package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.YearWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A repair as Jalon 0.1 stored it until mends became data: what it did was in texts cut at arrows
 * and line breaks. The only place where such texts are still read.
 */
record FormerStep(
    String id,
    String repair,
    @Nullable String column,
    @Nullable String letters,
    Map<String, String> parameters,
    long count,
    List<Proposal.Change> samples,
    boolean certain) {
  private static final String ARROW = " → ";
  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,4})(\\d{1,15})");

  /** Two-digit years were read in the hundred years that begin in 1940. */
  private static final YearWindow YEARS = new YearWindow(1940, 2039);

  /** The code of the rule that each repair has become part of. */
  static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("set-aside-totals", "total-row"),
          Map.entry("set-aside-duplicates", "duplicate-rows"),
          Map.entry("mend-mojibake", "mojibake"),
          Map.entry("trim-spaces", "surrounding-spaces"),
          Map.entry("empty-out", "blank-word"),
          Map.entry("siret-spaces", "code-spaces"),
          Map.entry("restore-insee-zero", "insee-lost-zero"),
          Map.entry("restore-postal-zero", "postal-lost-zero"),
          Map.entry("strip-units", "units-in-numbers"),
          Map.entry("join-thousands", "thousands"),
          Map.entry("write-decimals", "decimal-comma"),
          Map.entry("excel-serial-dates", "excel-serial-date"),
          Map.entry("write-dates", "date-form"),
          Map.entry("write-booleans", "boolean-form"),
          Map.entry("choose-listed", "not-in-list"),
          Map.entry("unify-case", "spelled-differently"),
          Map.entry("swap-coordinates", "swapped-coordinates"),
          Map.entry("mend-shapes", "shape-turned"),
          Map.entry("drop-empty-columns", "empty-column"),
          Map.entry("mend-titles", "mojibake-title"),
          Map.entry("rename-columns", "other-name"),
          Map.entry("convert-units", "other-unit"));

  Proposal proposal() {
    String rule = RULES.getOrDefault(repair, repair);
    Map<String, String> words = new HashMap<>(parameters);
    words.remove("spellings");
    words.remove("names");
    String told = id.startsWith(repair) ? rule + id.substring(repair.length()) : id;
    return new Proposal(told, rule, column, letters, words, count, samples, certain, mend());
  }

  private Mend mend() {
    return switch (repair) {
      case "edit-cell" -> edit();
      case "set-aside-totals" ->
          new SetAsideRows(new Criterion.Totals(named("label"), named("filled"), true));
      case "set-aside-duplicates" -> new SetAsideRows(new Criterion.Repeated());
      case "mend-mojibake" -> convert(new Conversion.MendAccents(Mojibake.Surety.DOUBTFUL));
      case "trim-spaces" -> convert(new Conversion.TrimSpaces());
      case "empty-out" -> emptyOut();
      case "siret-spaces" ->
          convert(
              new Conversion.JoinCode(
                  "siren".equals(parameters.get("kind")) ? Code.SIREN : Code.SIRET));
      case "restore-insee-zero" -> convert(new Conversion.RestoreZero(Code.INSEE));
      case "restore-postal-zero" -> convert(new Conversion.RestoreZero(Code.POSTAL));
      case "strip-units" ->
          convert(new Conversion.StripUnits(List.of(), parameters.containsKey("share")));
      case "join-thousands" -> convert(new Conversion.JoinGroups(Commas.THOUSANDS));
      case "write-decimals" ->
          convert(
              new Conversion.WriteNumbers(
                  parameters.containsKey("commas") ? Commas.THOUSANDS : Commas.DECIMAL));
      case "excel-serial-dates" -> convert(new Conversion.ReadDayNumbers());
      case "write-dates" -> convert(new Conversion.WriteDates(form(), DateOrder.DAY_FIRST, YEARS));
      case "write-booleans" ->
          convert(
              new Conversion.WriteBooleans(
                  parameters.getOrDefault("yes", "oui"), parameters.getOrDefault("no", "non")));
      case "choose-listed" -> listed();
      case "unify-case" -> spellings();
      case "swap-coordinates" -> new SwapCoordinates(reference("longitude"), reference("latitude"));
      case "mend-shapes" -> convert(new Conversion.MendOutlines(EnumSet.allOf(OutlineFault.class)));
      case "fill-constant" -> fill();
      case "drop-empty-columns" -> new DropColumns(named("columns"));
      case "mend-titles", "rename-columns" -> rename();
      case "convert-units" ->
          new ConvertUnit(
              named(),
              parameters.getOrDefault("unit", ""),
              new BigDecimal(parameters.getOrDefault("factor", "1")),
              parameters.getOrDefault("name", named().name()));
      default -> new Unknown();
    };
  }

  private ColumnRef named() {
    return new ColumnRef(column == null ? "" : column, letters == null ? "" : letters);
  }

  private ColumnRef reference(String parameter) {
    return new ColumnRef(parameters.getOrDefault(parameter, ""), "");
  }

  private List<ColumnRef> named(String parameter) {
    List<ColumnRef> columns = new ArrayList<>();
    for (String name : parameters.getOrDefault(parameter, "").split("\n")) {
      if (!name.isEmpty()) {
        columns.add(new ColumnRef(name, ""));
      }
    }
    return columns;
  }

  private Mend convert(Conversion conversion) {
    return new Convert(columns(), conversion);
  }

  private List<ColumnRef> columns() {
    if (column != null) {
      return List.of(named());
    }
    String[] names = parameters.getOrDefault("columns", "").split("\n");
    String[] places = parameters.getOrDefault("letters", "").split(", ");
    List<ColumnRef> columns = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      columns.add(new ColumnRef(names[i], i < places.length ? places[i] : ""));
    }
    return columns;
  }

  /** In a column of numbers, dates or codes both went; elsewhere, errors alone. */
  private Mend emptyOut() {
    return convert(
        new Conversion.EmptyOut(
            parameters.containsKey("only")
                ? Conversion.EmptyOut.Nothing.FORMULA_ERRORS
                : Conversion.EmptyOut.Nothing.BOTH));
  }

  private Conversion.WriteDates.Form form() {
    return switch (parameters.getOrDefault("kind", "date")) {
      case "datetime" -> Conversion.WriteDates.Form.DATETIME_TO_THE_SECOND;
      case "period" -> Conversion.WriteDates.Form.PERIOD;
      default -> Conversion.WriteDates.Form.DATE;
    };
  }

  private Mend edit() {
    Matcher address = ADDRESS.matcher(parameters.getOrDefault("address", ""));
    if (!address.matches()) {
      return new Unknown();
    }
    ColumnRef edited = new ColumnRef(column == null ? "" : column, address.group(1));
    String before = samples.isEmpty() ? "" : samples.get(0).before();
    String after = parameters.getOrDefault("value", "");
    return new EditCells(
        List.of(new EditCells.Edit(edited, Long.parseLong(address.group(2)), before, after)));
  }

  /** Which value became which was found again each time; the first changes tell it. */
  private Mend listed() {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Proposal.Change change : samples) {
      if (change.after() != null) {
        pairs.put(change.before(), change.after());
      }
    }
    return MapValues.of(named(), pairs);
  }

  /** Lines that held arrows or line breaks were cut wrong; the changes shown never were. */
  private Mend spellings() {
    if (count <= samples.size()) {
      return listed();
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String line : parameters.getOrDefault("spellings", "").split("\n")) {
      int arrow = line.indexOf(ARROW);
      if (arrow > 0) {
        pairs.put(line.substring(0, arrow), line.substring(arrow + ARROW.length()));
      }
    }
    return MapValues.of(named(), pairs);
  }

  private Mend fill() {
    String name = parameters.getOrDefault("name", "");
    String value = parameters.getOrDefault("value", "");
    return "blank".equals(parameters.get("variant"))
        ? new FillBlanks(new ColumnRef(name, ""), value)
        : new AddColumn(name, value);
  }

  private Mend rename() {
    List<Rename.Name> names = new ArrayList<>();
    if (parameters.containsKey("names")) {
      for (String line : parameters.get("names").split("\n")) {
        int arrow = line.lastIndexOf(ARROW);
        if (arrow >= 0) {
          ColumnRef from = new ColumnRef(line.substring(0, arrow), "");
          names.add(new Rename.Name(from, line.substring(arrow + ARROW.length())));
        }
      }
    } else {
      for (Proposal.Change change : samples) {
        if (change.after() != null) {
          ColumnRef from = new ColumnRef(change.before(), change.address());
          names.add(new Rename.Name(from, change.after()));
        }
      }
    }
    return new Rename(names);
  }
}
