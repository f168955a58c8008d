package fr.jalon.engine.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.export.Exports;
import fr.jalon.engine.export.MemoryTable;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.query.Difference.ChangedCell;
import fr.jalon.engine.query.Difference.ChangedColumn;
import fr.jalon.engine.query.Difference.RetypedColumn;
import fr.jalon.engine.query.KeyCandidate.Likeness;
import fr.jalon.engine.query.Page.PageColumn;
import fr.jalon.engine.query.QueryProblem.Code;
import fr.jalon.engine.table.Table;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferencesTest {
  private static final List<ValueType> TYPES =
      List.of(
          ValueType.TEXT,
          ValueType.TEXT,
          ValueType.DECIMAL,
          ValueType.DATE,
          ValueType.INTEGER,
          ValueType.TEXT);

  @TempDir private static Path folder;
  private static Differences differences;
  private static int files;

  @BeforeAll
  static void open() throws Exception {
    differences = new Differences(settings("tmp", 128));
  }

  @AfterAll
  static void close() throws Exception {
    differences.close();
    assertThat(folder.resolve("tmp")).doesNotExist();
  }

  @Test
  void findsExactlyTheEditsByKey() throws Exception {
    for (int seed = 0; seed < 12; seed++) {
      EditedTable edited = new EditedTable(seed, 1 + seed * seed * 20, true);

      Difference found = compare(edited, List.of("ref"));

      assertThat(found.keyProblem()).isNull();
      assertThat(List.of(found.added(), found.gone(), found.changed()))
          .as("seed %d: added, gone, changed", seed)
          .containsExactly(edited.added, edited.gone, edited.changed);
      assertThat(found.same()).isEqualTo(edited.before.size() - edited.gone - edited.changed);
      Map<String, Long> cells = new HashMap<>();
      found.changedColumns().forEach(column -> cells.put(column.name(), column.cells()));
      assertThat(cells).as("seed %d: cells", seed).isEqualTo(edited.cells);
      assertThat(found.changedRows()).hasSize((int) Math.min(20, edited.changed));
      found
          .changedRows()
          .forEach(
              row -> {
                List<String> was = edited.before.get((int) row.before());
                List<String> is = edited.after.get((int) row.after());
                assertThat(row.key()).containsExactly(is.get(0)).containsExactly(was.get(0));
                assertThat(row.cells())
                    .extracting(ChangedCell::column)
                    .isEqualTo(differing(was, is));
              });
      assertThat(found.addedRows().total()).isEqualTo(edited.added);
      found
          .addedRows()
          .numbers()
          .forEach(
              number ->
                  assertThat(edited.before).doesNotContain(edited.after.get((int) (long) number)));
      assertThat(found.goneRows().rows()).hasSize((int) Math.min(20, edited.gone));
    }
  }

  @Test
  void findsExactlyTheEditsByWholeRowsEvenWhenRowsAreRepeated() throws Exception {
    for (int seed = 0; seed < 12; seed++) {
      EditedTable edited = new EditedTable(seed, 1 + seed * seed * 20, false);
      Map<List<String>, Integer> counts = new HashMap<>();
      edited.before.forEach(row -> counts.merge(row, -1, Integer::sum));
      edited.after.forEach(row -> counts.merge(row, 1, Integer::sum));
      long added = counts.values().stream().filter(n -> n > 0).mapToInt(n -> n).sum();
      long gone = -counts.values().stream().filter(n -> n < 0).mapToInt(n -> n).sum();

      Difference found = compare(edited, List.of());

      assertThat(List.of(found.added(), found.gone(), found.changed(), found.same()))
          .as("seed %d", seed)
          .containsExactly(added, gone, 0L, edited.before.size() - gone);
      assertThat(found.byKey()).isFalse();
    }
  }

  @Test
  void findsNothingBetweenATableAndItself() throws Exception {
    EditedTable edited = new EditedTable(3, 500, true);
    Path file = write(EditedTable.NAMES, TYPES, edited.before);

    assertThat(differences.compare(file, file, List.of("ref")).isNone()).isTrue();
    assertThat(differences.compare(file, file, List.of()).isNone()).isTrue();
    assertThat(differences.compare(file, file, List.of()).same()).isEqualTo(500);
  }

  @Test
  void tellsColumnsApartByTheirVeryNames() throws Exception {
    Path before =
        write(List.of("id", "Montant", "vieux"), types("ITT"), List.of(List.of("1", "5", "x")));
    Path after =
        write(List.of("montant", "id", "neuf"), types("TIB"), List.of(List.of("6", "1", "true")));

    Difference found = differences.compare(before, after, List.of("id"));

    assertThat(found.columnsAdded())
        .containsExactly(
            new PageColumn("montant", ValueType.TEXT), new PageColumn("neuf", ValueType.BOOLEAN));
    assertThat(found.columnsGone())
        .extracting(PageColumn::name)
        .containsExactly("Montant", "vieux");
    assertThat(found.same()).isEqualTo(1);
    assertThat(found.isNone()).isFalse();
  }

  @Test
  void countsEveryRowWhenNoColumnIsCommon() throws Exception {
    Path before = write(List.of("a"), types("T"), List.of(List.of("1"), List.of("2")));
    Path after = write(List.of("b"), types("T"), List.of(List.of("1")));

    Difference found = differences.compare(before, after, List.of());

    assertThat(List.of(found.added(), found.gone(), found.same())).containsExactly(1L, 2L, 0L);
    assertThat(found.goneRows().rows()).containsExactly(List.of("1"), List.of("2"));
  }

  @Test
  void comparesAnEmptyTable() throws Exception {
    Path full = write(List.of("id", "n"), types("TI"), List.of(List.of("a", "1")));
    Path empty = write(List.of("id", "n"), types("TI"), List.of());

    assertThat(differences.compare(full, empty, List.of("id")).gone()).isEqualTo(1);
    assertThat(differences.compare(empty, full, List.of()).added()).isEqualTo(1);
    assertThat(differences.compare(empty, empty, List.of("id")).isNone()).isTrue();
    assertThat(differences.keys(full, empty, KeyHints.NONE)).isEmpty();
  }

  /** Each pair of types, with values that stay the same and values that do not. */
  @Test
  void comparesAsValuesWhenATypeChanged() throws Exception {
    assertThat(retyped("I", "D", "12", "12.0")).isEqualTo(0);
    assertThat(retyped("D", "I", "-3.00", "-3")).isEqualTo(0);
    assertThat(retyped("D", "I", "-3.50", "-3")).isEqualTo(1);
    assertThat(retyped("I", "T", "12", "12")).isEqualTo(0);
    assertThat(retyped("I", "T", "7", "007")).isEqualTo(1);
    assertThat(retyped("D", "T", "1.50", "1.5")).isEqualTo(0);
    assertThat(retyped("T", "D", "1.5", "1.50")).isEqualTo(0);
    assertThat(retyped("D", "T", "1.50", "1,50")).isEqualTo(1);
    assertThat(retyped("D", "T", "7.5", "07.5")).isEqualTo(1);
    assertThat(retyped("B", "T", "oui", "true")).isEqualTo(0);
    assertThat(retyped("B", "T", "oui", "Oui, parfois")).isEqualTo(1);
    assertThat(retyped("B", "I", "1", "1")).isEqualTo(0);
    assertThat(retyped("B", "I", "1", "2")).isEqualTo(1);
    assertThat(retyped("J", "T", "2024-01-31", "2024-01-31")).isEqualTo(0);
    assertThat(retyped("J", "T", "2024-01-31", "31/01/2024")).isEqualTo(1);
    assertThat(retyped("H", "T", "2024-01-31T10:00", "2024-01-31T10:00:00")).isEqualTo(0);
    assertThat(retyped("H", "T", "2024-01-31T10:00", "2024-02-31T10:00")).isEqualTo(1);
    assertThat(retyped("H", "T", "2024-01-31T10:00Z", "2024-01-31T11:00+01:00")).isEqualTo(0);
    assertThat(retyped("H", "T", "2024-01-31T10:00Z", "2024-01-31T10:00+01:00")).isEqualTo(1);
    assertThat(retyped("I", "T", "5", "")).isEqualTo(1);
    assertThat(retyped("I", "T", "", "")).isEqualTo(0);
  }

  @Test
  void takesAZeroBelowZeroForAZero() throws Exception {
    Path before = write(List.of("id", "x"), types("TD"), List.of(List.of("a", "-0.0")));
    Path after = write(List.of("id", "x"), types("TD"), List.of(List.of("a", "0.0")));

    assertThat(differences.compare(before, after, List.of("id")).isNone()).isTrue();
    assertThat(differences.compare(before, after, List.of()).isNone()).isTrue();
  }

  @Test
  void showsWhatChangedAsItWasAndAsItIs() throws Exception {
    Path before =
        write(
            List.of("id", "heure", "n", "x"),
            types("THIT"),
            List.of(List.of("a", "2024-01-31T10:00", "5", ""), List.of("b", "", "6", "y")));
    Path after =
        write(
            List.of("id", "heure", "n", "x"),
            types("THDT"),
            List.of(List.of("b", "", "6.0", "y"), List.of("a", "2024-01-31T11:00", "5.5", "z")));

    Difference found = differences.compare(before, after, List.of("id"));

    assertThat(found.columnsRetyped())
        .containsExactly(new RetypedColumn("n", ValueType.INTEGER, ValueType.DECIMAL));
    assertThat(found.changedColumns())
        .containsExactlyInAnyOrder(
            new ChangedColumn("heure", 1), new ChangedColumn("n", 1), new ChangedColumn("x", 1));
    assertThat(found.changedRows()).hasSize(1);
    assertThat(found.changedRows().get(0).before()).isZero();
    assertThat(found.changedRows().get(0).after()).isEqualTo(1);
    assertThat(found.changedRows().get(0).cells())
        .containsExactly(
            new ChangedCell(
                "heure",
                LocalDateTime.of(2024, 1, 31, 10, 0),
                LocalDateTime.of(2024, 1, 31, 11, 0)),
            new ChangedCell("n", 5L, 5.5),
            new ChangedCell("x", null, "z"));
  }

  /** Two texts whose beginnings are shown alike still differ. */
  @Test
  void seesAChangeAtTheEndOfALongText() throws Exception {
    String text = "é".repeat(3000);
    Path before = write(List.of("id", "x"), types("TT"), List.of(List.of("a", text + "1")));
    Path after = write(List.of("id", "x"), types("TT"), List.of(List.of("a", text + "2")));

    Difference found = differences.compare(before, after, List.of("id"));

    assertThat(found.changed()).isEqualTo(1);
    assertThat(found.changedRows().get(0).cells()).hasSize(1);
    assertThat(String.valueOf(found.changedRows().get(0).cells().get(0).after()))
        .hasSize(Rows.LONGEST_SHOWN);
  }

  @Test
  void saysWhyAKeyDoesNotTellRowsApart() throws Exception {
    Path before =
        write(
            List.of("id", "rue"),
            types("TT"),
            List.of(List.of("a", "r"), List.of("a", "s"), List.of("b", "r"), List.of("", "t")));
    Path after = write(List.of("id", "rue"), types("TT"), List.of(List.of("a", "r")));

    Difference found = differences.compare(before, after, List.of("id"));

    assertThat(found.byKey()).isFalse();
    assertThat(List.of(found.added(), found.gone(), found.same())).containsExactly(0L, 3L, 1L);
    KeyProblem problem = requireNonNull(found.keyProblem());
    assertThat(problem.after().isSound()).isTrue();
    assertThat(problem.before().blank()).isEqualTo(1);
    assertThat(problem.before().repeated()).isEqualTo(1);
    assertThat(problem.before().rows()).isEqualTo(2);
    assertThat(problem.before().samples())
        .containsExactly(new KeyProblem.RepeatedKey(List.of("a"), 2));
    assertThat(differences.compare(before, after, List.of("id", "rue")).keyProblem()).isNotNull();
    Difference missing = differences.compare(before, after, List.of("id", "nom"));
    assertThat(missing.keyProblem()).isEqualTo(KeyProblem.missing(List.of("nom")));
  }

  @Test
  void matchesRowsBySeveralColumns() throws Exception {
    List<String> names = List.of("jour", "station", "passages");
    Path before =
        write(
            names,
            types("JTI"),
            List.of(
                List.of("2024-01-01", "A", "1"),
                List.of("2024-01-01", "B", "2"),
                List.of("2024-01-02", "A", "3")));
    Path after =
        write(
            names,
            types("JTI"),
            List.of(
                List.of("2024-01-01", "B", "9"),
                List.of("2024-01-02", "A", "3"),
                List.of("2024-01-02", "B", "4")));

    Difference found = differences.compare(before, after, List.of("jour", "station"));

    assertThat(List.of(found.added(), found.gone(), found.changed(), found.same()))
        .containsExactly(1L, 1L, 1L, 1L);
    assertThat(differences.keys(before, after, KeyHints.NONE))
        .containsExactly(
            new KeyCandidate(List.of("passages"), Likeness.ORDINARY, 1),
            new KeyCandidate(List.of("jour", "station"), Likeness.ORDINARY, 2));
  }

  @Test
  void proposesTheLikeliestKeyAndNoneThatMatchesNothing() throws Exception {
    List<String> names = List.of("n", "ref", "nom", "autre", "taux", "blanc", "vu");
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> next = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(
          List.of(
              "" + i % 20, "R-" + i, "Nom " + i, "avant " + i, "0." + (1000 + i), "" + i, "x" + i));
      next.add(
          List.of(
              "" + i % 20,
              "R-" + (i + 7),
              "Nom " + (i + 7),
              "après " + i,
              "0." + (1000 + i),
              i == 299 ? "" : "" + i,
              i == 299 ? "x0" : "x" + i));
    }
    Path before = write(names, types("ITTTDIT"), rows);
    Path after = write(names, types("ITTTDIT"), next);

    assertThat(differences.keys(before, after, KeyHints.NONE))
        .containsExactly(
            new KeyCandidate(List.of("ref"), Likeness.IDENTIFIER_NAME, 293),
            new KeyCandidate(List.of("nom"), Likeness.ORDINARY, 293));
    assertThat(
            differences.keys(
                before, after, new KeyHints(List.of("nom"), Map.of("ref", Kinds.UUID))))
        .containsExactly(
            new KeyCandidate(List.of("nom"), Likeness.PRIMARY_KEY, 293),
            new KeyCandidate(List.of("ref"), Likeness.IDENTIFIER_KIND, 293));
    assertThat(differences.keys(before, after, new KeyHints(List.of("n"), Map.of())))
        .extracting(KeyCandidate::columns)
        .doesNotContain(List.of("n"));
  }

  /** The one repeated value stands beyond the rows that are looked at first. */
  @Test
  void checksAKeyOnEveryRow() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      rows.add(List.of("" + i, "" + (i == 29_999 ? 0 : i)));
    }
    Path file = write(List.of("bon", "id"), types("IT"), rows);

    assertThat(differences.keys(file, file, KeyHints.NONE))
        .extracting(KeyCandidate::columns)
        .containsExactly(List.of("bon"));
  }

  @Test
  void worksInLittleMemoryByItsTemporaryFolderAndLeavesNothing() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 300_000; i++) {
      rows.add(
          List.of("ref-" + i, "une valeur assez longue pour prendre de la place " + i * 7919L));
    }
    Path before = write(List.of("ref", "x"), types("TT"), rows);
    rows.set(299_999, List.of("ref-299999", "autre"));
    Path after = write(List.of("ref", "x"), types("TT"), rows);
    Path temporary = folder.resolve("small");
    try (Differences small = new Differences(settings("small", 64))) {
      assertThat(small.compare(before, after, List.of("ref")).changed()).isEqualTo(1);
      assertThat(small.compare(before, after, List.of()).gone()).isEqualTo(1);
    }
    assertThat(temporary).doesNotExist();
  }

  @Test
  void opensNothingElse() throws Exception {
    Path outside = Files.createTempFile("outside", ".parquet");
    try {
      assertThatThrownBy(() -> differences.compare(outside, outside, List.of()))
          .isInstanceOf(IllegalStateException.class);
    } finally {
      Files.delete(outside);
    }
    Path absent = folder.resolve("absent.parquet");
    assertThatThrownBy(() -> differences.compare(absent, absent, List.of()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void readsAResultThatIsNotKeptYet(@TempDir Path elsewhere) throws Exception {
    Path kept = write(List.of("id"), types("T"), List.of(List.of("a")));
    Path made = Files.copy(kept, elsewhere.resolve("data.parquet"));

    try (Differences both = new Differences(settings("both", 64), List.of(elsewhere))) {
      assertThat(both.compare(kept, made, List.of("id")).isNone()).isTrue();
    }
    assertThatThrownBy(() -> differences.compare(kept, made, List.of("id")))
        .rootCause()
        .hasMessageStartingWith("Permission Error");
  }

  @Test
  void comparesTablesOfAThousandColumns() throws Exception {
    List<String> names = new ArrayList<>();
    List<String> row = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      names.add("colonne " + i);
      row.add("" + i);
    }
    List<String> other = new ArrayList<>(row);
    other.set(999, "x");
    Path before = write(names, types("T".repeat(1000)), List.of(row));
    Path after = write(names, types("T".repeat(1000)), List.of(other));

    try (Differences usual = new Differences(settings("wide", 384))) {
      Difference byKey = usual.compare(before, after, List.of("colonne 0"));
      assertThat(byKey.changedColumns()).containsExactly(new ChangedColumn("colonne 999", 1));
      assertThat(byKey.changedRows().get(0).cells())
          .containsExactly(new ChangedCell("colonne 999", "999", "x"));
      assertThat(usual.compare(before, after, List.of()).gone()).isEqualTo(1);
      assertThat(usual.keys(before, after, KeyHints.NONE)).hasSize(KeySearch.MOST_GIVEN);
    }
  }

  @Test
  void stopsWhatTakesTooLong() throws Exception {
    SqlText endless =
        new SqlText().add("SELECT count(*) FROM range(1000000000000) a(x) WHERE hash(x) = 1");
    try (Database database = new Database(settings("endless", 64))) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> database.ask(endless, Cells::number, 1))
          .isInstanceOfSatisfying(
              QueryProblem.class, problem -> assertThat(problem.code()).isEqualTo(Code.TOO_SLOW));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
  }

  /** Rows changed when a value is written otherwise in a column of another type. */
  private static long retyped(String before, String after, String was, String is) throws Exception {
    Path one = write(List.of("id", "x"), types("T" + before), List.of(List.of("a", was)));
    Path other = write(List.of("id", "x"), types("T" + after), List.of(List.of("a", is)));
    Difference byKey = differences.compare(one, other, List.of("id"));
    Difference whole = differences.compare(one, other, List.of());
    assertThat(whole.gone()).isEqualTo(byKey.changed());
    assertThat(byKey.columnsRetyped()).hasSize(1);
    return byKey.changed();
  }

  private static List<String> differing(List<String> was, List<String> is) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < was.size(); i++) {
      if (!was.get(i).equals(is.get(i))) {
        names.add(EditedTable.NAMES.get(i));
      }
    }
    return names;
  }

  private static Difference compare(EditedTable edited, List<String> key) throws Exception {
    return differences.compare(
        write(EditedTable.NAMES, TYPES, edited.before),
        write(EditedTable.NAMES, TYPES, edited.after),
        key);
  }

  /** T text, I integer, D decimal, B boolean, J day, H day and hour. */
  private static List<ValueType> types(String letters) {
    return letters
        .chars()
        .mapToObj(
            letter ->
                switch (letter) {
                  case 'I' -> ValueType.INTEGER;
                  case 'D' -> ValueType.DECIMAL;
                  case 'B' -> ValueType.BOOLEAN;
                  case 'J' -> ValueType.DATE;
                  case 'H' -> ValueType.DATETIME;
                  default -> ValueType.TEXT;
                })
        .toList();
  }

  private static Path write(List<String> names, List<ValueType> types, List<List<String>> rows)
      throws Exception {
    List<ExportColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new ExportColumn(names.get(i), types.get(i), Kinds.TEXT, names.get(i), null));
    }
    Path made = Files.createDirectory(folder.resolve("file" + files++));
    Table table = MemoryTable.of(names, rows.size(), rows::get).inBlocksOf(10_000);
    Exports.write(table, columns, made, written -> {});
    return made.resolve("data.parquet");
  }

  private static RowsSettings settings(String temporary, int megabytes) {
    return new RowsSettings(
        folder, folder.resolve(temporary), megabytes, 2, 1, Duration.ofMinutes(3));
  }
}
