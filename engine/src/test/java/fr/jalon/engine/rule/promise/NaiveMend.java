package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a mend announces, computed from its JSON alone and by none of the engine's code: slow, plain
 * and independent.
 *
 * <p>Where a conversion rests on a long algorithm, {@link NaiveConversion} does not compute the
 * value but tries the one that the engine wrote: for that, what came out is given too.
 */
final class NaiveMend {
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:total|totaux|total general|sous total|total ttc|total ht|ensemble)"
              + "|(?:sous ?)?tota(?:l|ux)\\b.*");
  private static final Pattern TOTAL_ALONE =
      Pattern.compile("total|totaux|total general|sous total|total ttc|total ht|ensemble");

  private NaiveMend() {}

  /**
   * The table as the mend announces it.
   *
   * @param got the table that the engine made, only to be tried where it cannot be foretold
   */
  static Sheet apply(JsonNode mend, Sheet before, Sheet got) {
    String type = mend.get("type").asString();
    return switch (type) {
      case "together" -> together(mend, before, got);
      case "restore-zeros" -> restoreZeros(mend, before, got);
      case "convert" -> convert(mend, before, got);
      case "map-values" ->
          cells(before, column(mend.get("column"), before), (text, there) -> mapped(mend, text));
      case "convert-unit" -> convertUnit(mend, before, got);
      case "edit-cells" -> edit(mend, before);
      case "set-aside-rows" -> setAside(mend.get("rows"), before);
      case "swap-coordinates" -> swap(mend, before);
      case "fill-blanks" -> fill(mend, before);
      case "add-column" -> add(mend, before);
      case "sections-to-column" -> sections(mend, before);
      case "rename" -> rename(mend, before);
      case "drop-columns" -> drop(mend, before);
      case "protect" -> protect(mend, before, got);
      default ->
          fail(
              "The promise test does not know the mend '%s'. Write in NaiveMend.apply what a table"
                  + " becomes by it, from its JSON alone and without the engine's code, and in"
                  + " MendPromises.changes what its count counts.",
              type);
    };
  }

  /** The place of a column: its letters only tell apart those that bear one name. */
  static int column(JsonNode reference, Sheet sheet) {
    String name = reference.get("name").asString();
    String letters = reference.get("letters").asString();
    List<Integer> bearing =
        IntStream.range(0, sheet.heads().size())
            .filter(place -> sheet.heads().get(place).name().equals(name))
            .boxed()
            .toList();
    return bearing.stream()
        .filter(place -> bearing.size() == 1 || sheet.heads().get(place).letters().equals(letters))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no column " + reference + " in " + sheet.heads()));
  }

  /** A cell that shows nothing holds no value: no conversion is asked about it. */
  static boolean isBlank(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
  }

  private static Sheet cells(
      Sheet before, int column, BiFunction<String, Integer, String> becomes) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (int row = 0; row < before.rows().size(); row++) {
      String text = before.cell(row, column);
      Sheet.Row same = before.rows().get(row);
      rows.add(isBlank(text) ? same : same.with(column, becomes.apply(text, row)));
    }
    return before.withRows(rows);
  }

  private static Sheet convert(JsonNode mend, Sheet before, Sheet got) {
    assertThat(got.rows()).as("a conversion keeps every row").hasSameSizeAs(before.rows());
    Sheet sheet = before;
    for (JsonNode reference : mend.get("columns")) {
      int column = column(reference, before);
      sheet =
          cells(
              sheet,
              column,
              (text, row) ->
                  NaiveConversion.convert(mend.get("conversion"), text, got.cell(row, column)));
    }
    return sheet;
  }

  /** All of them, those that name columns last: each tells its columns by their former names. */
  private static Sheet together(JsonNode mend, Sheet before, Sheet got) {
    List<JsonNode> mends = new ArrayList<>();
    mend.get("mends").forEach(mends::add);
    mends.sort(java.util.Comparator.comparing(one -> one.get("type").asString().equals("rename")));
    Sheet sheet = before;
    for (JsonNode one : mends) {
      sheet = apply(one, sheet, got);
    }
    return sheet;
  }

  /**
   * Zeros come back but on rows that say something else: one that was left must have a reason to
   * be, and one that came back none against it.
   */
  private static Sheet restoreZeros(JsonNode mend, Sheet before, Sheet got) {
    int column = column(mend.get("column"), before);
    String code = mend.get("code").asString();
    return cells(
        before,
        column,
        (text, row) -> {
          String bare = text.strip().replaceAll("\\.0$", "");
          String whole = NaiveConversion.restored(code, bare);
          if (whole.equals(bare)) {
            return text;
          }
          JsonNode beside = mend.get("beside");
          List<String> countries = beside(beside.get("countries"), before, row);
          List<String> towns = beside(beside.get("towns"), before, row);
          boolean french = countries.stream().anyMatch(one -> plain(one).matches("fr|france|fra"));
          boolean foreign =
              countries.stream().anyMatch(FOREIGN::contains)
                  || !french && towns.stream().anyMatch(FOREIGN::contains);
          List<String> named =
              beside(beside.get("codes"), before, row).stream()
                  .map(NaiveMend::departement)
                  .filter(one -> !one.isEmpty())
                  .toList();
          boolean other = named.stream().anyMatch(one -> !whole.startsWith(one));
          String now = got.cell(row, column);
          String rows = mend.get("rows").asString();
          if (!rows.equals("ALL") && !foreign && !other) {
            boolean agrees =
                !named.isEmpty()
                    || !beside(mend.get("beside").get("homes"), before, row).isEmpty()
                    || !towns.isEmpty();
            assertThat(now.equals(text) || agrees || rows.equals("UNPROVEN"))
                .as("«%s» got its zero although nothing in its row says so", text)
                .isTrue();
            assertThat(now.equals(text) || named.isEmpty() || rows.equals("PROVEN"))
                .as("«%s» is of the proven rows", text)
                .isTrue();
            return now.equals(text) ? text : whole;
          }
          if (now.equals(text) && !other) {
            assertThat(countries.size() + towns.size())
                .as("«%s» was left although nothing in its row is against it", text)
                .isPositive();
            return text;
          }
          return foreign || other ? text : whole;
        });
  }

  private static final Set<String> FOREIGN =
      Set.of("Belgique", "BELGIQUE", "Suisse", "Bruxelles", "Genève", "Luxembourg", "Lausanne");

  /** What the row says in these columns, where it says something. */
  private static List<String> beside(JsonNode columns, Sheet sheet, int row) {
    List<String> told = new ArrayList<>();
    for (JsonNode reference : columns) {
      String text = sheet.cell(row, column(reference, sheet)).strip();
      if (!text.isEmpty()) {
        told.add(text);
      }
    }
    return told;
  }

  private static String departement(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    if (code.matches("[1-9](?:\\d{3})?")) {
      return "0" + code.charAt(0);
    }
    boolean known =
        code.matches("(?:\\d{2}|2[AB])\\d{3}|0[1-9]|[1-8]\\d|2[AB]|9[0-5]|97[1-6]|98[4678]");
    return known ? code.substring(0, 2) : "";
  }

  private static Sheet convertUnit(JsonNode mend, Sheet before, Sheet got) {
    int column = column(mend.get("column"), before);
    String unit = mend.get("unit").asString();
    BigDecimal factor = new BigDecimal(mend.get("factor").asString());
    Sheet converted =
        cells(
            before,
            column,
            (text, row) -> NaiveNumbers.times(text, unit, factor, got.cell(row, column)));
    return named(converted, column, mend.get("name").asString());
  }

  private static String mapped(JsonNode mend, String text) {
    for (JsonNode pair : mend.get("pairs")) {
      if (pair.get("from").asString().equals(text)) {
        return pair.get("to").asString();
      }
    }
    return text;
  }

  private static Sheet edit(JsonNode mend, Sheet before) {
    List<Sheet.Row> rows = new ArrayList<>(before.rows());
    for (JsonNode edit : mend.get("edits")) {
      int column = column(edit.get("column"), before);
      rows.replaceAll(
          row ->
              row.number() == edit.get("row").asLong()
                  ? row.with(column, edit.get("after").asString())
                  : row);
    }
    return before.withRows(rows);
  }

  private static Sheet setAside(JsonNode criterion, Sheet before) {
    String type = criterion.get("type").asString();
    Set<List<String>> met = new HashSet<>();
    List<Sheet.Row> kept =
        switch (type) {
          case "chosen" ->
              before.rows().stream().filter(row -> !isChosen(criterion, row.number())).toList();
          case "repeated" -> before.rows().stream().filter(row -> met.add(row.cells())).toList();
          case "totals" ->
              before.rows().stream().filter(row -> !isTotal(criterion, row, before)).toList();
          default ->
              fail(
                  "The promise test does not know rows told by '%s'. Write in NaiveMend.setAside"
                      + " which rows leave, without the engine's code.",
                  type);
        };
    return before.withRows(kept);
  }

  private static boolean isChosen(JsonNode criterion, long number) {
    for (JsonNode range : criterion.get("ranges")) {
      if (number >= range.get("first").asLong() && number <= range.get("last").asLong()) {
        return true;
      }
    }
    return false;
  }

  private static Sheet sections(JsonNode mend, Sheet before) {
    int title = column(mend.get("title"), before);
    String section = "";
    List<Sheet.Row> rows = new ArrayList<>();
    for (Sheet.Row row : before.rows()) {
      long filled = row.cells().stream().filter(cell -> !isBlank(cell)).count();
      if (filled == 1 && !isBlank(row.cells().get(title))) {
        section = row.cells().get(title).strip();
      } else {
        List<String> cells = new ArrayList<>(row.cells());
        cells.add(section);
        rows.add(new Sheet.Row(row.number(), cells));
      }
    }
    List<Sheet.Head> heads = new ArrayList<>(before.heads());
    heads.add(new Sheet.Head(mend.get("name").asString(), ""));
    return new Sheet(heads, rows);
  }

  private static boolean isTotal(JsonNode criterion, Sheet.Row row, Sheet sheet) {
    boolean whole = criterion.get("whole").asBoolean();
    for (JsonNode label : criterion.get("labels")) {
      int said = column(label, sheet);
      long filled = 0;
      long gaps = 0;
      for (JsonNode one : criterion.get("filled")) {
        int column = column(one, sheet);
        filled += column == said ? 0 : 1;
        gaps += column != said && isBlank(row.cells().get(column)) ? 1 : 0;
      }
      boolean marked = whole ? gaps > 0 : gaps > 0 && 2 * gaps >= filled;
      String text = row.cells().get(said);
      String plain = text.length() > 40 ? "" : plain(text);
      boolean name = plain.equals("total") || plain.equals("ensemble");
      if (TOTAL_ALONE.matcher(plain).matches() && (whole || !name)
          || marked && TOTAL.matcher(plain).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Letters and figures alone, without accents, in lower case. */
  static String plain(String text) {
    String folded =
        Normalizer.normalize(text.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    return folded.replaceAll("[^a-z0-9]+", " ").strip();
  }

  private static Sheet swap(JsonNode mend, Sheet before) {
    int longitude = column(mend.get("longitude"), before);
    int latitude = column(mend.get("latitude"), before);
    List<Sheet.Row> rows = new ArrayList<>();
    for (Sheet.Row row : before.rows()) {
      String x = row.cells().get(longitude);
      String y = row.cells().get(latitude);
      boolean swapped = !NaivePlaces.inFrance(x, y) && NaivePlaces.inFrance(y, x);
      rows.add(swapped ? row.with(longitude, y).with(latitude, x) : row);
    }
    return before.withRows(rows);
  }

  private static Sheet fill(JsonNode mend, Sheet before) {
    int column = column(mend.get("column"), before);
    List<Sheet.Row> rows = new ArrayList<>(before.rows());
    rows.replaceAll(
        row ->
            isBlank(row.cells().get(column))
                ? row.with(column, mend.get("value").asString())
                : row);
    return before.withRows(rows);
  }

  private static Sheet add(JsonNode mend, Sheet before) {
    List<Sheet.Head> heads = new ArrayList<>(before.heads());
    heads.add(new Sheet.Head(mend.get("name").asString(), ""));
    List<Sheet.Row> rows = new ArrayList<>();
    for (Sheet.Row row : before.rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      cells.add(mend.get("value").asString());
      rows.add(new Sheet.Row(row.number(), cells));
    }
    return new Sheet(heads, rows);
  }

  private static Sheet rename(JsonNode mend, Sheet before) {
    Sheet sheet = before;
    for (JsonNode name : mend.get("names")) {
      sheet = named(sheet, column(name.get("column"), before), name.get("to").asString());
    }
    return sheet;
  }

  private static Sheet named(Sheet sheet, int column, String name) {
    List<Sheet.Head> heads = new ArrayList<>(sheet.heads());
    heads.set(column, new Sheet.Head(name, heads.get(column).letters()));
    return new Sheet(heads, sheet.rows());
  }

  private static Sheet protect(JsonNode mend, Sheet before, Sheet got) {
    int column = column(mend.get("column"), before);
    return mend.get("choice").asString().equals("remove-column")
        ? without(before, Set.of(column))
        : cells(
            before, column, (text, row) -> NaiveProtect.hidden(mend, text, got.cell(row, column)));
  }

  private static Sheet drop(JsonNode mend, Sheet before) {
    Set<Integer> dropped = new HashSet<>();
    mend.get("columns").forEach(reference -> dropped.add(column(reference, before)));
    return without(before, dropped);
  }

  private static Sheet without(Sheet before, Set<Integer> dropped) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (Sheet.Row row : before.rows()) {
      rows.add(new Sheet.Row(row.number(), left(row.cells(), dropped)));
    }
    return new Sheet(left(before.heads(), dropped), rows);
  }

  private static <T> List<T> left(List<T> all, Set<Integer> dropped) {
    return IntStream.range(0, all.size())
        .filter(place -> !dropped.contains(place))
        .mapToObj(all::get)
        .toList();
  }

  /** The member of that name as a text, null when there is none. */
  static @Nullable String text(JsonNode node, String member) {
    JsonNode value = node.get(member);
    return value == null || value.isNull() ? null : value.asString();
  }
}
